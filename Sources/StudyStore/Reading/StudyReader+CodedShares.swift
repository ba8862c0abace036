import GRDB

/// How many codings an import brought in one source by one coder.
public struct CodedShare: Sendable, Hashable {
  /// The import.
  public var importID: Int64
  /// The source's id.
  public var source: String
  /// The coder.
  public var coder: String
  /// Codings, those that have given way since included.
  public var codings: Int
  /// Codings that stand.
  public var standing: Int
}

extension StudyReader {
  /// What imports brought in codings, by import, source and coder; none for imports taken back.
  public func codedShares() throws -> [CodedShare] {
    try rows(
      of: "coding", keys: 3,
      """
      SELECT k.importID, s.id AS sourceID, k.coderID, s.code, c.name, count(*),
        sum(k.replacedBy IS NULL)
      FROM everyCoding k LEFT JOIN sourceVersion v ON v.id = k.versionID
      LEFT JOIN source s ON s.id = v.sourceID LEFT JOIN coder c ON c.id = k.coderID
      GROUP BY k.importID, s.id, k.coderID ORDER BY k.importID, s.id, c.name
      """
    ) { row in
      guard let source = try row.optionalText(3) else {
        throw BadValue("is in no version of a source")
      }
      guard let coder = try row.named(4, by: 2) else { throw BadValue("names no coder") }
      return CodedShare(
        importID: try row.int64(0), source: source, coder: coder,
        codings: try row.count(5), standing: try row.count(6))
    }
  }
}
