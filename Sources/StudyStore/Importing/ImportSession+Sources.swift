import GRDB
public import StudyModel

extension ImportSession {
  /// A source as stored, with its newest version.
  public struct StoredSource: Sendable, Hashable {
    /// The number.
    public var id: Int64
    /// The id that files use.
    public var code: String
    /// The case's number; nil for the whole set.
    public var caseID: Int64?
    /// The registered coders.
    public var coders: [String]
    /// The newest version.
    public var versionID: Int64
    /// Whether that version has its text.
    public var hasText: Bool
  }

  /// All sources by their ids.
  public func sources() throws -> [String: StoredSource] {
    var sources: [String: StoredSource] = [:]
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.id, s.code, s.caseID, s.coders, v.id, v.text IS NOT NULL
        FROM source s JOIN sourceVersion v ON v.sourceID = s.id
        ORDER BY s.id, v.number
        """)
    while let row = try rows.next() {
      let source = StoredSource(
        id: row[0], code: row[1], caseID: row[2], coders: CoderList.names(row[3]),
        versionID: row[4], hasText: row[5])
      sources[source.code] = source
    }
    return sources
  }

  /// The number of a source.
  public func sourceID(_ code: String) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM source WHERE code = ?"), arguments: [code])
  }

  /// A source that has just been stored.
  public func source(_ code: String) throws -> StoredSource? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT s.id, s.caseID, s.coders, v.id, v.text IS NOT NULL FROM source s
          JOIN sourceVersion v ON v.sourceID = s.id WHERE s.code = ? ORDER BY v.number DESC LIMIT 1
          """), arguments: [code])
    return row.map {
      StoredSource(
        id: $0[0], code: code, caseID: $0[1], coders: CoderList.names($0[2]), versionID: $0[3],
        hasText: $0[4])
    }
  }

  /// Stores a source; a new one gets a first version without text.
  public func store(_ row: Source, caseID: Int64?, participantID: Int64?) throws -> StoredRow {
    let stored = try upsert(
      table: "source", key: ["code": row.id],
      values: [
        "caseID": caseID, "participantID": participantID,
        "phaseID": try row.phase.map { try phaseID($0) },
        "kind": row.kind.rawValue, "coders": CoderList.text(row.coders),
      ])
    if stored == .kept {
      let sourceID = db.lastInsertedRowID
      try db.cachedStatement(
        sql: "INSERT INTO sourceVersion (sourceID, number, importID) VALUES (?, 1, ?)"
      ).execute(arguments: [sourceID, importID])
    }
    for coder in row.coders { _ = try coderID(coder) }
    return stored
  }

  /// The text of a source's version.
  public func text(ofVersion versionID: Int64) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT text FROM sourceVersion WHERE id = ?", arguments: [versionID])
  }

  /// What a transcript that came in did to the codings of its source.
  public struct TranscriptOutcome: Sendable, Hashable {
    /// What became of the transcript itself.
    public var stored: StoredRow
    /// Segments that were found again at another place or the same.
    public var moved = 0
    /// Segments whose text was not found, or found more than once; they stay on the old version.
    public var lost: [Span] = []
  }

  /// Stores the transcript of a source: the text of its first version, or a new version where
  /// another text was there before, to which the segments found again are moved.
  public func storeTranscript(
    sourceID: Int64, file: String, sha256: String, text: String
  ) throws -> TranscriptOutcome {
    let newest = try Row.fetchOne(
      db,
      sql: """
        SELECT id, number, sha256, text FROM sourceVersion WHERE sourceID = ?
        ORDER BY number DESC LIMIT 1
        """, arguments: [sourceID])
    guard let newest else { return TranscriptOutcome(stored: .same) }
    let versionID: Int64 = newest[0]
    let oldText: String? = newest[3]
    guard oldText != text else { return TranscriptOutcome(stored: .same) }
    guard let oldText else {
      try keepBefore(table: "sourceVersion", id: versionID)
      try db.execute(
        sql: "UPDATE sourceVersion SET file = ?, sha256 = ?, text = ? WHERE id = ?",
        arguments: [file, sha256, text, versionID])
      return TranscriptOutcome(stored: .kept)
    }
    let number: Int = newest[1]
    try db.execute(
      sql: """
        INSERT INTO sourceVersion (sourceID, number, file, sha256, text, importID)
        VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: [sourceID, number + 1, file, sha256, text, importID])
    let newID = db.lastInsertedRowID
    let relocation = Relocation(from: oldText, to: text)
    try moveDecisions(ofSource: sourceID, relocation)
    return try moveSegments(from: versionID, to: newID, relocation)
  }

  private func moveSegments(
    from old: Int64, to new: Int64, _ relocation: Relocation
  ) throws -> TranscriptOutcome {
    var outcome = TranscriptOutcome(stored: .changed)
    let segments = try Row.fetchAll(
      db, sql: "SELECT id, start, end FROM segment WHERE versionID = ?", arguments: [old]
    ).map { (id: $0[0] as Int64, span: Span(start: $0[1], end: $0[2])) }
    let places = segments.map { relocation.span(of: $0.span) }
    // Where a passage stood twice and now stands once, nothing tells which of the two is left.
    let claims = Dictionary(grouping: places.compactMap { $0 }) { $0 }
    for (segment, place) in zip(segments, places) {
      guard let place, claims[place]?.count == 1 else {
        outcome.lost.append(segment.span)
        continue
      }
      try keepBefore(table: "segment", id: segment.id)
      try db.execute(
        sql: "UPDATE segment SET versionID = ?, start = ?, end = ? WHERE id = ?",
        arguments: [new, place.start, place.end, segment.id])
      for coding in ["coding", "replacedCoding"] {
        try db.execute(
          sql:
            "UPDATE \(coding) SET versionID = ?, start = ?, end = ? WHERE versionID = ? AND segmentID = ?",
          arguments: [new, place.start, place.end, old, segment.id])
      }
      outcome.moved += 1
    }
    outcome.lost.sort()
    return outcome
  }

  /// A decision names its unit by its span, so it moves with the words; one whose words are not
  /// found stays as it is, and `check` lists it where it has no effect.
  private func moveDecisions(ofSource sourceID: Int64, _ relocation: Relocation) throws {
    let decisions = try Row.fetchAll(
      db, sql: "SELECT id, start, end, newStart, newEnd FROM adjudication WHERE sourceID = ?",
      arguments: [sourceID])
    for decision in decisions {
      let id: Int64 = decision[0]
      let old = Span(start: decision[1], end: decision[2])
      guard let place = relocation.span(of: old) else { continue }
      var newStart: Int? = decision[3]
      var newEnd: Int? = decision[4]
      if newStart != nil || newEnd != nil {
        let changed = Span(start: newStart ?? old.start, end: newEnd ?? old.end)
        guard let changedPlace = relocation.span(of: changed) else { continue }
        if newStart != nil { newStart = changedPlace.start }
        if newEnd != nil { newEnd = changedPlace.end }
      }
      try keepBefore(table: "adjudication", id: id)
      try db.execute(
        sql: "UPDATE adjudication SET start = ?, end = ?, newStart = ?, newEnd = ? WHERE id = ?",
        arguments: [place.start, place.end, newStart, newEnd, id])
    }
  }
}

/// The registered coders of a source as one text.
enum CoderList {
  static func text(_ names: [String]) -> String { names.joined(separator: ";") }

  static func names(_ text: String) -> [String] {
    text.split(separator: ";").map(String.init)
  }
}
