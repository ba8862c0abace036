import StudyModel

/// Constructs by cases: a matrix a section of the framework, a construct shown once.
struct MatrixMaker {
  let compare: ComparisonPage

  private var readers: [CaseView] { compare.readers }

  /// Whether cells hold words: for others than the researcher, or where there is nowhere a count.
  private var usesWords: Bool {
    !compare.input.eyes.seeGrades || !readers.contains(where: \.hasInterviewees)
  }

  /// Whether all of what interviews say is told.
  private var isTold: Bool { compare.tellsInterviews }

  var sections: [Section] {
    guard !readers.isEmpty else { return [] }
    var shown: Set<String> = []
    let layouts = SectionMaker.layout(of: compare.framework)
    // The steps of a chain belong together, whatever other figure has their levels as well.
    let steps = Set(layouts.flatMap(\.parts).filter { $0.figure == .chain }.flatMap(\.of))
    return layouts.compactMap { layout -> Section? in
      let of = layout.parts.filter { $0.figure != .joint && $0.figure != .facts }.flatMap { part in
        part.figure == .levels ? part.of.filter { !steps.contains($0) } : part.of
      }
      let groups = rows(of, &shown)
      guard !groups.isEmpty else { return nil }
      return section(layout, groups)
    }
  }

  /// The rows of a matrix: leaves under their element, those not shown before.
  private func rows(_ of: [String], _ shown: inout Set<String>) -> [(title: String?, ids: [String])]
  {
    guard let reader = readers.first else { return [] }
    return FigureMaker(reader: reader, section: "").elements(of).compactMap { group in
      let ids = group.leaves.filter { shown.insert($0).inserted }
      return ids.isEmpty ? nil : (group.title.map(reader.name), ids)
    }
  }

  private func section(_ layout: ReportSection, _ groups: [(title: String?, ids: [String])])
    -> Section
  {
    let own =
      compare.findings(in: layout.id)
      + compare.findings(in: Self.alias(of: layout)).filter { $0.section != layout.id }
    let ids = groups.flatMap(\.ids)
    let levels = LevelCells(readers, ids, of: compare.framework)
    let hasEvidence =
      levels.cases > 0 || ids.contains { id in isSpokenOf(id) || isStatedForSet(id) }
      || !isTold && readers.contains(where: \.hasInterviews)
    var section = Section(
      id: layout.id, number: 0, title: "\(layout.title), \(byCase)",
      heading: SaidTogether.heading(own) ?? levels.heading(on: Words.inSentence(layout.title))
        ?? heading(ids, of: layout),
      reading: nil)
    guard hasEvidence else {
      section.heading = layout.heading
      if readers.contains(where: { reader in ids.contains { reader.survey($0).isHidden } }) {
        let nobody =
          readers.contains(where: \.hasInterviews)
          ? "Interviews and documents say nothing of this." : "No interviews."
        section.blocks = [
          .hidden("\(nobody) What members answered is \(Shorthand.saidHidden).")
        ]
        return section
      }
      let sight = Sight(
        readers.flatMap { reader in ids.map { reader.interviews($0)?.sight ?? .absent } })
      section.blocks = [.none(Words.withStop(layout.whenEmpty), sight)]
      return section
    }
    let hasFinding = own.contains { $0.heading != nil }
    let found = levels.heading(on: Words.inSentence(layout.title)) ?? heading(ids, of: layout)
    // What the page or the section is headed by is not said again.
    let isSaid = Words.withStop(found) == ComparisonHeadline(compare: compare).headline
    let title =
      hasFinding && !isSaid
      ? found : "\(layout.title), \(compare.layout == .spread ? byCase : "by case")"
    let byGroup = GroupMaker(compare: compare).figure(
      groups, section: layout.id, of: layout.title)
    section.blocks =
      [.figure(figure(layout, groups, levels, title: title))]
      + (byGroup.map { [.figure($0)] } ?? []) + SectionMaker.means(own, of: compare.framework)
    return section
  }

  /// How cases are told of.
  private var byCase: String { compare.layout == .spread ? "across the cases" : "case by case" }

  /// The section of a comparison by which rules about the set name this matrix.
  static func alias(of layout: ReportSection) -> String {
    let figures = layout.parts.map(\.figure)
    if figures.contains(.wantedAndReceived) { return "value" }
    return figures.contains(.practices) ? "practices" : layout.id
  }

