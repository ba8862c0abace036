import StudyModel

/// How far the cases lie apart in each phase, by one stream at a time: whether they drew apart, or together.
struct DispersionMaker {
  let compare: ComparisonPage

  /// The section; nil where the study has no two phases to compare.
  var section: Section? {
    let framework = compare.framework
    let forms =
      framework.valueForms.isEmpty
      ? framework.constructs.filter { framework.isLeaf($0.id) } : framework.valueForms
    let shown = Set(forms.map(\.id))
    let items = compare.dispersions.filter { shown.contains($0.construct) }
    guard !items.isEmpty else { return nil }
    var section = Section(
      id: "phases", number: 0, title: "Between phases", heading: heading(items),
      reading:
        "Each row says how far apart the cases lie in each phase. A case that lacks a level on enough people in one of them is in none of the row, so that cases coming or going are no change."
    )
    // What one notes the other need not note again.
    var noted: Set<String> = []
    for stream in EvidenceStream.allCases {
      let own = items.filter { $0.stream == stream }
      guard !own.isEmpty else { continue }
      var figure = figure(own, by: stream)
      figure.notes = figure.notes.filter { noted.insert($0).inserted }
      section.blocks.append(.figure(figure))
    }
    return section
  }

  private func heading(_ items: [PhaseDispersion]) -> String {
    let said = EvidenceStream.allCases.compactMap { stream in
      readings(of: items.filter { $0.stream == stream }, by: stream)
    }
    guard !said.isEmpty else { return Nothing.spread.said(hides ? .part : .whole) }
    return "Cases " + Words.list(said)
  }

  /// Such as `drew apart on 3 of 9 in the survey`; nil where they stayed as far apart as they were.
  private func readings(of items: [PhaseDispersion], by stream: EvidenceStream) -> String? {
    let groups = Dictionary(grouping: items.compactMap(\.words)) { $0 }
    guard !groups.isEmpty else { return nil }
    // The most frequent reading first; of equally frequent ones by their words.
    let readings = groups.map { ($0.key, $0.value.count) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
      .map { "\($0.0) on \($0.1)" }
    let said = "\(Words.list(readings)) of \(items.count) in \(Self.name(of: stream))"
    let moved = items.filter { $0.words != nil }
    let hanging = moved.filter { !$0.hangsOn.isEmpty }
    guard !hanging.isEmpty else { return said }
    return said
      + (hanging.count < moved.count
        ? "; \(hanging.count) of these \(hanging.count == 1 ? "hangs" : "hang") on a single case"
        : "; \(moved.count == 1 ? "this hangs" : "each of these hangs") on a single case")
  }

  /// Without which case the rest moved otherwise.
  private func hanging(_ item: PhaseDispersion) -> String? {
    guard item.words != nil else { return nil }
    let short = Dictionary(
      zip(item.cases, names(item)), uniquingKeysWith: { first, _ in first })
    let names = item.hangsOn.map { short[$0] ?? $0 }
    return names.isEmpty ? nil : "not without \(Words.list(names, and: "or"))"
  }

  private static func name(of stream: EvidenceStream) -> String {
    switch stream {
    case .survey: "the survey"
    case .interviews: "interviews"
    }
  }

  private func figure(_ items: [PhaseDispersion], by stream: EvidenceStream) -> ReportFigure {
    let phases = compare.input.phases.map(\.name).filter { phase in
      items.contains { $0.phases.contains(phase) }
    }
    let columns =
      [TextTable.Column(title: rowHeader)]
      + phases.map {
        .init(title: Words.capitalized(CaseView.label(ofPhase: $0, among: compare.input.phases)))
      }
      + [.init(title: "Cases"), .init(title: "Reading")]
    let rows = items.map { item -> [TextTable.Cell] in
      [.init(text: compare.framework.construct(item.construct)?.name ?? item.construct)]
        + phases.map { cell(item, phase: $0) }
        + [
          .init(
            text: String(item.cases.count),
            small: item.cases.count > 12 ? nil : Words.list(names(item))),
          .init(text: Words.capitalized(item.words ?? "about as far apart"), small: hanging(item)),
        ]
    }
    let step = Words.whole(PhaseDispersion.leastStep)
    return ReportFigure(
      section: "phases", number: 0,
      title: "How far apart the cases lie in \(Self.name(of: stream))",
      subtitle:
        "Standard deviation of the cases’ levels (0 to 100), range and coefficient of variation",
      body: .text(TextTable(columns: columns, rows: rows)),
      notes: [
        "Cases are said to draw apart, or together, where the standard deviation changes by \(step) points or more from a phase to the next and the range changes the same way. Over three cases or more, a row says without which single case its reading would be another."
      ] + hiddenNote(stream),
      table: table(items), constructs: items.map(\.construct))
  }

  private var rowHeader: String {
    compare.framework.valueForms.isEmpty ? "Construct" : "Form of value"
  }

  private func cell(_ item: PhaseDispersion, phase: String) -> TextTable.Cell {
    guard let place = item.phases.firstIndex(of: phase), let sd = item.dispersions[place].sd,
      let range = item.dispersions[place].range
    else { return .mark(.notApplicable) }
    let variation = item.dispersions[place].coefficientOfVariation
    return .init(
      text: "sd \(Words.whole(sd))",
      small: "range \(Words.whole(range))" + (variation.map { ", CV \(Words.fixed($0, 2))" } ?? ""))
  }

  /// The cases of a row, by the short names of the page's columns.
  private func names(_ item: PhaseDispersion) -> [String] {
    let columns = CaseColumns(compare: compare)
    let short = Dictionary(
      zip(compare.readers.map(\.subject.id), columns.shorts),
      uniquingKeysWith: { first, _ in first })
    return item.cases.map { short[$0] ?? $0 }
  }

  /// Whether a case is left out because its figure is hidden or told in words.
  private var hides: Bool {
    compare.input.scores.contains {
      $0.tellsInWords || $0.constructs.contains(where: \.survey.isHidden)
    }
  }

  private func hiddenNote(_ stream: EvidenceStream) -> [String] {
    stream == .survey && hides
      ? [
        "Cases whose survey figure is \(Shorthand.saidHidden), or told in words, in a phase are left out of its row."
      ] : []
  }

  private func table(_ items: [PhaseDispersion]) -> DataTable {
    let columns: [DataTable.Column] = [
      .words(rowHeader, "construct"), .words("Phase", "phase"), .number("Cases", "cases"),
      .words("Which", "names"),
      .number("Mean", "mean"), .number("Standard deviation", "sd"), .number("Lowest", "lowest"),
      .number("Highest", "highest"), .number("Range", "range"),
      .number("Coefficient of variation", "coefficientOfVariation"), .words("Reading", "reading"),
      .words("Not without", "hangsOn"),
    ]
    let rows = items.flatMap { item in
      zip(item.phases, item.dispersions).map { phase, figures -> [DataTable.Cell] in
        [
          .words(compare.framework.construct(item.construct)?.name ?? item.construct),
          .words(phase), .count(figures.cases.count), .words(Words.list(names(item))),
          .level(figures.mean), .level(figures.sd),
          .level(figures.lowest), .level(figures.highest), .level(figures.range),
          .fixed(figures.coefficientOfVariation, 2), .words(item.words ?? "about as far apart"),
          .words(hanging(item) ?? ""),
        ]
      }
    }
    return DataTable(columns: columns, rows: rows)
  }
}
