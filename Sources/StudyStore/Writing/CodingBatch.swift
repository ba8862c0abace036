import GRDB
import StudyModel

/// Stores new codings many thousands at a time, in the order of the sources and spans they are kept
/// in: a page of the table is then found and written once a batch and not once a row.
///
/// Their segments need no order and go in as they come.
public struct CodingBatch {
  private static let mostRows = 32_768
  private static let mostBytes = 2 << 20

  private struct Waiting {
    var coding: ImportSession.NewCoding
    /// Where the words are, of a coding without a segment yet, and the memo.
    var textStart: UInt32
    var memoStart: UInt32
    var end: UInt32
    var segmentID: Int64?

    func isOnSpan(of other: Waiting) -> Bool {
      coding.versionID == other.coding.versionID && coding.span == other.coding.span
    }
  }

  /// Where a waiting coding belongs, short enough to be moved about while sorting.
  private struct Place {
    var source: UInt64
    var rest: UInt64

    init(_ coding: ImportSession.NewCoding, at index: Int) {
      // Numbers beyond 32 bits, which nothing real has, only lie in another order.
      func low(_ number: Int) -> UInt64 { UInt64(UInt32(truncatingIfNeeded: number)) }
      source = low(Int(coding.versionID.number)) << 32 | low(coding.span.start)
      rest = low(coding.span.end) << 32 | low(index)
    }

    var index: Int { Int(UInt32(truncatingIfNeeded: rest)) }

    static func isBefore(_ a: Place, _ b: Place) -> Bool {
      a.source != b.source ? a.source < b.source : a.rest < b.rest
    }
  }

  private let session: ImportSession
  private let insertCodings: BulkInsert
  private var segments: SegmentBatch
  private var waiting: [Waiting] = []
  private var bytes: [UInt8] = []
  private var spans: SpanFilter?

  /// Begins without codings.
  public init(_ session: ImportSession) throws {
    self.session = session
    insertCodings = try BulkInsert(
      session.db, into: "coding (\(StudyFile.codingColumns))", width: 12)
    segments = try SegmentBatch(session)
    // Room that is not written to costs nothing; growing by doubling holds it twice.
    waiting.reserveCapacity(Self.mostRows)
    let isEmpty = try Bool.fetchOne(
      session.db, sql: "SELECT NOT EXISTS (SELECT 1 FROM coding)")
    spans = isEmpty ?? false ? SpanFilter() : nil
  }

  /// Takes in a coding, copying its texts.
  ///
  /// - Throws: `RowConflict` where an earlier one is not new.
  public mutating func add(
    _ coding: ImportSession.NewCoding, text: UnsafeRawBufferPointer, memo: UnsafeRawBufferPointer
  ) throws {
    // A span that may have been met is looked for once its neighbours are known.
    let mayBeMet = spans?.meets(coding.versionID.number, coding.span) ?? true
    let segmentID = mayBeMet ? nil : try segments.add(coding, text: text)
    let textStart = UInt32(bytes.count)
    if mayBeMet { bytes.append(contentsOf: text) }
    let memoStart = UInt32(bytes.count)
    bytes.append(contentsOf: memo)
    waiting.append(
      Waiting(
        coding: coding, textStart: textStart, memoStart: memoStart, end: UInt32(bytes.count),
        segmentID: segmentID))
    if waiting.count >= Self.mostRows || bytes.count >= Self.mostBytes { try flushCodings() }
  }

  /// Stores what waits.
  ///
  /// - Throws: `RowConflict` where one is not new.
  public mutating func flush() throws {
    try flushCodings()
    try segments.flush()
  }

  private mutating func flushCodings() throws {
    var places = waiting.indices.map { Place(waiting[$0].coding, at: $0) }
    places.sort(by: Place.isBefore)
    try findSegments(places)
    let importID = session.importID
    try bytes.withUnsafeBytes { bytes in
      try insertCodings.insert(waiting.indices) { statement, row, before in
        let item = waiting[places[row].index]
        let coding = item.coding
        statement.bind(before + 1, coding.versionID)
        statement.bind(before + 2, Int64(coding.span.start))
        statement.bind(before + 3, Int64(coding.span.end))
        statement.bind(before + 4, coding.codeID)
        statement.bind(before + 5, coding.coderID)
        statement.bind(before + 6, item.segmentID ?? 0)
        statement.bind(before + 7, optional: coding.weight)
        statement.bind(before + 8, optional: coding.valence?.number)
        statement.bind(
          before + 9,
          textOrNull: UnsafeRawBufferPointer(rebasing: bytes[Int(item.memoStart)..<Int(item.end)]))
        statement.bind(before + 10, optional: coding.clear)
        statement.bind(before + 11, importID)
        statement.bind(before + 12, Int64(coding.row))
      }
    }
    waiting.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Gives each coding that has none yet the segment of its span: that of the coding before it in
  /// order, one stored by an earlier batch, or a new one.
  private mutating func findSegments(_ places: [Place]) throws {
    let bytes = bytes
    var last: Int?
    for place in places.lazy.map(\.index) {
      defer { last = place }
      guard waiting[place].segmentID == nil else { continue }
      let item = waiting[place]
      if let last, item.isOnSpan(of: waiting[last]) {
        waiting[place].segmentID = waiting[last].segmentID
      } else if let id = try session.segmentID(onSpanOf: item.coding) {
        waiting[place].segmentID = id
      } else {
        waiting[place].segmentID = try bytes.withUnsafeBytes { bytes in
          let text = bytes[Int(item.textStart)..<Int(item.memoStart)]
          return try segments.add(item.coding, text: UnsafeRawBufferPointer(rebasing: text))
        }
      }
    }
  }
}

/// Remembers spans in a fixed room: says of a span never met, nearly always, that it was not.
///
/// > Reference: Bloom (1970), Communications of the ACM 13, 422-426.
struct SpanFilter {
  private static let bits = 24

  private var words = [UInt64](repeating: 0, count: 1 << (bits - 6))

  /// Whether the span may have been met before; it is met now.
  mutating func meets(_ version: Int64, _ span: Span) -> Bool {
    var mixed = UInt64(truncatingIfNeeded: version) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= UInt64(truncatingIfNeeded: span.start) << 32 ^ UInt64(truncatingIfNeeded: span.end)
    mixed = (mixed ^ mixed >> 31) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 29) &* 0x94D0_49BB_1331_11EB
    let isFirstMet = meets(bit: mixed >> (64 - UInt64(Self.bits)))
    let isSecondMet = meets(bit: mixed & (1 << UInt64(Self.bits) - 1))
    return isFirstMet && isSecondMet
  }

  private mutating func meets(bit: UInt64) -> Bool {
    let (word, mask) = (Int(bit >> 6), UInt64(1) << (bit & 63))
    let isMet = words[word] & mask != 0
    words[word] |= mask
    return isMet
  }
}