  private func isStatedForSet(_ id: String) -> Bool {
    compare.input.statedForSet.contains(id)
  }

  private func isSpokenOf(_ id: String) -> Bool { readers.contains { $0.spoken(id) != nil } }

  /// In how many cases a construct is evident.
  private func count(_ id: String) -> Int {
    readers.count { $0.spoken(id)?.presence == .evident }
  }

  /// The word for what is there.
  private var there: String { compare.there }

  private var contested: String { isTold ? "contested" : Heard.sourcesDiffer.words }

  /// What is evident in most cases, and in how many.
  private func heading(_ ids: [String], of layout: ReportSection) -> String {
    let part = Words.inSentence(layout.title)
    guard isTold else { return headingOfWords(ids, of: part) }
    let counts = ids.map { ($0, count($0)) }
    guard ids.contains(where: isSpokenOf) else {
      return "Stated for the set as a whole, not for single cases"
    }
    guard let most = counts.map(\.1).max(), most > 0 else {
      return "On “\(part)” nothing is evident" + denied(ids)
    }
    guard compare.compares else {
      return "\(counts.count { $0.1 > 0 }) of \(ids.count) are evident"
    }
    let places = places(most)
    let top = counts.filter { $0.1 == most }.map(\.0)
    guard top.count < ids.count else { return "All are evident in \(places)" }
    let names = top.map { Words.inSentence(compare.framework.construct($0)?.name ?? $0) }
    return "Evident in \(places): \(Words.list(names, atMost: 3))"
  }

  /// What is denied in most cases, after that nothing is evident; empty where nothing is denied.
  private func denied(_ ids: [String]) -> String {
    let counts = ids.map { id in (id, readers.count { $0.spoken(id)?.presence == .denied }) }
    guard compare.compares, let most = counts.map(\.1).max(), most > 0 else { return "" }
    let names = counts.filter { $0.1 == most }.map {
      Words.inSentence(compare.framework.construct($0.0)?.name ?? $0.0)
    }
    return "; denied in \(places(most)): \(Words.list(names, atMost: 3))"
  }

  /// In so many of the cases in which somebody was heard.
  private func places(_ count: Int) -> String {
    // Where nobody was heard nothing can be evident.
    let heard = readers.count(where: \.hasInterviews)
    return (count == heard ? "every case" : "\(count) of \(Words.count(heard, "case"))")
      + (heard < readers.count ? " heard" : "")
  }

  /// What is borne out in most of the cases shown; of what is little heard nothing is said.
  private func headingOfWords(_ ids: [String], of part: String) -> String {
    let shown = readers.count { $0.showsInterviews && $0.hasInterviews }
    guard shown > 0 else {
      let heard = ids.count { id in
        readers.contains { $0.interviews(id)?.presence == .heardFromMoreThanOne }
      }
      return heard == 0
        ? "What the interviews say on “\(part)” is hidden"
        : "\(heard) of \(ids.count) heard from more than one; nothing else is told"
    }
    let counts = ids.map { id in
      (id, readers.count { $0.interviews(id)?.presence == .evident && $0.showsInterviews })
    }
    guard let most = counts.map(\.1).max(), most > 0 else {
      return "On “\(part)” nothing is \(there) in a case that is shown"
    }
    guard shown > 1 else {
      let found = counts.count { $0.1 > 0 }
      return
        "\(found) of \(ids.count) \(found == 1 ? "is" : "are") \(there) in the case that is shown"
    }
    let name = { (id: String) in
      Words.inSentence(compare.framework.construct(id)?.name ?? id)
    }
    let top = counts.filter { $0.1 == most }.map { name($0.0) }
    let which = shown == readers.count ? "" : " shown"
    let places =
      (most == shown ? "every case" : "\(most) of \(Words.count(shown, "case"))") + which
    return "\(Words.capitalized(there)) in \(places): \(Words.list(top, atMost: 3))"
  }

