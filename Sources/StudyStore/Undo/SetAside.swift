import GRDB

extension StudyFile {
  /// The columns of a coding, which one that gave way has as well.
  static let codingColumns = """
    versionID, start, end, codeID, coderID, segmentID, weight, valence, memo, clear, importID, fileRow
    """

  /// Puts back what an import set aside.
  static func restoreSetAside(by id: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO coding (\(codingColumns))
        SELECT \(codingColumns) FROM replacedCoding WHERE replacedBy = :id
        """, arguments: ["id": id])
    try db.execute(
      sql: "DELETE FROM replacedCoding WHERE replacedBy = :id", arguments: ["id": id])
  }

  /// Asks for later imports that stand in place of codings of this one, or that brought or set aside
  /// codings of a coder and source whose earlier ones this one set aside.
  static let setAsideSince = [
    "SELECT DISTINCT replacedBy FROM replacedCoding WHERE importID = :id AND replacedBy > :id",
    """
    SELECT DISTINCT k.importID FROM replacedCoding r
    JOIN everyCoding k ON k.versionID = r.versionID AND k.coderID = r.coderID
    WHERE r.replacedBy = :id AND k.importID > :id
    """,
    """
    SELECT DISTINCT k.replacedBy FROM replacedCoding r
    JOIN replacedCoding k ON k.versionID = r.versionID AND k.coderID = r.coderID
    WHERE r.replacedBy = :id AND k.replacedBy > :id
    """,
  ]
}
