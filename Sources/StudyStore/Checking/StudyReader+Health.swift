import GRDB
public import StudyModel

extension StudyReader {
  /// What SQLite says of the file itself; empty where it is whole.
  public func integrityFaults() throws -> [String] {
    try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
  }

  /// Rows that name others which are not there, or that nothing names although they are there only to
  /// be named, as `table: number of rows`.
  public func orphans() throws -> [(table: String, count: Int)] {
    var counts: [String: Int] = [:]
    for table in try String.fetchAll(db, sql: "SELECT \"table\" FROM pragma_foreign_key_check") {
      counts[table, default: 0] += 1
    }
    let schema = try StudySchema(db)
    func count(_ table: String, _ condition: String) throws {
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table) WHERE \(condition)")
      if let count, count > 0 { counts[table, default: 0] += count }
    }
    // What undo removes would be removed by none any more; where `change` is torn, that is told.
    let isTorn = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE NOT json_valid(before))")
    if isTorn == false {
      for table in StudySchema.used where table != "coder" {
        try count(table, try UnusedRows.condition(table, schema))
      }
    }
    return counts.sorted { $0.key < $1.key }.map { (table: $0.key, count: $0.value) }
  }

  /// Reads everything there is and tells of rows that no command could read, and of spans that stand
  /// twice, as sentences.
  public func damagedRows() throws -> [String] {
    let log = DamageLog()
    let reader = StudyReader(db: db, damage: log)
    _ = try reader.frameworkVersions()
    _ = try reader.imports()
    _ = try reader.cases()
    _ = try reader.phases()
    _ = try reader.participants()
    _ = try reader.invited()
    for table in ["coder", "code", "organization", "item"] { _ = try reader.names(table) }
    _ = try reader.decisions()
    _ = try reader.undoneDecisions()
    try reader.forEachCodedSource { _ in }
    try reader.forEachSourceHistory { _ in }
    _ = try reader.editions()
    try reader.forEachResponse { _ in }
    try reader.checkSegments()
    try reader.checkChanges()
    do {
      _ = try secret()
    } catch let row as DamagedRow {
      log.note(row)
    }
    return log.rows.map(\.text)
  }

  /// The same reader, leaving out damaged rows instead of ending at the first.
  public func leavingOutDamage() -> StudyReader { StudyReader(db: db, damage: DamageLog()) }

  /// Segments, codings and their notes and answers, beside what is read for figures.
  private func checkSegments() throws {
    _ = try rows(of: "segment", "SELECT id, start, end, text FROM segment") {
      _ = (try $0.span(1, 2), try $0.optionalText(3))
    }
    _ = try rows(
      of: "coding", keys: 5,
      """
      SELECT k.versionID, k.start, k.end, k.codeID, k.coderID, k.memo, k.clear, k.fileRow,
        g.versionID = k.versionID AND g.start = k.start AND g.end = k.end
      FROM everyCoding k LEFT JOIN segment g ON g.id = k.segmentID
      """
    ) { row in
      _ = (try row.optionalText(5), try row.optionalFlag(6), try row.count(7))
      guard try row.optionalFlag(8) == true else {
        throw BadValue("does not lie where its segment does")
      }
    }
    _ = try rows(
      of: "partner", "SELECT id, value FROM partner"
    ) { row in
      guard let value = try row.optionalDouble(1), value.isFinite else {
        throw BadValue("has no number as its value")
      }
    }
  }

  /// What an undo would put back.
  private func checkChanges() throws {
    let schema = try StudySchema(db)
    _ = try rows(of: "change", "SELECT id, tableName, rowKey, before FROM change") { row in
      let table = try row.text(1)
      guard table != UndoneDecisions.name else { return }
      try BeforeImage.check(
        schema, table: table, id: try row.int64(2), change: try row.int64(0),
        text: try row.text(3))
    }
  }

  /// Evidence that states no phase in a study with phases: sources, and responses by case.
  public func withoutPhase() throws -> (sources: [String], responses: [(caseID: String, Int)]) {
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM phase)") ?? false else {
      return ([], [])
    }
    let sources = try String.fetchAll(
      db,
      sql: "SELECT code FROM source WHERE caseID IS NOT NULL AND phaseID IS NULL ORDER BY id")
    let responses = try rows(
      of: "studyCase",
      """
      SELECT r.caseID, c.code, r.responses
      FROM (SELECT caseID, count(*) AS responses FROM response WHERE phaseID IS NULL
        GROUP BY caseID) r
      LEFT JOIN studyCase c ON c.id = r.caseID ORDER BY r.caseID
      """
    ) { row in
      guard let caseID = try row.optionalText(1) else { throw BadValue("is not there") }
      return (caseID, try row.count(2))
    }
    return (sources, responses)
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
    let ids = try Int64.fetchAll(
      db, sql: "SELECT id FROM sourceVersion WHERE text IS NOT NULL ORDER BY id")
    var found: [PlacedSegment] = []
    for id in ids {
      // One text at a time: all of them may be long.
      let texts = try rows(
        of: "sourceVersion", "SELECT id, text FROM sourceVersion WHERE id = ?", [id]
      ) { Array(try $0.text(1).unicodeScalars) }
      guard let scalars = texts.first else { continue }
      found += try segments("WHERE v.id = ? AND g.text IS NOT NULL", [id]).filter { segment in
        guard segment.span.end <= scalars.count else { return true }
        var words = String.UnicodeScalarView()
        words.append(contentsOf: scalars[segment.span.start..<segment.span.end])
        return String(words).split(whereSeparator: \.isWhitespace)
          != (segment.text ?? "").split(whereSeparator: \.isWhitespace)
      }
    }
    return found
  }

  private func segments(
    _ condition: String, _ arguments: StatementArguments = []
  ) throws -> [PlacedSegment] {
    try rows(
      of: "segment",
      """
      SELECT g.id, s.code, v.number, g.start, g.end, g.text FROM segment g
      LEFT JOIN sourceVersion v ON v.id = g.versionID LEFT JOIN source s ON s.id = v.sourceID
      \(condition) ORDER BY s.id, v.number, g.start, g.end
      """, arguments
    ) { row in
      guard let source = try row.optionalText(1) else { throw BadValue("is of no source") }
      return PlacedSegment(
        source: source, version: try row.count(2), span: try row.span(3, 4),
        text: try row.optionalText(5))
    }
  }
}
