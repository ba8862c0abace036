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
    Self.kinds.filter { kind in
      input.material.contains { ($0.material.value?.count(of: kind.0) ?? 0) > 0 }
    }
  }

  /// `54 interviews and 4 documents`.
  func sources(_ material: SeenMethods.Material) -> String {
    Words.list(
      kindsInUse.compactMap { kind in
        let count = material.count(of: kind.0)
        return count == 0 ? nil : Words.count(count, kind.one, kind.several)
      })
  }

  var materialPart: MethodsPart {
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
      + (hiddenRows == 0
        ? "All rows together are in the last one."
        : "The last row is the sum of the rows that are shown; hidden rows cannot be worked out from it.")
      + (input.total.people.isHidden
        ? " People and organisations are not counted over all rows: some are in several." : "")
    part.tables = [materialTable]
    return part
  }

  /// How many cases and phases are hidden.
  var hiddenRows: Int { input.material.count(where: \.material.isHidden) }

  private var materialTable: MethodsPart.Table {
    let hasPhases = input.material.contains { $0.phase != nil }
    let hasMore = input.material.contains { ($0.material.value?.cover.value?.more ?? 0) > 0 }
    var columns: [DataTable.Column] = [.words("Case", "case")]
    if hasPhases { columns.append(.words("Phase", "phase")) }
    columns.append(.words("Sources", "sources"))
    columns += kindsInUse.map { .number(Words.capitalized($0.several), $0.key) }
    columns += [
      .words("Interviewees", "interviewees"), .words("Roles", "roles"),
      .number("Organisations", "organizations"), .number("Transcripts", "transcripts"),
      .number("Transcripts with other words coded", "mismatched"), .number("By one", "readByOne"),
      .number("By two", "readByTwo"), .number("By more", "readByMore"),
    ]
    let further = ["phase", "roles", "mismatched"] + kindsInUse.map(\.key)
    let total = SeenMethods.MaterialRow(caseID: nil, phase: nil, material: .shown(input.total))
    let rows = input.material + (input.material.count > 1 ? [total] : [])
    return MethodsPart.Table(
      key: "rows", title: "Sources, people and coders by case",
      subtitle:
        "Sources, interviewees\(isOpen ? " with their roles" : "") and organisations, transcripts kept, and by how many coders sources were read",
      columns: columns, further: Set(further + (hasMore ? [] : ["readByMore"])),
      rows: rows.enumerated().map { place, row in
        let isTotal = place == input.material.count
        var first = isTotal ? .saidOnly("All shown") : caseCell(row.caseID)
        first.small = row.phase
        var cells: [DataTable.Cell] = [first]
        if hasPhases {
          cells.append(row.phase.map { .words($0) } ?? .mark(.notApplicable))
        }
        let own = row.material
        let people = own.flatMap(\.people)
        cells.append(.seen(own) { .words(sources($0), count: $0.count) })
        cells += kindsInUse.map { kind in .count(own.map { $0.count(of: kind.0) }) }
        cells += [
          .seen(people, interviewees), .seen(people.flatMap(\.roles), roles),
          .count(people.map(\.organizations)), .count(own.map(\.transcripts)),
          .count(own.map(\.mismatched)), .count(own.flatMap(\.cover).map(\.one)),
          .count(own.flatMap(\.cover).map(\.two)), .count(own.flatMap(\.cover).map(\.more)),
        ]
        return cells
      },
      notes: [
        "By one, by two\(hasMore ? ", by more" : ""): sources that so many coders have read."
          + (hiddenRows > 0
            ? " \(Shorthand.hidden.key): fewer than \(rules.suppressIntervieweesBelow) interviewees."
            : "")
      ])
  }

  /// The number of people, with their roles under it.
  private func interviewees(_ people: SeenMethods.People) -> DataTable.Cell {
    var cell = DataTable.Cell.count(people.interviewees)
    if people.interviewees > 0 {
      cell.small = people.roles.value.map { roles($0).text }
    }
    return cell
  }

  private func roles(_ roles: [Participant.Role: Int]) -> DataTable.Cell {
    guard !roles.isEmpty else { return .mark(.notApplicable) }
    return .words(
      roles.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }.map { Words.count($1, $0) }
        .joined(separator: ", "))
  }
}
