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
    return try moveSegments(
      from: versionID, oldText: oldText, to: db.lastInsertedRowID, newText: text)
  }

  private func moveSegments(
    from old: Int64, oldText: String, to new: Int64, newText: String
  ) throws -> TranscriptOutcome {
    var outcome = TranscriptOutcome(stored: .changed)
    let relocation = Relocation(from: oldText, to: newText)
    let segments = try Row.fetchAll(
      db, sql: "SELECT id, start, end FROM segment WHERE versionID = ?", arguments: [old])
    for segment in segments {
      let id: Int64 = segment[0]
      let span = Span(start: segment[1], end: segment[2])
      guard let found = relocation.span(of: span) else {
        outcome.lost.append(span)
        continue
      }
      try keepBefore(table: "segment", id: id)
      try db.execute(
        sql: "UPDATE segment SET versionID = ?, start = ?, end = ? WHERE id = ?",
        arguments: [new, found.start, found.end, id])
      try db.execute(
        sql: "UPDATE coding SET versionID = ?, start = ?, end = ? WHERE versionID = ? AND segmentID = ?",
        arguments: [new, found.start, found.end, old, id])
      outcome.moved += 1
    }
    outcome.lost.sort()
    return outcome
  }
}

/// The registered coders of a source as one text.
enum CoderList {
  static func text(_ names: [String]) -> String { names.joined(separator: ";") }

  static func names(_ text: String) -> [String] {
    text.split(separator: ";").map(String.init)
  }
}
