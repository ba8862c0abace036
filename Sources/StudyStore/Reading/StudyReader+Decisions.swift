import GRDB
public import StudyModel

extension StudyReader {
  /// A decision as it was brought in; its `row` is its number in the order of arrival.
  public struct StoredDecision: Sendable, Hashable {
    /// The source.
    public var source: String
    /// The number of the version of the source that it is on.
    public var version: Int64
    /// The decision.
    public var decision: Adjudication
    /// The import that brought it.
    public var importID: Int64
    /// The row of that import's file.
    public var fileRow: Int

    /// Creates a stored decision.
    public init(
      source: String, version: Int64, decision: Adjudication, importID: Int64, fileRow: Int
    ) {
      self.source = source
      self.version = version
      self.decision = decision
      self.importID = importID
      self.fileRow = fileRow
    }
  }

  /// Every decision of the study, or of one case, in the order in which they came in.
  public func decisions(caseID: String? = nil) throws -> [StoredDecision] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT s.code, a.start, a.end, code.name, a.decision, new.name, a.newStart, a.newEnd,
          a.weight, a.valence, a.decidedBy, a.decidedAt, a.reason, a.id, a.importID, a.fileRow,
          a.versionID
        FROM adjudication a JOIN source s ON s.id = a.sourceID JOIN code ON code.id = a.codeID
        LEFT JOIN code new ON new.id = a.newCodeID LEFT JOIN studyCase c ON c.id = s.caseID
        WHERE ? IS NULL OR c.code = ? ORDER BY a.id
        """, arguments: [caseID, caseID]
    ).map { row in
      let word: String = row[4]
      return StoredDecision(
        source: row[0], version: row[16],
        decision: Adjudication(
          code: row[3], span: Span(start: row[1], end: row[2]),
          decision: Adjudication.Decision(rawValue: word) ?? .accept, newCode: row[5],
          newStart: row[6], newEnd: row[7], weight: row[8],
          valence: (row[9] as Int64?).flatMap { Valence(number: $0) }, by: row[10], at: row[11],
          reason: row[12], row: row[13]),
        importID: row[14], fileRow: row[15])
    }
  }

  /// The codings of a version of a source, without one of the newest, each with the import that
  /// brought it.
  public func codingsWithImports(
    ofSource code: String, version: Int64? = nil
  ) throws -> [(coding: Coding, importID: Int64)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT coder.name, code.name, k.start, k.end, k.weight, k.valence, k.importID
        FROM source s JOIN sourceVersion v ON v.sourceID = s.id
        JOIN coding k ON k.versionID = v.id JOIN coder ON coder.id = k.coderID
        JOIN code ON code.id = k.codeID
        WHERE s.code = ? AND v.id = ifnull(?, (
          SELECT id FROM sourceVersion WHERE sourceID = s.id ORDER BY number DESC LIMIT 1))
        ORDER BY k.start, k.end, code.name, coder.name
        """, arguments: [code, version]
    ).map { row in
      (
        Coding(
          coder: row[0], code: row[1], span: Span(start: row[2], end: row[3]), weight: row[4],
          valence: (row[5] as Int64?).flatMap { Valence(number: $0) }),
        row[6]
      )
    }
  }

  /// The words of the newest version of a source; nil where there is no transcript.
  public func transcript(ofSource code: String) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT v.text FROM source s JOIN sourceVersion v ON v.sourceID = s.id WHERE s.code = ?
        ORDER BY v.number DESC LIMIT 1
        """, arguments: [code])
  }
}

extension ImportSession {
  /// Reads what the study holds while the import is under way, what it has brought so far included.
  public var reader: StudyReader { StudyReader(db: db) }
}
