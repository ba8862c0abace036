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
    try Row.fetchAll(
      db,
      sql: """
        SELECT k.importID, s.code, c.name, count(*), sum(k.replacedBy IS NULL)
        FROM everyCoding k JOIN sourceVersion v ON v.id = k.versionID
        JOIN source s ON s.id = v.sourceID JOIN coder c ON c.id = k.coderID
        GROUP BY k.importID, s.id, c.id ORDER BY k.importID, s.id, c.name
        """
    ).map {
      CodedShare(importID: $0[0], source: $0[1], coder: $0[2], codings: $0[3], standing: $0[4])
    }
  }
}
