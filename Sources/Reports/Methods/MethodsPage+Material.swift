import StudyModel

/// The sources by case and phase.
extension MethodsPage {
  static let kinds: [(Source.Kind, key: String, one: String, several: String)] = [
    (.interview, "interviews", "interview", "interviews"),
    (.document, "documents", "document", "documents"),
    (.observation, "observations", "observation", "observations"),
    (.caseAnalysis, "caseAnalyses", "case analysis", "case analyses"),
    (.unstated, "kindNotStated", "source of no stated kind", "sources of no stated kind"),
  ]

  /// The kinds of source that there are.
  var kindsInUse: [(Source.Kind, key: String, one: String, several: String)] {
    Self.kinds.filter { kind in input.material.contains { ($0.sources[kind.0] ?? 0) > 0 } }
  }

  /// `54 interviews and 4 documents`.
  func sources(_ row: MethodsInput.MaterialRow) -> String {
    Words.list(
      kindsInUse.compactMap { kind in
        let count = row.sources[kind.0] ?? 0
        return count == 0 ? nil : Words.count(count, kind.one, kind.several)
      })
  }

  var materialPart: MethodsPart {
    let hidden = input.material.filter(\.isHidden).count
    var part = MethodsPart(
      id: "material", title: "Material",
      heading: input.material.isEmpty
        ? "There are no sources"
        : input.total.count == 0
          ? "The numbers of sources are hidden" : "\(Words.capitalized(sources(input.total)))",
      reading: nil)
    guard !input.material.isEmpty else {
      part.missing = "Sources: import interviews, documents, observations or case analyses."
      return part
    }
    part.reading =
      "An interviewee counts once in a row, whatever the number of interviews. "
      + (hidden == 0
        ? "All rows together are in the last one."
        : "The last row is the sum of the rows that are shown; hidden rows cannot be worked out from it.")
      + (input.total.hidesPeople
        ? " People and organisations are not counted over all rows: some are in several." : "")
    part.tables = [materialTable]
    return part
  }

  private var materialTable: MethodsPart.Table {
    let hasPhases = input.material.contains { $0.phase != nil }
    let hasMore = input.material.contains { $0.cover.more > 0 }
    var columns: [DataTable.Column] = [.words("Case", "case")]
    if hasPhases { columns.append(.words("Phase", "phase")) }
    columns.append(.words("Sources", "sources"))
    columns += kindsInUse.map { .number(Words.capitalized($0.several), $0.key) }
    columns += [
      .words("Interviewees", "interviewees"), .words("Roles", "roles"),
      .number("Organisations", "organizations"), .number("Transcripts", "transcripts"),
      .number("Not matching", "mismatched"), .number("By one", "readByOne"),
      .number("By two", "readByTwo"), .number("By more", "readByMore"),
    ]
    let further = ["phase", "roles", "mismatched"] + kindsInUse.map(\.key)
    let rows = input.material + (input.material.count > 1 ? [input.total] : [])
    return MethodsPart.Table(
      key: "rows", title: "Sources, people and coders by case",
      subtitle:
        "Sources, interviewees with their roles and organisations, transcripts kept, and by how many coders sources were read",
      columns: columns, further: Set(further + (hasMore ? [] : ["readByMore"])),
      rows: rows.enumerated().map { place, row in
        let isTotal = place == input.material.count
        var first = isTotal ? .mark("All shown") : caseCell(row.caseID)
        first.small = row.phase
        var cells: [DataTable.Cell] = [first]
        if hasPhases {
          cells.append(row.phase.map { .words($0) } ?? .mark(Shorthand.notApplicable))
        }
        func count(_ number: Int) -> DataTable.Cell { .count(number, hidden: row.isHidden) }
        cells.append(
          row.isHidden ? .mark(Shorthand.hidden) : .words(sources(row), count: row.count))
        cells += kindsInUse.map { count(row.sources[$0.0] ?? 0) }
        cells += [
          people(row), roles(row),
          .count(row.organizations, hidden: row.isHidden || row.hidesPeople),
          count(row.transcripts),
          count(row.mismatched), count(row.cover.one), count(row.cover.two), count(row.cover.more),
        ]
        return cells
      },
      notes: [
        "Not matching: transcripts with a coded segment whose words do not stand there. By one, two, more: sources that so many coders have read."
          + (input.material.contains(where: \.isHidden)
            ? " [c] hidden: fewer than \(rules.suppressIntervieweesBelow) interviewees." : "")
      ])
  }

  /// The number of people, with their roles under it.
  private func people(_ row: MethodsInput.MaterialRow) -> DataTable.Cell {
    var cell = DataTable.Cell.count(row.interviewees, hidden: row.isHidden || row.hidesPeople)
    if !row.isHidden, row.interviewees > 0 {
      cell.small = row.hidesRoles ? "roles hidden [c]" : roles(row).text
    }
    return cell
  }

  private func roles(_ row: MethodsInput.MaterialRow) -> DataTable.Cell {
    guard !row.isHidden, !row.hidesRoles else { return .mark(Shorthand.hidden) }
    guard !row.roles.isEmpty else { return .mark(Shorthand.notApplicable) }
    return .words(
      row.roles.sorted { $0.key < $1.key }.map { Words.count($0.value, $0.key) }
        .joined(separator: ", "))
  }
}
