import GRDB
public import StudyModel

extension StudyReader {
  /// Which passages may be quoted outside the team; one pass over the codings.
  public func passageClearance() throws -> PassageClearance {
    let answered = try Row.fetchAll(
      db,
      sql: """
        SELECT s.code, k.versionID, k.start, k.end, g.text, max(k.clear) = 1, min(k.clear) = 0
        FROM coding k JOIN sourceVersion v ON v.id = k.versionID
        JOIN source s ON s.id = v.sourceID JOIN segment g ON g.id = k.segmentID
        WHERE k.clear IS NOT NULL GROUP BY k.versionID, k.start, k.end
        ORDER BY s.id, k.versionID, k.start, k.end
        """
    ).map {
      PassageClearance.Passage(
        source: $0[0], version: $0[1], span: Span(start: $0[2], end: $0[3]), text: $0[4],
        hasYes: $0[5], hasNo: $0[6])
    }
    let waiting = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (
          SELECT 1 FROM coding GROUP BY versionID, start, end HAVING max(clear) IS NULL)
        """)
    return PassageClearance(answered, waiting: waiting ?? 0)
  }
}
