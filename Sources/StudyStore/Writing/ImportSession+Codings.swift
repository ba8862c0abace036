import GRDB
public import StudyModel

extension ImportSession {
  /// A coding to be stored, its texts as bytes of the file's row.
  public struct NewCoding {
    /// The version of the source it belongs to.
    public var versionID: RowID<Rows.Version>
    /// The span.
    public var span: Span
    /// The code's number.
    public var codeID: RowID<Rows.Code>
    /// The coder's number.
    public var coderID: RowID<Rows.Coder>
    /// How much; nil says that it is there.
    public var weight: Double?
    /// For or against; nil counts as supporting.
    public var valence: Valence?
    /// Whether it may be quoted outside the team; nil where the coder does not say.
    public var clear: Bool?
    /// The row of the file.
    public var row: Int

    /// Creates a coding to be stored.
    public init(
      versionID: RowID<Rows.Version>, span: Span, codeID: RowID<Rows.Code>,
      coderID: RowID<Rows.Coder>, weight: Double?, valence: Valence?, clear: Bool?, row: Int
    ) {
      self.versionID = versionID
      self.span = span
      self.codeID = codeID
      self.coderID = coderID
      self.weight = weight
      self.valence = valence
      self.clear = clear
      self.row = row
    }
  }

  /// What became of a coding.
  public enum StoredCoding: Sendable, Hashable {
    case kept
    /// The coder has this code on this span already, with the same weight and valence, from this
    /// import and row.
    case same(importID: Int64, row: Int)
    /// The coder has it with another weight or valence, from this import and row.
    case conflict(weight: Double?, valence: Valence?, importID: Int64, row: Int)
  }

  /// Stores a coding, and its segment where nobody has coded that span before.
  public func store(
    _ coding: NewCoding, text: UnsafeRawBufferPointer, memo: UnsafeRawBufferPointer
  ) throws -> StoredCoding {
    let segmentID = try segmentID(of: coding, text: text)
    let insert = try prepared(.insertCoding)
    insert.bind(placeOf: coding)
    insert.bind(useOf: coding)
    insert.bind(6, segmentID)
    insert.bind(7, optional: coding.weight)
    insert.bind(8, optional: coding.valence?.number)
    insert.bind(9, textOrNull: memo)
    insert.bind(10, optional: coding.clear)
    insert.bind(11, importID)
    insert.bind(12, Int64(coding.row))
    try insert.run()
    if db.changesCount > 0 { return .kept }
    return try existing(coding)
  }

  /// The segment that somebody's coding of the same span has.
  func segmentID(onSpanOf coding: NewCoding) throws -> Int64? {
    let find = try prepared(.findSegment)
    find.bind(placeOf: coding)
    return try find.firstInt()
  }

  private func segmentID(of coding: NewCoding, text: UnsafeRawBufferPointer) throws -> Int64 {
    if let id = try segmentID(onSpanOf: coding) { return id }
    let insert = try prepared(.insertSegment)
    insert.bind(placeOf: coding)
    insert.bind(4, textOrNull: text)
    insert.bind(5, importID)
    try insert.run()
    newSegments += 1
    return db.lastInsertedRowID
  }

  private func existing(_ coding: NewCoding) throws -> StoredCoding {
    let find = try prepared(.findCoding)
    find.bind(placeOf: coding)
    find.bind(useOf: coding)
    var weight: Double?
    var valence: Valence?
    var (fromImport, fromRow) = (Int64(0), 0)
    try find.eachRow { row in
      weight = try row.optionalDouble(0)
      valence = try Valence.stored(try row.optionalInt(1))
      (fromImport, fromRow) = (try row.int(2), Int(try row.int(3)))
      return false
    }
    let isSame = weight == coding.weight && valence == coding.valence
    return isSame
      ? .same(importID: fromImport, row: fromRow)
      : .conflict(weight: weight, valence: valence, importID: fromImport, row: fromRow)
  }

  /// Appends a decision.
  public func append(_ decision: Adjudication, sourceID: RowID<Rows.Source>) throws {
    let insert = try prepared(.insertDecision)
    bind(
      decision, sourceID: sourceID, codeID: try codeID(decision.code),
      newCodeID: try decision.newCode.map { try codeID($0) }, to: insert)
    insert.bind(14, importID)
    insert.bind(15, Int64(decision.row))
    try insert.run()
  }

  /// Whether the same decision, word for word, is in the study already.
  public func isKnown(_ decision: Adjudication, sourceID: RowID<Rows.Source>) throws -> Bool {
    let codes = try known(.code)
    guard let codeID = codes[decision.code] else { return false }
    let newCodeID = decision.newCode.map { codes[$0] }
    if case .some(.none) = newCodeID { return false }
    let find = try prepared(.findDecision)
    bind(
      decision, sourceID: sourceID, codeID: RowID(codeID),
      newCodeID: (newCodeID ?? nil).map { RowID($0) }, to: find)
    find.bind(14, importID)
    return try find.firstInt() != nil
  }

  /// Binds what makes a decision the one it is to the first thirteen places.
  private func bind(
    _ decision: Adjudication, sourceID: RowID<Rows.Source>, codeID: RowID<Rows.Code>,
    newCodeID: RowID<Rows.Code>?,
    to statement: PreparedStatement
  ) {
    statement.bind(1, sourceID)
    statement.bind(2, Int64(decision.span.start))
    statement.bind(3, Int64(decision.span.end))
    statement.bind(4, codeID)
    statement.bind(5, optional: newCodeID)
    statement.bind(6, optional: decision.newStart.map(Int64.init))
    statement.bind(7, optional: decision.newEnd.map(Int64.init))
    statement.bind(8, optional: decision.weight)
    statement.bind(9, optional: decision.valence?.number)
    statement.bind(10, decision.decision.rawValue)
    statement.bind(11, decision.by)
    statement.bind(12, decision.at)
    statement.bind(13, decision.reason)
  }
}

extension Valence {
  /// The number by which it is stored.
  var number: Int64 {
    switch self {
    case .supporting: 0
    case .contrary: 1
    case .mixed: 2
    }
  }

  /// The valence of a stored number.
  init?(number: Int64) {
    switch number {
    case 0: self = .supporting
    case 1: self = .contrary
    case 2: self = .mixed
    default: return nil
    }
  }
}

extension PreparedStatement {
  /// Binds where a coding is, as the first three values.
  fileprivate func bind(placeOf coding: ImportSession.NewCoding) {
    bind(1, coding.versionID)
    bind(2, Int64(coding.span.start))
    bind(3, Int64(coding.span.end))
  }

  /// Binds the code and the coder of a coding, as the two values after its place.
  fileprivate func bind(useOf coding: ImportSession.NewCoding) {
    bind(4, coding.codeID)
    bind(5, coding.coderID)
  }
}
