import GRDB

extension StudyReader {
  /// Codings or decisions of a source that carry too much weight.
  public struct HeavyRows: Sendable, Hashable {
    /// What they are.
    public enum Noun: Sendable, Hashable {
      case codings, decisions
    }

    /// The source.
    public var source: String
    /// What they are.
    public var of: Noun
    /// How many.
    public var count: Int
  }

  /// Codings, those that gave way to a later round included, and decisions with a weight above a top, by
  /// source; one pass over each.
  public func weights(above top: Double) throws -> [HeavyRows] {
    let tables = [
      (HeavyRows.Noun.codings, "everyCoding"),
      (.decisions, "adjudication"),
    ]
    return try tables.flatMap { noun, table in
      try rows(
        of: "sourceVersion",
        """
        SELECT k.versionID, s.code, sum(k.heavy) FROM (
          SELECT versionID, count(*) AS heavy FROM \(table)
          WHERE weight > ? GROUP BY versionID) k
        LEFT JOIN sourceVersion v ON v.id = k.versionID LEFT JOIN source s ON s.id = v.sourceID
        GROUP BY s.id ORDER BY s.id
        """, [top]
      ) { row in
        guard let source = try row.optionalText(1) else { throw BadValue("is of no source") }
        return HeavyRows(source: source, of: noun, count: try row.count(2))
      }
    }
  }
}
