import GRDB
public import StudyModel

extension StudyReader {
  /// The codings of a source that are alike to some read by meaning, with all that is known of them and the
  /// coders' own words, by span, code and coder; of every version of its transcript.
  ///
  /// Cost: by the codings asked for, not by those of the source.
  public func tracedCodings(
    alike codings: [Coding], ofSource source: String, by codebook: Codebook
  ) throws -> [TracedCoding] {
    let wanted = Dictionary(grouping: codings, by: \.span)
    var found: [TracedCoding] = []
    for (span, own) in wanted {
      let rows = try self.rows(
        of: "coding", keys: 5,
        """
        SELECT k.versionID, k.start, k.end, k.codeID, k.coderID, s.code, coder.name, code.name, g.text,
          k.weight, k.valence, k.memo, k.clear, k.importID, k.fileRow, g.id IS NOT NULL
        FROM source s JOIN sourceVersion v ON v.sourceID = s.id
        JOIN coding k ON k.versionID = v.id AND k.start = ? AND k.end = ?
        LEFT JOIN segment g ON g.id = k.segmentID LEFT JOIN coder ON coder.id = k.coderID
        LEFT JOIN code ON code.id = k.codeID
        WHERE s.code = ?
        """, [span.start, span.end, source], TracedCoding.init)
      found += rows.compactMap { stored in
        let meanings = codebook.meanings(of: stored.code)
        guard
          let alike = own.first(where: {
            $0.coder == stored.coder && meanings.contains($0.code)
          })
        else { return nil }
        var traced = stored
        traced.code = alike.code
        return traced
      }
    }
    return found.sorted { ($0.span, $0.code, $0.coder) < ($1.span, $1.code, $1.coder) }
  }
}
