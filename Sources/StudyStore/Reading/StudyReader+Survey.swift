import GRDB
import StudyModel

extension StudyReader {
  /// The items of each questionnaire version, in order.
  public func instrumentVersions() throws -> [Int64: [String]] {
    var versions: [Int64: [String]] = [:]
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM instrumentVersion") { versions[id] = [] }
    _ = try rows(
      of: "instrumentItem", keys: 2,
      """
      SELECT v.versionID, v.position, v.itemID, i.name
      FROM instrumentItem v LEFT JOIN item i ON i.id = v.itemID ORDER BY v.versionID, v.position
      """
    ) { row in
      let version = try row.int64(0)
      // Answers lie in the order of the places: a gap would lay each on the item of another.
      guard let name = try row.named(3, by: 2), let earlier = versions[version],
        try row.count(1) == earlier.count + 1
      else { throw BadValue("names no item at its place") }
      versions[version]?.append(name)
    }
    return versions
  }

  /// One response while it is read; its bytes are gone with the next one.
  public struct Response {
    /// The case's number.
    public var caseNumber: Int64
    /// The phase's number.
    public var phaseNumber: Int64?
    /// The organization's number.
    public var organization: Int64?
    /// The questionnaire version.
    public var version: Int64
    /// One byte an item, in the version's order.
    public var answers: UnsafeBufferPointer<Int8>
  }

  /// The least and greatest number of a response; nil where there is none.
  public func responseNumbers() throws -> ClosedRange<Int64>? {
    let row = try Row.fetchOne(
      db, sql: "SELECT (SELECT min(id) FROM response), (SELECT max(id) FROM response)")
    guard let row, let least = try row.decode(Int64?.self, atIndex: 0),
      let greatest = try row.decode(Int64?.self, atIndex: 1)
    else { return nil }
    return least...greatest
  }

  /// Hands over every response, in the order in which they came in.
  ///
  /// - Parameters:
  ///   - numbers: Only these; nil stands for all.
  ///   - body: Called with each.
  /// - Throws: `StudyFileError.damaged` where an answer row does not fit its questionnaire version.
  public func forEachResponse(
    _ numbers: ClosedRange<Int64>? = nil, _ body: (Response) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      db, "SELECT \(ResponseRows.columns) FROM response WHERE id BETWEEN ? AND ?")
    statement.bind(1, numbers?.lowerBound ?? .min)
    statement.bind(2, numbers?.upperBound ?? .max)
    try forEach(statement) { try body($1) }
  }

  /// Hands over every response of one case.
  public func forEachResponse(
    ofCase number: Int64, _ body: (Response) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      db, "SELECT \(ResponseRows.columns) FROM response WHERE caseID = ?")
    statement.bind(1, number)
    try forEach(statement) { try body($1) }
  }

  /// Hands over every response with the respondent's token, those of a case one after the other, in the
  /// order in which they came in.
  public func forEachAnswer(_ body: (_ token: String, Response) throws -> Void) throws {
    let statement = try PreparedStatement(
      db,
      """
      SELECT \(ResponseRows.columns), respondent FROM response ORDER BY caseID, id
      """)
    try forEach(statement) { row, response in
      try body(try row.string(ResponseRows.count), response)
    }
  }

  /// Hands over every response that belongs to a phase with the respondent's token, those of one
  /// token and case one after the other: for changes between phases.
  public func forEachRespondent(
    _ body: (_ token: String, Response) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      db,
      """
      SELECT \(ResponseRows.columns), respondent FROM response
      WHERE phaseID IS NOT NULL ORDER BY respondent, caseID
      """)
    try forEach(statement) { row, response in
      try body(try row.string(ResponseRows.count), response)
    }
  }

  /// Hands over the responses of a statement with ``ResponseRows/columns``.
  private func forEach(
    _ statement: PreparedStatement, _ body: (StatementRow, Response) throws -> Void
  ) throws {
    var rows = try ResponseRows(self)
    try statement.eachRow { row in
      try noting("response", row.key(1)) { try body(row, try rows.response(row)) }
      return true
    }
  }
}

/// Reads responses, each held to what it names: its case, phase, organization and questionnaire.
private struct ResponseRows {
  static let columns = "id, caseID, phaseID, organizationID, versionID, answers"
  static let count: Int32 = 6

  private let cases: RowNumbers
  private let phases: RowNumbers
  private let organizations: RowNumbers
  private let lengths: [Int64: Int]
  // What one response names, the next mostly names too.
  private var lastCase: Int64?
  private var lastPhase: Int64?
  private var lastOrganization: Int64?
  private var last: (version: Int64, length: Int)?

  init(_ reader: StudyReader) throws {
    let db = reader.db
    cases = RowNumbers(try Int64.fetchSet(db, sql: "SELECT id FROM studyCase"))
    phases = RowNumbers(try Int64.fetchSet(db, sql: "SELECT id FROM phase"))
    organizations = RowNumbers(try Int64.fetchSet(db, sql: "SELECT id FROM organization"))
    lengths = try reader.instrumentVersions().mapValues(\.count)
  }

  mutating func response(_ row: StatementRow) throws(BadValue) -> StudyReader.Response {
    let caseNumber = try row.int(1)
    try Self.check(caseNumber, "case", in: cases, &lastCase)
    let phase = try row.optionalInt(2)
    if let phase { try Self.check(phase, "phase", in: phases, &lastPhase) }
    let organization = try row.optionalInt(3)
    if let organization {
      try Self.check(organization, "organization", in: organizations, &lastOrganization)
    }
    let version = try row.int(4)
    if last?.version != version {
      guard let length = lengths[version] else { throw BadValue("names no questionnaire") }
      last = (version, length)
    }
    let bytes = row.bytes(5)
    guard bytes.count == last?.length else {
      throw BadValue("has \(bytes.count) answers, its questionnaire \(last?.length ?? 0)")
    }
    return StudyReader.Response(
      caseNumber: caseNumber, phaseNumber: phase, organization: organization, version: version,
      answers: bytes.bindMemory(to: Int8.self))
  }

  private static func check(
    _ number: Int64, _ what: String, in known: RowNumbers, _ last: inout Int64?
  ) throws(BadValue) {
    if number == last { return }
    guard known.contains(number) else { throw BadValue("names no \(what)") }
    last = number
  }
}

/// The numbers of a table's rows: seldom with gaps, so that two comparisons mostly tell.
private struct RowNumbers {
  private let numbers: Set<Int64>
  private let range: ClosedRange<Int64>?

  init(_ numbers: Set<Int64>) {
    self.numbers = numbers
    range = numbers.min().flatMap { least in
      numbers.max().flatMap { greatest in
        greatest &- least == Int64(numbers.count - 1) ? least...greatest : nil
      }
    }
  }

  func contains(_ number: Int64) -> Bool {
    range?.contains(number) ?? numbers.contains(number)
  }
}
