import GRDB
public import StudyModel

extension StudyReader {
  /// The codings of a version of a source, without one of the newest, each with the import that
  /// brought it.
  public func codingsWithImports(
    ofSource code: String, version: Int64? = nil
  ) throws -> [(coding: Coding, importID: Int64)] {
    try rows(
      of: "coding", keys: 5,
      """
      SELECT k.versionID, k.start, k.end, k.codeID, k.coderID, coder.name, code.name, k.weight,
        k.valence, k.importID
      FROM source s JOIN sourceVersion v ON v.sourceID = s.id
      JOIN coding k ON k.versionID = v.id LEFT JOIN coder ON coder.id = k.coderID
      LEFT JOIN code ON code.id = k.codeID
      WHERE s.code = ? AND v.id = ifnull(?, (
        SELECT id FROM sourceVersion WHERE sourceID = s.id ORDER BY number DESC LIMIT 1))
      ORDER BY k.start, k.end, code.name, coder.name
      """, [code, version]
    ) { row in
      guard let coder = try row.optionalText(5), let code = try row.optionalText(6) else {
        throw BadValue("names no coder or no code")
      }
      return (
        Coding(
          coder: coder, code: code, span: try row.span(1, 2), weight: try row.weight(7),
          valence: try row.valence(8)),
        try row.int64(9)
      )
    }
  }

  /// Who coded something in other versions of a source than one, each with the first import that brought it.
  public func codersWithImports(
    ofSource code: String, butOf version: Int64
  ) throws -> [(coder: String, importID: Int64)] {
    try rows(
      of: "coding", keys: 5,
      """
      SELECT k.versionID, k.start, k.end, k.codeID, k.coderID, coder.name, min(k.importID)
      FROM source s JOIN sourceVersion v ON v.sourceID = s.id
      JOIN coding k ON k.versionID = v.id LEFT JOIN coder ON coder.id = k.coderID
      WHERE s.code = ? AND v.id <> ? GROUP BY k.coderID ORDER BY coder.name
      """, [code, version]
    ) { row in
      guard let coder = try row.optionalText(5) else { throw BadValue("names no coder") }
      return (coder, try row.int64(6))
    }
  }

  /// The words of the newest version of a source; nil where there is no transcript.
  public func transcript(ofSource code: String) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT v.text FROM source s JOIN sourceVersion v ON v.sourceID = s.id WHERE s.code = ?
        ORDER BY v.number DESC LIMIT 1
        """, arguments: [code])
  }
}