  private func figure(
    _ layout: ReportSection, _ groups: [(title: String?, ids: [String])], _ levels: LevelCells,
    title: String
  ) -> ReportFigure {
    let ids = groups.flatMap(\.ids)
    if compare.layout == .spread {
      return levels.cases > 0
        ? SpreadMaker(compare: compare, level: SpreadMaker.score).figure(
          groups, section: layout.id, title: title,
          subtitle: "How the cases lie, score from 0 to 100")
        : counts(ids, section: layout.id, title: title)
    }
    let hasSet = ids.contains(where: isStatedForSet)
    let columns = CaseColumns(compare: compare)
    let holds: Holding = levels.cases > 0 ? .levels : usesWords ? .words : .counts
    let setColumn = hasSet ? [MatrixChart.Column(name: "Whole set", short: "Set")] : []
    var matrix = MatrixChart(
      spanLabel: columns.spanLabel,
      spans: columns.spans.isEmpty || !hasSet
        ? columns.spans : columns.spans + [.init(title: "All", columns: 1)],
      columns: columns.columns + setColumn,
      groups: groups.map { group in
        MatrixChart.Group(
          title: group.title,
          rows: group.ids.map { id in
            MatrixChart.Row(
              label: compare.framework.construct(id)?.name ?? id,
              cells: readers.enumerated().map { place, reader in
                levels.cell(place, id) ?? cell(reader, id, holds)
              } + (hasSet ? [setCell(id)] : []))
          })
      }, isTall: true)
    var table = table(matrix)
    if compare.layout == .rows {
      matrix = matrix.turned(into: compare.groups)
      table = matrix.turnedTable(columns: ids)
    }
    return ReportFigure(
      section: layout.id, number: 0, title: title, subtitle: subtitle(holds),
      key: levels.key + key(holds),
      body: .matrix(matrix), notes: levels.notes + notes(ids, holds, hasSet: hasSet),
      table: table, constructs: ids)
  }

  /// In how many cases interviews and documents say what of each construct.
  private func counts(_ ids: [String], section: String, title: String) -> ReportFigure {
    func words(_ id: String) -> [String] {
      readers.map { reader in
        reader.interviews(id).map { EvidenceWords(reader: reader).presence($0).text } ?? "no source"
      }
    }
    let said = ids.map { id in Dictionary(grouping: words(id)) { $0 }.mapValues(\.count) }
    let all = said.flatMap(\.keys).eachOnce.sorted()
    let table = DataTable(
      columns: [.words("Construct", "construct")]
        + all.map { .number(Words.capitalized($0), DataTable.key($0)) },
      rows: zip(ids, said).map { id, said in
        [.words(compare.framework.construct(id)?.name ?? id)]
          + all.map { .count(said[$0] ?? 0) }
      })
    return ReportFigure(
      section: section, number: 0, title: title,
      subtitle: "In how many of \(readers.count) cases interviews and documents say so",
      body: .text(
        TextTable(
          columns: table.columns.map { .init(title: $0.title, isNumber: $0.isNumber) },
          rows: table.rows.map { $0.map { .init(text: $0.text) } })),
      table: table, constructs: ids)
  }

  /// What the cells of a matrix hold: one thing in all of it, with words where there is no level.
  private enum Holding { case levels, words, counts }

  private func subtitle(_ holds: Holding) -> String {
    switch holds {
    case .levels: LevelCells.subtitle
    case .words: "What interviews and documents say is there, in words"
    case .counts: "Number of coded segments that stand, and interviewees who speak of it"
    }
  }

  private func cell(_ reader: CaseView, _ id: String, _ holds: Holding) -> MatrixChart.Cell {
    // What members answered is hidden, and nobody was interviewed: that is no absence.
    if holds == .levels, reader.survey(id).isHidden, reader.interviews(id) == nil {
      return MatrixChart.Cell(
        shade: 0, text: Shorthand.hidden.rawValue, mark: .hidden, spoken: "hidden")
    }
    guard let figure = reader.interviews(id) else {
      return MatrixChart.Cell(
        shade: 0, text: Shorthand.notAvailable.rawValue, mark: .notAvailable, spoken: "no source")
    }
    let words = EvidenceWords(reader: reader)
    let isNamed = figure.grade == .agreed
    let spoken = isNamed ? "stated for this case by the source" : nil
    guard holds == .counts else {
      let shade =
        switch figure.presence {
        case .evident: 3
        case .inPart, .contested, .sourcesDiffer, .heardFromMoreThanOne: 2
        case .denied: 1
        case .notSpokenOf, .undecided, .littleHeard, .hidden: 0
        }
      guard figure.heard != .hidden else {
        return MatrixChart.Cell(
          shade: 0, text: Shorthand.hidden.rawValue, mark: .hidden, spoken: "hidden")
      }
      return MatrixChart.Cell(
        shade: shade, text: words.presence(figure).text,
        // That it is not settled is said in words at every width.
        presence: figure.sight == .undecided ? nil : figure.presence,
        small: figure.heard == nil ? nil : words.speaking(figure),
        isNamed: isNamed, spoken: spoken, value: .text(words.presence(figure).text))
    }
    let mentions = figure.counts?.mentions ?? 0
    guard figure.sight != .undecided else {
      return MatrixChart.Cell(
        shade: 0, text: Self.open, isNamed: isNamed, spoken: Nothing.unsettled,
        value: .text(Nothing.unsettled))
    }
    return MatrixChart.Cell(
      shade: Shades.mentions.shade(Double(mentions)), text: String(mentions),
      small: words.speaking(figure),
      isNamed: isNamed, spoken: spoken, value: .count(mentions))
  }

