import GRDB

/// Keeps the texts of columns that the layout does not know, one stored row a row of the file.
///
/// A row of the table for each text would cost as much again as the responses themselves.
public struct KeptRows {
  private let session: ImportSession
  private let columnCount: Int
  /// The row's texts as a JSON array; room that is used again.
  private var json: [UInt8] = []
  private var hasText = false

  /// Begins with the columns whose texts will follow, in this order, for every row.
  public init(_ session: ImportSession, columns: [String]) throws {
    self.session = session
    columnCount = columns.count
    json.reserveCapacity(4096)
    for (position, name) in columns.enumerated() {
      try session.db.execute(
        sql: "INSERT INTO keptColumn VALUES (?, ?, ?)",
        arguments: [session.importID, position, name])
    }
  }

  /// Adds the text of the row's next column.
  public mutating func add(_ utf8: UnsafeRawBufferPointer) {
    json.append(json.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    json.append(UInt8(ascii: "\""))
    if !utf8.isEmpty {
      hasText = true
      if utf8.contains(where: Self.needsEscape) {
        for byte in utf8 { appendEscaped(byte) }
      } else {
        json.append(contentsOf: utf8)
      }
    }
    json.append(UInt8(ascii: "\""))
  }

  /// Stores what was added, if any of it was not empty, and begins the next row.
  public mutating func write(row: Int) throws {
    guard columnCount > 0 else { return }
    defer {
      json.removeAll(keepingCapacity: true)
      hasText = false
    }
    guard hasText else { return }
    json.append(UInt8(ascii: "]"))
    let statement = try session.prepared(.insertKeptRow)
    statement.bind(1, session.importID)
    statement.bind(2, Int64(row))
    try json.withUnsafeBytes {
      statement.bind(3, utf8: $0)
      try statement.run()
    }
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    guard Self.needsEscape(byte) else { return json.append(byte) }
    json.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): json.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): json.append(byte)
    default:
      let digits = String(byte, radix: 16)
      json.append(contentsOf: "u00\(digits.count < 2 ? "0" : "")\(digits)".utf8)
    }
  }
}
