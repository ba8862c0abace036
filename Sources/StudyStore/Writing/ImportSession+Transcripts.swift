import GRDB
public import StudyModel

extension ImportSession {
  /// What a transcript that came in did to the codings of its source.
  public struct TranscriptOutcome: Sendable, Hashable {
    /// What became of the transcript itself.
    public var stored: StoredRow
    /// Segments that were found again at another place or the same, those included that an earlier
    /// version of the transcript had lost.
    public var moved = 0
    /// Segments of the version before whose text was not found, or found more than once; they stay
    /// there.
    public var lost: [Span] = []
  }

  /// Stores the transcript of a source: the text of its first version, or a new version where
  /// another text was there before, to which the segments found again are moved.
  ///
  /// Those that a version before did not have are looked for as well: words that were cut may be
  /// back.
  public func storeTranscript(
    sourceID source: RowID<Rows.Source>, file: String, sha256: String, text: String
  ) throws -> TranscriptOutcome {
    let sourceID = source.number
    let versions = try reader.rows(
      of: "sourceVersion",
      "SELECT id, number, text FROM sourceVersion WHERE sourceID = ? ORDER BY number DESC",
      [sourceID]
    ) {
      TranscriptVersion(
        id: try $0.int64(0), number: try $0.count(1), text: try $0.optionalText(2))
    }
    guard let newest = versions.first, newest.text != text else {
      return TranscriptOutcome(stored: .same)
    }
    guard newest.text != nil else {
      try keepBefore(table: "sourceVersion", id: newest.id)
      try db.execute(
        sql: "UPDATE sourceVersion SET file = ?, sha256 = ?, text = ? WHERE id = ?",
        arguments: [file, sha256, text, newest.id])
      return TranscriptOutcome(stored: .kept)
    }
    // Before the new version is there, which the decisions are not yet of.
    let decisions = try decisions(ofSource: sourceID)
    try db.execute(
      sql: """
        INSERT INTO sourceVersion (sourceID, number, file, sha256, text, importID)
        VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: [sourceID, newest.number + 1, file, sha256, text, importID])
    let newID = db.lastInsertedRowID
    var outcome = TranscriptOutcome(stored: .changed)
    var taken: Set<Span> = []
    for version in versions {
      guard let old = version.text else { continue }
      let own = decisions.filter { $0.versionID == version.id }
      let segments = try segments(ofVersion: version.id)
      guard !own.isEmpty || !segments.isEmpty else { continue }
      let relocation = Relocation(
        from: old, to: text, spans: segments.map(\.span) + own.map(\.span))
      try move(own, to: newID, relocation)
      let lost = try move(segments, from: version.id, to: newID, relocation, taken: &taken)
      outcome.moved += segments.count - lost.count
      if version.id == newest.id { outcome.lost = lost.sorted() }
    }
    return outcome
  }

  private struct TranscriptVersion {
    var id: Int64
    var number: Int
    var text: String?
  }

  private struct PlacedSegment {
    var id: Int64
    var span: Span
  }

  private struct PlacedDecision {
    var id: Int64
    var span: Span
    var newStart: Int?
    var newEnd: Int?
    var versionID: Int64
  }

  private func segments(ofVersion version: Int64) throws -> [PlacedSegment] {
    try reader.rows(
      of: "segment", "SELECT DISTINCT segmentID, start, end FROM everyCoding WHERE versionID = ?",
      [version]
    ) { PlacedSegment(id: try $0.int64(0), span: try $0.span(1, 2)) }
  }

  /// Moves the segments found again to places of the new version that no later one has taken.
  ///
  /// - Returns: The spans of the others.
  private func move(
    _ segments: [PlacedSegment], from old: Int64, to new: Int64, _ relocation: Relocation,
    taken: inout Set<Span>
  ) throws -> [Span] {
    let places = segments.map { relocation.span(of: $0.span) }
    // Where a passage stood twice and now stands once, nothing tells which of the two is left.
    let claims = Dictionary(grouping: places.compactMap { $0 }) { $0 }
    var lost: [Span] = []
    for (segment, place) in zip(segments, places) {
      guard let place, claims[place]?.count == 1, taken.insert(place).inserted else {
        lost.append(segment.span)
        continue
      }
      try keepBefore(table: "segment", id: segment.id)
      try db.cachedStatement(
        sql: "UPDATE segment SET versionID = ?, start = ?, end = ? WHERE id = ?"
      ).execute(arguments: [new, place.start, place.end, segment.id])
      for table in ["coding", "replacedCoding"] {
        try db.cachedStatement(
          sql: """
            UPDATE \(table) SET versionID = ?, start = ?, end = ?
            WHERE versionID = ? AND start = ? AND end = ? AND segmentID = ?
            """
        ).execute(
          arguments: [
            new, place.start, place.end, old, segment.span.start, segment.span.end, segment.id,
          ])
      }
    }
    return lost
  }

  private func decisions(ofSource sourceID: Int64) throws -> [PlacedDecision] {
    try reader.decisions(ofSource: sourceID).map { stored in
      PlacedDecision(
        id: Int64(stored.decision.row), span: stored.decision.span,
        newStart: stored.decision.newStart, newEnd: stored.decision.newEnd,
        versionID: stored.version)
    }
  }

  /// A decision names its unit by its span, so it moves with the words; one whose words are not
  /// found stays with the version it was taken on.
  private func move(
    _ decisions: [PlacedDecision], to new: Int64, _ relocation: Relocation
  ) throws {
    for decision in decisions {
      let old = decision.span
      guard let place = relocation.span(of: old) else { continue }
      var (newStart, newEnd) = (decision.newStart, decision.newEnd)
      if newStart != nil || newEnd != nil {
        let changed = Span(start: newStart ?? old.start, end: newEnd ?? old.end)
        guard let changedPlace = relocation.span(of: changed) else { continue }
        if newStart != nil { newStart = changedPlace.start }
        if newEnd != nil { newEnd = changedPlace.end }
      }
      try keepBefore(table: "adjudication", id: decision.id)
      try db.cachedStatement(
        sql: """
          UPDATE adjudication SET versionID = ?, start = ?, end = ?, newStart = ?, newEnd = ?
          WHERE id = ?
          """
      ).execute(arguments: [new, place.start, place.end, newStart, newEnd, decision.id])
    }
  }
}
