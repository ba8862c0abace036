/// The statements that run for every row of a file, each prepared once an import.
///
/// Known by number and not by text: a look by text costs as much as a small insert.
enum RowStatement: Int, CaseIterable {
  case insertResponse, findResponse, updateResponse, insertCoding, findCoding, insertSegment
  case findSegment, insertDecision, findDecision, insertKeptBlock, insertChange

  var sql: String {
    switch self {
    case .insertResponse:
      """
      INSERT INTO response (respondent, caseID, organizationID, role, phaseID, versionID, answers,
        importID, fileRow)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """
    case .findResponse:
      """
      SELECT id, organizationID, role, versionID, answers, importID, fileRow FROM response
      WHERE respondent = ? AND caseID = ? AND ifnull(phaseID, 0) = ifnull(?, 0)
      """
    case .updateResponse:
      "UPDATE response SET organizationID = ?, role = ?, versionID = ?, answers = ? WHERE id = ?"
    case .insertCoding:
      """
      INSERT INTO coding (\(StudyFile.codingColumns))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """
    case .findCoding:
      """
      SELECT weight, valence, importID, fileRow FROM coding
      WHERE versionID = ? AND start = ? AND end = ? AND codeID = ? AND coderID = ?
      """
    case .insertSegment:
      "INSERT INTO segment (versionID, start, end, text, importID) VALUES (?, ?, ?, ?, ?)"
    case .findSegment:
      "SELECT segmentID FROM everyCoding WHERE versionID = ? AND start = ? AND end = ? LIMIT 1"
    case .insertDecision:
      """
      INSERT INTO adjudication (sourceID, start, end, codeID, newCodeID, newStart, newEnd, weight,
        valence, decision, decidedBy, decidedAt, reason, importID, fileRow, versionID)
      VALUES (?1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        (SELECT id FROM sourceVersion WHERE sourceID = ?1 ORDER BY number DESC LIMIT 1))
      """
    case .findDecision:
      """
      SELECT 1 FROM adjudication WHERE sourceID = ? AND start = ? AND end = ? AND codeID = ?
      AND newCodeID IS ? AND newStart IS ? AND newEnd IS ? AND weight IS ? AND valence IS ?
      AND decision = ? AND decidedBy = ? AND decidedAt = ? AND reason = ? AND importID <> ? LIMIT 1
      """
    case .insertKeptBlock:
      "INSERT INTO keptBlock (importID, firstRow, rows) VALUES (?, ?, ?)"
    case .insertChange:
      "INSERT INTO change (importID, tableName, rowKey, before) VALUES (?, ?, ?, ?)"
    }
  }
}