  /// What stands where coders have not settled whether anybody spoke of it.
  private static let open = "open"

  private func setCell(_ id: String) -> MatrixChart.Cell {
    isStatedForSet(id)
      ? MatrixChart.Cell(
        shade: 3, text: "stated", presence: .evident, isNamed: true, value: .text("stated"))
      : MatrixChart.Cell(
        shade: 0, text: "not stated", presence: .notSpokenOf, value: .text("not stated"))
  }

  /// What cells may hold; what none holds is left out where the figure is shown.
  private func key(_ holds: Holding) -> [KeyEntry] {
    let named = KeyEntry(mark: .named, meaning: "stated by the source itself")
    guard holds != .counts else {
      return [KeyEntry(mark: .text, meaning: "Segments:")] + Shades.mentions.key(below: "0") + [
        named
      ]
    }
    return [
      KeyEntry(mark: .evident, meaning: isTold ? "evident" : there),
      KeyEntry(mark: .inPart, meaning: "in part"),
      KeyEntry(mark: .contested, meaning: contested),
      KeyEntry(mark: .heard, meaning: "heard from more than one"),
      KeyEntry(mark: .denied, meaning: isTold ? "denied" : "denied by several"),
      KeyEntry(mark: .silent, meaning: isTold ? "not spoken of" : "little heard"),
      KeyEntry(mark: .hatch, meaning: Shorthand.hidden.key), named,
    ]
  }

  private func notes(_ ids: [String], _ holds: Holding, hasSet: Bool) -> [String] {
    var notes: [String] = []
    if hasSet {
      notes.append(
        "“Whole set”: a source states it for all cases together. That is not spread over the cases, and counts in no case’s score."
      )
    }
    if holds != .counts, let key = HeardKey(readers.flatMap { ids.map($0.interviews) }).text {
      notes.append(key)
    }
    if readers.contains(where: { !$0.showsInterviews }) {
      notes.append(
        "Where a case has fewer than \(compare.framework.scoring.suppressIntervieweesBelow) interviewees, only what two or more besides the convenor say, and nobody against, is told; everything else is \(Shorthand.saidHidden)."
      )
    }
    if holds == .counts {
      notes.append(
        "Counting segments shows how much was said, not how much it mattered. A zero is a real zero: nobody spoke of it."
      )
      if readers.contains(where: { reader in
        ids.contains { reader.interviews($0)?.sight == .undecided }
      }) {
        notes.append("\(Words.capitalized(Self.open)): \(Nothing.unsettled).")
      }
    }
    return notes
  }

  private func table(_ matrix: MatrixChart) -> DataTable {
    let ids = readers.map(\.subject.id) + (matrix.columns.count > readers.count ? ["set"] : [])
    let columns =
      [DataTable.Column.words("Construct", "construct")]
      + zip(matrix.columns, ids).map { .words($0.name, $1) }
    let rows = matrix.groups.flatMap(\.rows).map { row -> [DataTable.Cell] in
      [.words(row.label)]
        + row.cells.map { cell in
          let text = [cell.text, cell.small.map { "(\($0))" }].compactMap { $0 }.joined(
            separator: " ")
          return DataTable.Cell(text: text, value: cell.value, mark: cell.mark)
        }
    }
    return DataTable(columns: columns, rows: rows)
  }
}
