import GRDB
public import StudyModel

extension StudyReader {
  /// Which passages may be quoted outside the team; one pass over the codings.
  public func passageClearance() throws -> PassageClearance {
    let answered = try rows(
      of: "coding", keys: 3,
      """
      SELECT k.versionID, k.start, k.end, s.code, g.text, max(k.clear) = 1, min(k.clear) = 0,
        min(g.id IS NOT NULL)
      FROM coding k LEFT JOIN sourceVersion v ON v.id = k.versionID
      LEFT JOIN source s ON s.id = v.sourceID LEFT JOIN segment g ON g.id = k.segmentID
      WHERE k.clear IS NOT NULL GROUP BY k.versionID, k.start, k.end
      ORDER BY s.id, k.versionID, k.start, k.end
      """
    ) { row in
      guard let source = try row.optionalText(3), try row.flag(7) else {
        throw BadValue("names no segment, or is in no version of a source")
      }
      return PassageClearance.Passage(
        source: source, version: try row.int64(0), span: try row.span(1, 2),
        text: try row.optionalText(4), hasYes: try row.flag(5), hasNo: try row.flag(6))
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
