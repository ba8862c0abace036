import GRDB

/// Keeps the texts of columns that the layout does not know, many rows of the file to a stored one.
///
/// A stored row for each text would cost as much again as the responses themselves.
public struct KeptRows {
  private static let blockSize = 32 << 10

  private let session: ImportSession
  private let columnCount: Int
  /// The rows of the next block as JSON; room that is used again.
  private var json: [UInt8] = []
  private var firstRow = 0
  /// Where the row under way begins.
  private var rowStart = 0
  private var hasText = false

  /// Begins with the columns whose texts will follow, in this order, for every row.
  public init(_ session: ImportSession, columns: [String]) throws {
    self.session = session
    columnCount = columns.count
    for (index, name) in columns.enumerated() {
      try session.db.execute(
        sql: "INSERT INTO keptColumn (importID, position, name) VALUES (?, ?, ?)",
        arguments: [session.importID, index + 1, name])
    }
    json.reserveCapacity(columns.isEmpty ? 0 : 2 * Self.blockSize)
  }

  /// Begins a row of the file.
  public mutating func begin(row: Int) {
    guard columnCount > 0 else { return }
    if json.isEmpty { firstRow = row }
    rowStart = json.count
    hasText = false
    json.append(contentsOf: (rowStart == 0 ? "[[" : ",[").utf8)
    append(row)
  }

  /// Adds the text of the row's next column.
  public mutating func add(_ utf8: UnsafeRawBufferPointer) {
    json.append(UInt8(ascii: ","))
    json.append(UInt8(ascii: "\""))
    if !utf8.isEmpty {
      hasText = true
      // Stretches between what is to be escaped are taken over whole.
      var start = 0
      for (index, byte) in utf8.enumerated() where Self.needsEscape(byte) {
        json.append(contentsOf: utf8[start..<index])
        appendEscaped(byte)
        start = index + 1
      }
      json.append(contentsOf: utf8[start...])
    }
    json.append(UInt8(ascii: "\""))
  }

  /// Ends the row; one without any text leaves nothing.
  public mutating func end() throws {
    guard columnCount > 0 else { return }
    guard hasText else { return json.removeLast(json.count - rowStart) }
    json.append(UInt8(ascii: "]"))
    if json.count >= Self.blockSize { try flush() }
  }

  /// Stores what waits.
  public mutating func flush() throws {
    guard !json.isEmpty else { return }
    json.append(UInt8(ascii: "]"))
    let statement = try session.prepared(.insertKeptBlock)
    statement.bind(1, session.importID)
    statement.bind(2, Int64(firstRow))
    try json.withUnsafeBytes {
      statement.bind(3, utf8: $0)
      try statement.run()
    }
    json.removeAll(keepingCapacity: true)
  }

  /// Appends a number that is not negative, digit by digit: a string for each row costs more than its
  /// texts.
  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    json.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    json.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): json.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): json.append(byte)
    default:
      let digits = String(byte, radix: 16)
      json.append(contentsOf: "u00\(digits.utf8.count < 2 ? "0" : "")\(digits)".utf8)
    }
  }
}
