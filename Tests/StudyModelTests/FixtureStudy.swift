import Foundation
import StudyModel
import TestSupport

/// A study of `Tests/Fixtures/scoring`, read by the least that can read it.
struct FixtureStudy {
  let folder: URL
  let cases: [String]
  let phases: [String?]
  let participants: [Participant]
  let sources: [CodedSource]
  let survey: [[String: String]]
  let columns: [String]

  init(_ name: String) throws {
    let folder = Fixtures.own.appending(path: "scoring/\(name)")
    self.folder = folder
    func rows(_ file: String) throws -> [[String: String]] {
      try Self.rows(folder.appending(path: file + ".csv")).rows
    }
    cases = try rows("cases").map { $0["case"] ?? "" }
    participants = try rows("participants").map {
      Participant(
        id: $0["participant"] ?? "", caseID: $0["case"] ?? "",
        organization: Self.text($0["organization"]), role: try Self.role($0["role"]))
    }
    let codings = try Dictionary(grouping: rows("codings")) { $0["source"] ?? "" }
    let decisions = try Dictionary(
      grouping: rows("adjudications").enumerated().map { ($0.offset, $0.element) }
    ) { $0.1["source"] ?? "" }
    sources = try rows("sources").map { row in
      let id = row["source"] ?? ""
      return CodedSource(
        source: Source(
          id: id, caseID: row["case"], participant: Self.text(row["participant"]),
          phase: Self.text(row["phase"]),
          coders: Self.names(row["coders"]), read: Self.names(row["read"]),
          kind: Source.Kind(
            stated: row["kind"].flatMap(Source.Kind.init),
            participant: Self.text(row["participant"])),
          work: Self.text(row["work"])),
        codings: (codings[id] ?? []).map(Self.coding),
        adjudications: (decisions[id] ?? []).map { Self.adjudication($0.1, row: $0.0) })
    }
    let table = try Self.rows(folder.appending(path: "survey.csv"))
    survey = table.rows
    columns = table.header
    let named = Set(sources.compactMap(\.source.phase)).union(
      survey.compactMap { Self.text($0["phase"]) })
    let times = folder.appending(path: "phases.csv")
    let order =
      FileManager.default.fileExists(atPath: times.path)
      ? try Self.rows(times).rows.compactMap { $0["phase"] } : []
    // Those of the file come in time.
    phases = order.filter(named.contains) + named.subtracting(order).sorted()
  }

  var cells: StudyCells { StudyCells(cases: cases, phases: phases) }

  func interviews(_ framework: Framework, rule: ConsensusRule) -> InterviewEvidence {
    var evidence = InterviewEvidence(
      framework: framework, cells: cells, participants: participants, rule: rule)
    for source in sources { evidence.add(source) }
    return evidence
  }

  /// The sums over the rows at some places; all of them by default.
  func sums(_ framework: Framework, where wanted: (Int) -> Bool = { _ in true }) -> SurveySums {
    var sums = SurveySums(framework: framework, cells: cells)
    let layout = sums.layout(columns: columns)
    let organizations = Set(survey.compactMap { Self.text($0["organization"]) }).sorted()
    for (place, row) in survey.enumerated() where wanted(place) {
      let organization = Self.text(row["organization"]).flatMap { organizations.firstIndex(of: $0) }
      sums.add(
        caseID: row["case"] ?? "", phase: Self.text(row["phase"]), organization: organization,
        answers: answers(row), layout: layout)
    }
    return sums
  }

  func answers(_ row: [String: String]) -> [Int8] {
    columns.map { row[$0].flatMap { Int8($0) } ?? Answer.notAnswered }
  }

  /// A role of the file; a word that is none fails the test.
  private static func role(_ word: String?) throws -> Participant.Role {
    struct NoRole: Error { let word: String? }
    guard let role = word.flatMap(Participant.Role.init) else { throw NoRole(word: word) }
    return role
  }

  private static func names(_ cell: String?) -> [String] {
    (cell ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func text(_ cell: String?) -> String? {
    cell.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func span(_ row: [String: String]) -> Span {
    Span(start: Int(row["start"] ?? "") ?? 0, end: Int(row["end"] ?? "") ?? 0)
  }

  private static func coding(_ row: [String: String]) -> Coding {
    Coding(
      coder: row["coder"] ?? "", code: row["code"] ?? "", span: span(row),
      weight: row["weight"].flatMap { Double($0) },
      valence: row["valence"].flatMap { Valence(rawValue: $0) })
  }

  private static func adjudication(_ row: [String: String], row number: Int) -> Adjudication {
    Adjudication(
      code: row["code"] ?? "", span: span(row),
      decision: Adjudication.Decision(rawValue: row["decision"] ?? "") ?? .accept,
      newCode: text(row["new code"]), weight: row["weight"].flatMap { Double($0) },
      valence: row["valence"].flatMap { Valence(rawValue: $0) }, by: row["by"] ?? "",
      at: row["at"] ?? "", reason: row["reason"] ?? "", row: number)
  }

  /// Reads a CSV file: quoted cells with doubled quotes and line breaks, either line end.
  private static func rows(_ file: URL) throws -> (header: [String], rows: [[String: String]]) {
    var table: [[String]] = [[]]
    var cell = ""
    var quoted = false
    var text = try String(contentsOf: file, encoding: .utf8).unicodeScalars[...]
    if text.first == "\u{FEFF}" { text.removeFirst() }
    while let scalar = text.popFirst() {
      switch scalar {
      case "\"" where quoted && text.first == "\"": cell.unicodeScalars.append(text.removeFirst())
      case "\"": quoted.toggle()
      case "," where !quoted:
        table[table.count - 1].append(cell)
        cell = ""
      case "\r" where !quoted && text.first == "\n": break
      case "\n" where !quoted:
        table[table.count - 1].append(cell)
        cell = ""
        table.append([])
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty { table[table.count - 1].append(cell) }
    let header = table.first ?? []
    let rows = table.dropFirst().filter { !$0.isEmpty }.map { row in
      Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
    }
    return (header, rows)
  }
}
