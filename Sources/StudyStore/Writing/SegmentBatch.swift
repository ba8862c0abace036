import GRDB
import StudyModel

/// Stores new segments some at a time, as they come.
struct SegmentBatch {
  private static let limit = 4 * BulkInsert.size

  private struct Waiting {
    var coding: ImportSession.NewCoding
    var start: Int
    var end: Int
  }

  private let session: ImportSession
  private let insert: BulkInsert
  private var nextID: Int64
  private var waiting: [Waiting] = []
  private var bytes: [UInt8] = []

  /// Begins without segments; until the end nothing else may store any.
  init(_ session: ImportSession) throws {
    self.session = session
    insert = try BulkInsert(
      session.db, into: "segment (id, versionID, start, end, text, importID)", width: 6)
    nextID = (try Int64.fetchOne(session.db, sql: "SELECT max(id) FROM segment") ?? 0) + 1
  }

  /// Takes in the segment of a coding, copying its words; gives its number.
  mutating func add(
    _ coding: ImportSession.NewCoding, text: UnsafeRawBufferPointer
  ) throws -> Int64 {
    let start = bytes.count
    bytes.append(contentsOf: text)
    waiting.append(Waiting(coding: coding, start: start, end: bytes.count))
    nextID += 1
    session.newSegments += 1
    if waiting.count == Self.limit { try flush() }
    return nextID - 1
  }

  /// Stores what waits.
  mutating func flush() throws {
    let firstID = nextID - Int64(waiting.count)
    let importID = session.importID
    try bytes.withUnsafeBytes { bytes in
      try insert.insert(waiting.indices) { statement, row, before in
        let item = waiting[row]
        statement.bind(before + 1, firstID + Int64(row))
        statement.bind(before + 2, item.coding.versionID)
        statement.bind(before + 3, Int64(item.coding.span.start))
        statement.bind(before + 4, Int64(item.coding.span.end))
        statement.bind(
          before + 5, textOrNull: UnsafeRawBufferPointer(rebasing: bytes[item.start..<item.end]))
        statement.bind(before + 6, importID)
      }
    }
    waiting.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
