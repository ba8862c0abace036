import GRDB
public import StudyModel

/// Decisions of an import that was taken back: they count for nothing any more, and are kept, for
/// the log shows every one that was ever taken.
///
/// They stand in `change` with names for numbers, since the code or the source may go as well.
enum UndoneDecisions {
  /// What `change` has as the table.
  static let name = "decision taken back"

  /// The members of what is kept, in the order in which they are read.
  static let columns = [
    "source", "case", "start", "end", "code", "decision", "newCode", "newStart", "newEnd",
    "weight", "valence", "by", "at", "reason", "row",
  ]

  /// Keeps the decisions of an import before they are deleted.
  static func keep(ofImport id: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO change (importID, tableName, rowKey, before)
        SELECT a.importID, ?, a.id, json_object(
          'source', s.code, 'case', k.code, 'start', a.start, 'end', a.end, 'code', c.name,
          'decision', a.decision, 'newCode', n.name, 'newStart', a.newStart, 'newEnd', a.newEnd,
          'weight', a.weight, 'valence', a.valence, 'by', a.decidedBy, 'at', a.decidedAt,
          'reason', a.reason, 'row', a.fileRow)
        FROM adjudication a JOIN source s ON s.id = a.sourceID JOIN code c ON c.id = a.codeID
        LEFT JOIN code n ON n.id = a.newCodeID LEFT JOIN studyCase k ON k.id = s.caseID
        WHERE a.importID = ? ORDER BY a.id
        """, arguments: [name, id])
  }
}

extension StudyReader {
  /// A decision of an import that was taken back.
  public struct UndoneDecision: Sendable, Hashable {
    /// The source.
    public var source: String
    /// The source's case; nil for the whole set.
    public var caseID: String?
    /// The decision; its `row` is that of the file.
    public var decision: Adjudication
    /// The import that brought it.
    public var importID: Int64
  }

  /// The decisions of imports that were taken back, of the study or of one case, in the order in
  /// which they were taken back and, of one import, had come in.
  public func undoneDecisions(caseID: String? = nil) throws -> [UndoneDecision] {
    let columns = UndoneDecisions.columns.map { "json_extract(before, '$.\($0)')" }
      .joined(separator: ", ")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT importID, \(columns)
        FROM change WHERE tableName = ? AND (? IS NULL OR json_extract(before, '$.case') = ?) ORDER BY id
        """, arguments: [UndoneDecisions.name, caseID, caseID]
    ).map { row in
      let word: String = row[6]
      return UndoneDecision(
        source: row[1], caseID: row[2],
        decision: Adjudication(
          code: row[5], span: Span(start: row[3], end: row[4]),
          decision: Adjudication.Decision(rawValue: word) ?? .accept, newCode: row[7],
          newStart: row[8], newEnd: row[9], weight: row[10],
          valence: (row[11] as Int64?).flatMap { Valence(number: $0) }, by: row[12], at: row[13],
          reason: row[14], row: row[15]),
        importID: row[0])
    }
  }
}
