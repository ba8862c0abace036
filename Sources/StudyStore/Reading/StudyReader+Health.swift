import GRDB
public import StudyModel

extension StudyReader {
  /// What SQLite says of the file itself; empty where it is whole.
  public func integrityFaults() throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
  }

  /// Rows that name others which are not there, as `table: number of rows`.
  public func orphans() throws -> [(table: String, count: Int)] {
    var counts: [String: Int] = [:]
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
      counts[row[0] as String, default: 0] += 1
    }
    // References of the large tables, which carry no foreign keys.
    let further = [
      ("coding", "segmentID NOT IN (SELECT id FROM segment)"),
      ("coding", "codeID NOT IN (SELECT id FROM code)"),
      ("coding", "coderID NOT IN (SELECT id FROM coder)"),
      ("coding", "importID NOT IN (SELECT id FROM import)"),
      ("replacedCoding", "segmentID NOT IN (SELECT id FROM segment)"),
      ("replacedCoding", "codeID NOT IN (SELECT id FROM code)"),
      ("replacedCoding", "importID NOT IN (SELECT id FROM import)"),
      ("segment", "id NOT IN (SELECT segmentID FROM everyCoding)"),
      ("segment", "versionID NOT IN (SELECT id FROM sourceVersion)"),
      ("response", "versionID NOT IN (SELECT id FROM instrumentVersion)"),
      ("response", "phaseID IS NOT NULL AND phaseID NOT IN (SELECT id FROM phase)"),
      (
        "response",
        "organizationID IS NOT NULL AND organizationID NOT IN (SELECT id FROM organization)"
      ),
      ("response", "importID NOT IN (SELECT id FROM import)"),
    ]
    for (table, condition) in further {
      let count = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)")
      if let count, count > 0 { counts[table, default: 0] += count }
    }
    return counts.sorted { $0.key < $1.key }.map { (table: $0.key, count: $0.value) }
  }

  /// Evidence that states no phase in a study with phases: sources, and responses by case.
  public func withoutPhase() throws -> (sources: [String], responses: [(caseID: String, Int)]) {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM phase)") ?? false else {
      return ([], [])
    }
    let sources = try String.fetchAll(
      db,
      sql: "SELECT code FROM source WHERE caseID IS NOT NULL AND phaseID IS NULL ORDER BY id")
    let responses = try Row.fetchAll(
      db,
      sql: """
        SELECT c.code, count(*) FROM response r JOIN studyCase c ON c.id = r.caseID
        WHERE r.phaseID IS NULL GROUP BY c.id ORDER BY c.id
        """)
    return (sources, responses.map { ($0[0], $0[1]) })
  }

  /// A segment with its source, for a list.
  public struct PlacedSegment: Sendable, Hashable {
    /// The source's id.
    public var source: String
    /// The version of its transcript.
    public var version: Int
    /// The span.
    public var span: Span
    /// The words kept with it.
    public var text: String?
  }

  /// Coded segments of older transcripts, whose words were not found again in the newer one; without
  /// those whose codings all gave way to a later round.
  public func segmentsOfOldVersions() throws -> [PlacedSegment] {
    try segments(
      """
      WHERE v.number < (SELECT max(number) FROM sourceVersion n WHERE n.sourceID = s.id)
        AND g.id IN (SELECT segmentID FROM coding)
      """)
  }

  /// Segments whose words are not those of their transcript, white space aside.
  public func segmentsWithOtherWords() throws -> [PlacedSegment] {
    let versions = try Row.fetchCursor(
      db, sql: "SELECT id, text FROM sourceVersion WHERE text IS NOT NULL ORDER BY id")
    var found: [PlacedSegment] = []
    while let version = try versions.next() {
      let id: Int64 = version[0]
      let scalars = Array((version[1] as String).unicodeScalars)
      found += try segments("WHERE v.id = \(id) AND g.text IS NOT NULL").filter { segment in
        guard segment.span.start >= 0, segment.span.end <= scalars.count else { return true }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[segment.span.start..<segment.span.end])
        return String(words).split(whereSeparator: \.isWhitespace)
          != (segment.text ?? "").split(whereSeparator: \.isWhitespace)
      }
    }
    return found
  }

  private func segments(_ condition: String) throws -> [PlacedSegment] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.code, v.number, g.start, g.end, g.text FROM segment g
        JOIN sourceVersion v ON v.id = g.versionID JOIN source s ON s.id = v.sourceID
        \(condition) ORDER BY s.id, v.number, g.start, g.end
        """
    ).map {
      PlacedSegment(
        source: $0[0], version: $0[1], span: Span(start: $0[2], end: $0[3]), text: $0[4])
    }
  }
}
