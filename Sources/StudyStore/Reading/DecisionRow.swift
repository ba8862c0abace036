import GRDB
public import StudyModel

/// The one way in which a stored decision is read, whether it stands or was taken back.
enum DecisionRow {
  /// The columns that ``decode(_:from:)`` reads, of `adjudication a` joined with the names of its
  /// codes.
  static let columns = """
    code.name AS code, a.start AS start, a.end AS end, a.decision AS decision, new.name AS newCode,
    a.newStart AS newStart, a.newEnd AS newEnd, a.weight AS weight, a.valence AS valence,
    a.decidedBy AS "by", a.decidedAt AS at, a.reason AS reason
    """
  /// What the columns are of.
  static let tables = """
    adjudication a LEFT JOIN code ON code.id = a.codeID LEFT JOIN code new ON new.id = a.newCodeID
    """
  /// How many columns there are.
  static let count = 12

  /// A decision whose columns begin at a place.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - first: The place of the first column.
  ///   - number: The decision's place in the order of arrival, or the row of its file.
  ///   - namesNewCode: Whether the row names a new code, which then must be there.
  /// - Returns: The decision.
  /// - Throws: `BadValue` where a value is none that an import writes.
  static func decode(
    _ row: Row, from first: Int, number: Int, namesNewCode: Bool
  ) throws(BadValue) -> Adjudication {
    guard let code = try row.optionalText(first) else { throw BadValue("names no code") }
    let span = try row.span(first + 1, first + 2)
    let newCode = try row.optionalText(first + 4)
    guard (newCode != nil) == namesNewCode else { throw BadValue("names no new code") }
    let newStart = try row.optionalInt64(first + 5)
    let newEnd = try row.optionalInt64(first + 6)
    _ = try Span(storedStart: newStart ?? Int64(span.start), end: newEnd ?? Int64(span.end))
    return Adjudication(
      code: code, span: span, decision: try row.word(first + 3, Adjudication.Decision.self),
      newCode: newCode, newStart: newStart.map(Int.init), newEnd: newEnd.map(Int.init),
      weight: try row.weight(first + 7), valence: try row.valence(first + 8),
      by: try row.text(first + 9), at: try row.text(first + 10), reason: try row.text(first + 11),
      row: number)
  }
}

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
    try decisions(
      "WHERE ? IS NULL OR a.sourceID IN (SELECT s.id FROM source s JOIN studyCase c "
        + "ON c.id = s.caseID WHERE c.code = ?)", [caseID, caseID])
  }

  /// The decisions on the source with this number, in the order in which they came in.
  func decisions(ofSource number: Int64) throws -> [StoredDecision] {
    try decisions("WHERE a.sourceID = ?", [number])
  }

  private func decisions(
    _ condition: String, _ arguments: StatementArguments
  ) throws -> [StoredDecision] {
    try rows(
      of: "adjudication",
      """
      SELECT a.id, s.code AS source, a.versionID, v.sourceID = a.sourceID, a.importID, a.fileRow,
        a.newCodeID IS NOT NULL, \(DecisionRow.columns)
      FROM \(DecisionRow.tables) LEFT JOIN source s ON s.id = a.sourceID
      LEFT JOIN sourceVersion v ON v.id = a.versionID \(condition) ORDER BY a.id
      """, arguments
    ) { row in
      guard let source = try row.optionalText(1), try row.optionalFlag(3) == true else {
        throw BadValue("names no source, or no version of it")
      }
      return StoredDecision(
        source: source, version: try row.int64(2),
        decision: try DecisionRow.decode(
          row, from: 7, number: Int(try row.int64(0)), namesNewCode: try row.flag(6)),
        importID: try row.int64(4), fileRow: try row.count(5))
    }
  }
}
