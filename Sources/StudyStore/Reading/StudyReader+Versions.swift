import StudyModel

/// A version of a transcript, with what was coded in it and the decisions on it.
struct CodedVersion<Found> {
  /// Whether it is the newest.
  var isNewest: Bool
  var codings: [Found]
  var decisions: [StudyReader.StoredDecision]
}

extension StudyReader {
  /// Hands over every source with its versions, the newest first.
  ///
  /// - Parameters:
  ///   - caseID: Only the sources of this case; nil for all.
  ///   - sql: What finds the rows of codings of one version, the key's columns first.
  ///   - coding: What a row says.
  ///   - body: Called with each source.
  /// - Throws: What the body throws; `StudyFileError` where a row is damaged.
  func forEachVersion<Found>(
    ofCase caseID: String? = nil, _ sql: String, _ coding: (StatementRow) throws -> Found,
    _ body: (Source, [CodedVersion<Found>]) throws -> Void
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
      var coded: [CodedVersion<Found>] = []
      for (place, version) in numbers.enumerated() {
        var found: [Found] = []
        codings.bind(1, version)
        try codings.eachRow { row in
          try noting("coding", row.key(5)) { found.append(try coding(row)) }
          return true
        }
        coded.append(
          CodedVersion(isNewest: place == 0, codings: found, decisions: decided[version] ?? []))
      }
      try body(source, coded)
    }
  }
}
