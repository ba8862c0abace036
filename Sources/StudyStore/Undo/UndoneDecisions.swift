import GRDB
public import StudyModel

/// Decisions of an import that was taken back: they count for nothing any more, and are kept, for
/// the log shows every one that was ever taken.
///
/// They stand in `change` with names for numbers, since the code or the source may go as well.
enum UndoneDecisions {
  /// What `change` has as the table.
  static let name = "decision taken back"

  /// The members of what is kept that make the decision, in the order of `DecisionRow.columns`; a
  /// whole weight has no decimals in JSON.
  static let columns = [
    "code", "start", "end", "decision", "newCode", "newStart", "newEnd", "weight", "valence", "by",
    "at", "reason",
  ].map {
    $0 == "weight"
      ? "CAST(json_extract(before, '$.weight') AS REAL)" : "json_extract(before, '$.\($0)')"
  }.joined(separator: ", ")

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
  /// The decisions of imports that were taken back, of the study or of one case, in the order in
  /// which they were taken back and, of one import, had come in.
  public func undoneDecisions(caseID: String? = nil) throws -> [UndoneDecision] {
    try rows(
      of: "change",
      """
      SELECT id, importID, source, studyCase, fileRow, newCode IS NOT NULL, \(UndoneDecisions.columns)
      FROM (
        SELECT id, importID, before, json_extract(before, '$.source') AS source,
          json_extract(before, '$.case') AS studyCase, json_extract(before, '$.row') AS fileRow,
          json_extract(before, '$.newCode') AS newCode
        FROM change WHERE tableName = ? AND json_valid(before))
      WHERE ? IS NULL OR studyCase = ? ORDER BY id
      """, [UndoneDecisions.name, caseID, caseID]
    ) { row in
      UndoneDecision(
        source: try row.text(2), caseID: try row.optionalText(3),
        decision: try DecisionRow.decode(
          row, from: 6, number: try row.count(4), namesNewCode: try row.flag(5)),
        importID: try row.int64(1))
    }
  }
}
