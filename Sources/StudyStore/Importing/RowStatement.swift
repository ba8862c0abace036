/// The statements that run for every row of a file, each prepared once an import.
///
/// Known by number and not by text: a look by text costs as much as a small insert.
enum RowStatement: Int, CaseIterable {
  case insertResponse, insertCoding, findCoding, insertSegment, findSegment, insertKeptBlock
  case insertChange

  var sql: String {
    switch self {
    case .insertResponse:
      """
      INSERT INTO response (respondent, caseID, organizationID, role, phaseID, versionID, answers,
        importID, fileRow)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """
    case .insertCoding:
      "INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    case .findCoding:
      """
      SELECT weight, valence, importID, fileRow FROM coding
      WHERE versionID = ? AND start = ? AND end = ? AND codeID = ? AND coderID = ?
      """
    case .insertSegment:
      "INSERT INTO segment (versionID, start, end, text, importID) VALUES (?, ?, ?, ?, ?)"
    case .findSegment:
      "SELECT segmentID FROM everyCoding WHERE versionID = ? AND start = ? AND end = ? LIMIT 1"
    case .insertKeptBlock:
      "INSERT INTO keptBlock VALUES (?, ?, ?)"
    case .insertChange:
      "INSERT INTO change (importID, tableName, rowKey, before) VALUES (?, ?, ?, ?)"
    }
  }
}
