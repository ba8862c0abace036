import GRDB

/// Rows that name a source which is not there: who walks from the sources to what is in them would pass
/// them by, and give figures without them.
extension StudyReader {
  /// Notes codings, decisions, versions and registered coders that hang on no source.
  ///
  /// Cost: a look into the index for each version of a source, and a pass over the decisions.
  func noteLoose() throws {
    for table in ["coding", "replacedCoding"] {
      try note(
        table,
        """
        WITH RECURSIVE used (versionID) AS (
          SELECT min(versionID) FROM \(table)
          UNION ALL
          SELECT (SELECT min(k.versionID) FROM \(table) k WHERE k.versionID > used.versionID)
          FROM used WHERE used.versionID IS NOT NULL)
        SELECT versionID FROM used
        WHERE versionID IS NOT NULL AND versionID NOT IN (SELECT id FROM sourceVersion)
        """, "is in no version of a source")
    }
    try note(
      "sourceVersion", Self.withoutSource("id", "sourceVersion"), "is of no source")
    try note("adjudication", Self.withoutSource("id", "adjudication"), "names no source")
    try note("sourceCoder", Self.withoutSource("sourceID", "sourceCoder"), "names no source")
  }

  private static func withoutSource(_ key: String, _ table: String) -> String {
    "SELECT \(key) FROM \(table) WHERE sourceID NOT IN (SELECT id FROM source) ORDER BY 1"
  }

  private func note(_ table: String, _ sql: String, _ detail: String) throws {
    for row in try Row.fetchAll(db.cachedStatement(sql: sql)) {
      let name = row.columnNames.first ?? ""
      let key = name == "id" ? row.key(1) : "\(name) \(row.key(1))"
      try damaged(DamagedRow(table, key, detail))
    }
  }
}
