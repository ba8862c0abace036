import GRDB
public import StudyModel

extension StudyReader {
  /// Which passages may be quoted outside the team; one pass over the codings.
  public func passageClearance() throws -> PassageClearance {
    let answered = try rows(
      of: "coding", keys: 3,
      """
      SELECT k.versionID, k.start, k.end, s.code, g.text, max(k.clear) = 1, min(k.clear) = 0
      FROM coding k JOIN sourceVersion v ON v.id = k.versionID
      JOIN source s ON s.id = v.sourceID JOIN segment g ON g.id = k.segmentID
      WHERE k.clear IS NOT NULL GROUP BY k.versionID, k.start, k.end
      ORDER BY s.id, k.versionID, k.start, k.end
      """
    ) {
      PassageClearance.Passage(
        source: try $0.text(3), version: try $0.int64(0), span: try $0.span(1, 2),
        text: try $0.optionalText(4), hasYes: try $0.flag(5), hasNo: try $0.flag(6))
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
