import StudyModel

/// The brief of a health report, made of what the full one says: no judgement is formed anew.
///
/// Sections and figures are numbered anew, so that it can be read without the other; what the head rests on and no
/// figure of it shows has one of its own.
struct Brief {
  let full: ReportDocument
  let reader: CaseView

  private var framework: Framework { reader.framework }

  var document: ReportDocument {
    let layout = SectionMaker.layout(of: framework)
    let told = layout.filter(Self.isTold)
    var sections = told.compactMap { full.section($0.id).flatMap(shortened) }
    // A framework that asks for neither figure has its first sections shown.
    if sections.isEmpty {
      sections = Array(layout.compactMap { full.section($0.id).flatMap(shortened) }.prefix(2))
    }
    if let last = sections.indices.last,
      let figure = behindHead(shown: Set(sections.flatMap(\.figures).flatMap(\.constructs)))
    {
      sections[last].blocks.append(.figure(figure))
    }
    sections += [full.section(NextSteps.id).map(sheet), full.section(HowSure.id).map(sure)]
      .compactMap { $0 }
    sections.number()
    var brief = full
    brief.length = .brief
    brief.title = full.title + ", in brief"
    if brief.masthead.count > 1 { brief.masthead[1] += ", in brief" }
    brief.sections = sections
    return brief
  }

  /// Whether a section shows what is gained, or where it is lost.
  static func isTold(_ layout: ReportSection) -> Bool {
    layout.parts.contains { $0.figure == .wantedAndReceived || $0.figure == .chain }
  }

  /// The levels that the head speaks of and no figure shows; nil where there are none.
  private func behindHead(shown: Set<String>) -> ReportFigure? {
    let resting = [full.headRestsOn].compactMap(\.self) + full.facts.compactMap(\.restsOn)
    let ids = resting.flatMap(\.constructs).eachOnce.filter { id in
      framework.isLeaf(id) && !shown.contains(id) && reader.score.construct(id) != nil
    }
    let part = ReportSection.Part(figure: .levels, title: "", of: ids)
    guard !ids.isEmpty, var figure = FigureMaker(reader: reader, section: "head").levels(part)
    else {
      return nil
    }
    figure.notes = []
    let names = ids.map { Words.inSentence(reader.name($0)) }
    figure.title = "Also behind the first lines: \(Words.list(names, atMost: 2))"
    return figure
  }

  /// A section's first figure, or its lists, and what they mean; nil where it has neither.
  private func shortened(_ section: Section) -> Section? {
    var short = section
    // What its words and rows mean is explained in the full report.
    short.reading = nil
    var shown = section.blocks.filter { if case .panels = $0 { true } else { false } }
    if var figure = section.figures.first {
      figure.notes = []
      shown = [.figure(figure)]
    }
    guard !shown.isEmpty else { return nil }
    short.blocks = shown + section.means.map { .means(withoutReservations($0)) }
    return short
  }

  private func withoutReservations(_ means: Means) -> Means {
    var means = means
    means.reservations = []
    return means
  }

  /// What the figures may be leant on for, without the counts behind it, which the head gives, and without
  /// reservations, which are counted; and with what the report was made, which every one says.
  private func sure(_ section: Section) -> Section {
    var short = section
    let own = section.means
    let reservations = full.sections.flatMap(\.means).reduce(0) { $0 + $1.reservations.count }
    let more =
      reservations == 0 ? "" : ", with \(Words.count(reservations, "reservation"))"
    short.blocks =
      own.map { .means(withoutReservations($0)) }
      + section.blocks.filter(\.isParagraph) + [
        .notes([
          Note(
            term: "Full report",
            says: ["It says what these figures rest on and how they came about\(more)."]),
          Note(term: MethodMaker.madeTerm, says: [full.made]),
        ])
      ]
    return short
  }

  // MARK: - The steps

  /// So many steps stand on the sheet: a board agrees on no more at once.
  private static let mostSteps = 6

  /// The steps as a sheet on which it is agreed by when; what leads to them is in the full report.
  private func sheet(_ section: Section) -> Section {
    let steps = section.blocks.flatMap { block -> [ActionLine] in
      if case .actions(_, let lines) = block { lines } else { [] }
    }
    guard !steps.isEmpty else { return section }
    // One step more is no reason to send somebody to another page.
    let told = steps.count > Self.mostSteps + 1 ? Array(steps.prefix(Self.mostSteps)) : steps
    let more = steps.count - told.count
    var short = section
    short.reading = nil
    short.blocks = [.figure(sheet(told, of: section.id))]
    if more > 0 {
      short.blocks.append(
        .paragraph("\(Words.capitalized(Words.spelled(more))) more steps are in the full report."))
    }
    short.blocks += section.blocks.filter(\.isParagraph)
    return short
  }

  private func sheet(_ steps: [ActionLine], of section: String) -> ReportFigure {
    // Without a survey nothing is measured today.
    let isMeasured = steps.contains { $0.aim != nil }
    let columns = isMeasured ? Self.columns : Array(Self.columns.prefix(4))
    let rows = steps.map { line -> [TextTable.Cell] in
      Array(
        [
          .init(text: String(line.number)), .init(text: line.action),
          .init(text: Words.list(line.who)), .init(text: ""),
          .init(text: line.aim?.now ?? "not measured", small: line.aim?.of),
          .init(text: line.aim?.goal ?? ""),
        ].prefix(columns.count))
    }
    return ReportFigure(
      section: section, number: 0, title: "Who takes which step, and by when",
      subtitle: isMeasured
        ? "Today’s figure and the aim at the next survey, of those who answer it; the date is for you to agree on"
        : "The date is for you to agree on",
      body: .text(
        TextTable(
          columns: columns.map { .init(title: $0.title) },
          rows: rows)),
      table: DataTable(
        columns: columns.map { .words($0.title, $0.key) },
        rows: rows.map { $0.map { .words(Self.withSmall($0)) } }))
  }

  private static func withSmall(_ cell: TextTable.Cell) -> String {
    cell.small.map { "\(cell.text) (\($0))" } ?? cell.text
  }

  private static let columns: [(title: String, key: String)] = [
    ("Step", "step"), ("What", "what"), ("Who", "who"), ("By when", "by"), ("Today", "today"),
    ("Aim", "aim"),
  ]
}

extension Section {
  /// What its figures mean.
  var means: [Means] {
    blocks.compactMap { block in
      if case .means(let means) = block { means } else { nil }
    }
  }
}

extension Block {
  fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}
