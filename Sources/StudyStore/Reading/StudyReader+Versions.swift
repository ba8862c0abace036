import StudyModel

extension StudyReader {
  /// Hands over every source version by version, the newest first, with what was coded in each and the
  /// decisions on it.
  ///
  /// - Parameters:
  ///   - caseID: Only the sources of this case; nil for all.
  ///   - sql: What finds the rows of codings of one version, the key's columns first.
  ///   - coding: What a row says.
  ///   - body: Called with the source, whether the version is its newest, codings and decisions.
  /// - Throws: What the body throws; `StudyFileError` where a row is damaged.
  func forEachVersion<Found>(
    ofCase caseID: String? = nil, _ sql: String, _ coding: (StatementRow) throws -> Found,
    _ body: (Source, Bool, [Found], [StoredDecision]) throws -> Void
  ) throws {
    try noteLoose()
    let versions = try PreparedStatement(
      db, "SELECT id FROM sourceVersion WHERE sourceID = ? ORDER BY number DESC")
    let codings = try PreparedStatement(db, sql)
    for (number, source) in try numberedSources() where caseID == nil || source.caseID == caseID {
      let decided = Dictionary(grouping: try decisions(ofSource: number), by: \.version)
      versions.bind(1, number)
      var numbers: [Int64] = []
      try versions.eachRow {
        numbers.append(try $0.int(0))
        return true
      }
      for (place, version) in numbers.enumerated() {
        var found: [Found] = []
        codings.bind(1, version)
        try codings.eachRow { row in
          try noting("coding", row.key(5)) { found.append(try coding(row)) }
          return true
        }
        try body(source, place == 0, found, decided[version] ?? [])
      }
    }
  }
}
