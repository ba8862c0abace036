import GRDB

extension ImportSession {
  /// Sets aside what a coder coded in a source before this import, in all versions of its text.
  ///
  /// The codings stand no longer, and stay in the study for agreement of the round they were of.
  ///
  /// - Parameters:
  ///   - coderID: The coder.
  ///   - versionID: A version of the source.
  ///   - kept: Imports whose codings stay, as this one's do.
  /// - Returns: How many they are.
  /// - Throws: `DatabaseError` where the study cannot be written.
  public func setAside(
    codingsOf coderID: RowID<Rows.Coder>, inSourceOfVersion versionID: RowID<Rows.Version>,
    except kept: [Int64]
  ) throws -> Int {
    let which = """
      FROM coding WHERE coderID = :coder AND importID <> :import
        AND importID NOT IN (SELECT value FROM json_each(:kept)) AND versionID IN (
        SELECT id FROM sourceVersion
        WHERE sourceID = (SELECT sourceID FROM sourceVersion WHERE id = :version))
      """
    let arguments: StatementArguments = [
      "coder": coderID.number, "import": importID, "version": versionID.number,
      "kept": "[\(kept.map { String($0) }.joined(separator: ","))]",
    ]
    try db.cachedStatement(
      sql: """
        INSERT INTO replacedCoding (\(StudyFile.codingColumns), replacedBy)
        SELECT \(StudyFile.codingColumns), :import \(which)
        """
    ).execute(arguments: arguments)
    try db.cachedStatement(sql: "DELETE \(which)").execute(arguments: arguments)
    return db.changesCount
  }
}
