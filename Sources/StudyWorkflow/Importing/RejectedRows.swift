/// The rows of a file that cannot stand, as they stood, each with its reasons.
///
/// A value to be shown or written somewhere. However many there are, a few megabytes of them are in
/// memory: the rest waits in a temporary file without a name.
public struct RejectedRows: Sendable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// The row of the table.
    public var row: Int
    /// Its fields; empty where there is no table.
    public var fields: [String]
    /// Why it cannot stand, a sentence or two each.
    public var reasons: [String]
  }

  /// The names of the columns, without those of an earlier file of rejected rows.
  public let columns: [String]
  /// The name of the file that they are of.
  public let origin: String
  /// How many rows there are.
  public private(set) var count = 0

  private static let mostBytes = 4 << 20
  private let passedOver: Set<Int>
  private var waiting: [UInt8] = []
  private var overflow: OverflowFile?

  /// Begins without rows; columns that are passed over are no part of them.
  init(columns: [String], passedOver: Set<Int> = [], origin: String = "") {
    self.passedOver = passedOver
    self.columns = columns.enumerated().filter { !passedOver.contains($0.offset) }.map(\.element)
    self.origin = origin
  }

  /// Takes in a row; the reasons of an earlier time are dropped, what a row has too much stays.
  ///
  /// - Throws: `Failure` where there is no room for more.
  mutating func add(_ row: Row) throws {
    let fields = row.fields.enumerated().filter { !passedOver.contains($0.offset) }.map(\.element)
    append(row.row)
    append(fields.count)
    for text in fields + row.reasons {
      append(text.utf8.count)
      waiting += text.utf8
    }
    // The end of a row: a text cannot be this long.
    append(-1)
    count += 1
    guard waiting.count > Self.mostBytes else { return }
    let file = try overflow ?? OverflowFile()
    try file.append(waiting)
    overflow = file
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { waiting.append(contentsOf: $0) }
  }

  /// Hands on each row, in the order of the file.
  ///
  /// - Throws: What `body` throws; `Failure` where rows that wait cannot be read.
  public func eachRow(_ body: (Row) throws -> Void) throws {
    for part in 0..<(overflow?.partCount ?? 0) {
      if let bytes = try overflow?.read(part) { try Self.forEach(in: bytes, body) }
    }
    try Self.forEach(in: waiting, body)
  }

  private static func forEach(in bytes: [UInt8], _ body: (Row) throws -> Void) throws {
    var place = 0
    func number() -> Int {
      guard place + 8 <= bytes.count else { return -1 }
      let value = bytes.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: place, as: Int64.self)
      }
      place += 8
      return Int(Int64(littleEndian: value))
    }
    while place < bytes.count {
      var row = Row(row: number(), fields: [], reasons: [])
      let fieldCount = number()
      while case let length = number(), length >= 0, place + length <= bytes.count {
        let text = String(decoding: bytes[place..<place + length], as: UTF8.self)
        place += length
        if row.fields.count < fieldCount {
          row.fields.append(text)
        } else {
          row.reasons.append(text)
        }
      }
      try body(row)
    }
  }
}
