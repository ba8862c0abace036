import GRDB
import StudyModel

extension StudyReader {
  /// The items of each questionnaire version, in order.
  public func instrumentVersions() throws -> [Int64: [String]] {
    var versions: [Int64: [String]] = [:]
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM instrumentVersion") { versions[id] = [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT v.versionID, i.name, v.position FROM instrumentItem v LEFT JOIN item i ON i.id = v.itemID
        ORDER BY v.versionID, v.position
        """)
    for row in rows {
      let (version, position): (Int64, Int) = (row[0], row[2])
      // Answers lie in the order of the places: a gap would lay each on the item of another.
      guard let name: String = row[1], let earlier = versions[version],
        position == earlier.count + 1
      else {
        throw DamagedRow(
          "instrumentItem", "\(position) of version \(version)", "names no item at its place")
      }
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
    guard let row, let least: Int64 = row[0], let greatest: Int64 = row[1] else { return nil }
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
    let lengths = try instrumentVersions().mapValues(\.count)
    let statement = try PreparedStatement(
      db,
      """
      SELECT caseID, phaseID, organizationID, versionID, answers, id FROM response
      WHERE id BETWEEN ? AND ?
      """)
    statement.bind(1, numbers?.lowerBound ?? .min)
    statement.bind(2, numbers?.upperBound ?? .max)
    // The version seldom changes from one response to the next.
    var (lastVersion, lastLength) = (Int64(-1), 0)
    try statement.eachRow { row in
      let version = row.int(3)
      if version != lastVersion { (lastVersion, lastLength) = (version, lengths[version] ?? -1) }
      let bytes = row.bytes(4)
      guard bytes.count == lastLength else {
        throw StudyFileError.damaged(
          path: "the study",
          detail:
            "response \(row.int(5)) has \(bytes.count) answers, its questionnaire \(lastLength)")
      }
      try body(
        Response(
          caseNumber: row.int(0), phaseNumber: row.optionalInt(1), organization: row.optionalInt(2),
          version: version, answers: bytes.bindMemory(to: Int8.self)))
      return true
    }
  }

  /// Hands over every response of one case.
  public func forEachResponse(
    ofCase number: Int64, _ body: (Response) throws -> Void
  ) throws {
    let statement = try PreparedStatement(
      db,
      """
      SELECT caseID, phaseID, organizationID, versionID, answers FROM response WHERE caseID = ?
      """)
    statement.bind(1, number)
    try statement.eachRow { row in
      try body(Self.response(row))
      return true
    }
  }

  /// Hands over every response with the respondent's token, those of a case one after the other, in the
  /// order in which they came in.
  public func forEachAnswer(_ body: (_ token: String, Response) throws -> Void) throws {
    let statement = try PreparedStatement(
      db,
      """
      SELECT caseID, phaseID, organizationID, versionID, answers, respondent FROM response
      ORDER BY caseID, id
      """)
    try statement.eachRow { row in
      try body(row.string(5), Self.response(row))
      return true
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
      SELECT caseID, phaseID, organizationID, versionID, answers, respondent FROM response
      WHERE phaseID IS NOT NULL ORDER BY respondent, caseID
      """)
    try statement.eachRow { row in
      try body(row.string(5), Self.response(row))
      return true
    }
  }

  private static func response(_ row: StatementRow) -> Response {
    Response(
      caseNumber: row.int(0), phaseNumber: row.optionalInt(1), organization: row.optionalInt(2),
      version: row.int(3), answers: row.bytes(4).bindMemory(to: Int8.self))
  }
}
