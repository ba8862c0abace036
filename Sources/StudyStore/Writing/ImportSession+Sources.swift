import GRDB
public import StudyModel

extension ImportSession {
  /// A source as stored, with its newest version.
  public struct StoredSource: Sendable, Hashable {
    /// The number.
    public var id: RowID<Rows.Source>
    /// The id that files use.
    public var code: String
    /// The case's number; nil for the whole set.
    public var caseID: RowID<Rows.Case>?
    /// The interviewee's pseudonym; nil where none is named.
    public var participant: String?
    /// The phase; nil where none is stated.
    public var phase: String?
    /// The registered coders.
    public var coders: [String]
    /// Those of them who read it all and found nothing.
    public var read: [String]
    /// What it is.
    public var kind: Source.Kind
    /// The published work that it is taken from.
    public var work: String?
    /// The newest version.
    public var versionID: RowID<Rows.Version>
    /// Whether that version has its text.
    public var hasText: Bool
  }

  /// All sources by their ids.
  public func sources() throws -> [String: StoredSource] {
    let coders = try reader.sourceCoders()
    let sources = try reader.rows(
      of: "source",
      """
      SELECT s.id, s.code, s.caseID, v.id, v.text IS NOT NULL, p.code, f.name, s.kind,
        s.work
      FROM source s JOIN sourceVersion v ON v.sourceID = s.id
      LEFT JOIN participant p ON p.id = s.participantID LEFT JOIN phase f ON f.id = s.phaseID
      ORDER BY s.id, v.number
      """
    ) { row in
      let id = try row.int64(0)
      return StoredSource(
        id: RowID(id), code: try row.text(1), caseID: try row.optionalID(2),
        participant: try row.optionalText(5), phase: try row.optionalText(6),
        coders: coders[id]?.all ?? [], read: coders[id]?.read ?? [],
        kind: try row.word(7, Source.Kind.self), work: try row.optionalText(8),
        versionID: try row.id(3), hasText: try row.flag(4))
    }
    return Dictionary(sources.map { ($0.code, $0) }, uniquingKeysWith: { _, newest in newest })
  }

  /// Who coded something in older versions of a source.
  public func codersElsewhere(_ source: StoredSource) throws -> Set<String> {
    Set(
      try reader.codersWithImports(ofSource: source.code, butOf: source.versionID.number)
        .map(\.coder))
  }

  /// The number of a source.
  public func sourceID(_ code: String) throws -> RowID<Rows.Source>? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM source WHERE code = ?"), arguments: [code]
    ).map { RowID($0) }
  }

  /// A source that has just been stored.
  public func source(_ code: String) throws -> StoredSource? {
    try reader.rows(
      of: "source",
      """
      SELECT s.id, s.caseID, v.id, v.text IS NOT NULL, p.code, f.name, s.kind, s.work
      FROM source s
      JOIN sourceVersion v ON v.sourceID = s.id
      LEFT JOIN participant p ON p.id = s.participantID LEFT JOIN phase f ON f.id = s.phaseID
      WHERE s.code = ? ORDER BY v.number DESC LIMIT 1
      """, [code]
    ) { row in
      let id = try row.int64(0)
      let coders = try reader.coders(ofSource: id)
      return StoredSource(
        id: RowID(id), code: code, caseID: try row.optionalID(1),
        participant: try row.optionalText(4), phase: try row.optionalText(5),
        coders: coders.all, read: coders.read, kind: try row.word(6, Source.Kind.self),
        work: try row.optionalText(7),
        versionID: try row.id(2), hasText: try row.flag(3))
    }.first
  }

  /// Stores a source; a new one gets a first version without text.
  ///
  /// Its coders are part of it: others than before change it.
  public func store(
    _ row: Source, caseID: RowID<Rows.Case>?, participantID: RowID<Rows.Participant>?
  ) throws -> StoredRow {
    let stored = try upsert(
      table: "source", key: ["code": row.id],
      values: [
        "caseID": caseID?.number, "participantID": participantID?.number,
        "phaseID": try row.phase.map { try phaseID($0).number },
        "kind": row.kind.rawValue, "work": row.work,
      ])
    let coders = SourceCoders(all: row.coders, read: row.read)
    if stored == .kept {
      let id = db.lastInsertedRowID
      try db.cachedStatement(
        sql: "INSERT INTO sourceVersion (sourceID, number, importID) VALUES (?, 1, ?)"
      ).execute(arguments: [id, importID])
      try register(coders, source: id)
      return .kept
    }
    guard let id = try sourceID(row.id)?.number, try reader.coders(ofSource: id) != coders
    else {
      return stored
    }
    if stored == .same { try keepBefore(table: "source", id: id) }
    try db.cachedStatement(sql: "DELETE FROM sourceCoder WHERE sourceID = ?")
      .execute(arguments: [id])
    try register(coders, source: id)
    return .changed
  }

  private func register(_ coders: SourceCoders, source id: Int64) throws {
    for (index, name) in coders.all.enumerated() {
      try db.cachedStatement(
        sql: "INSERT INTO sourceCoder (sourceID, coderID, position, hasRead) VALUES (?, ?, ?, ?)"
      ).execute(
        arguments: [id, try coderID(name).number, index + 1, coders.read.contains(name)])
    }
  }

  /// The text of a source's version.
  public func text(ofVersion versionID: RowID<Rows.Version>) throws -> String? {
    try String.fetchOne(
      db, sql: "SELECT text FROM sourceVersion WHERE id = ?", arguments: [versionID.number])
  }
}
