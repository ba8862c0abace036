/// Rows as CSV text in memory, RFC 4180 in UTF-8.
///
/// Fields are quoted where they hold a delimiter, a quotation mark, a line break, white space at either end (a reader
/// may drop it), a byte order mark at the front, or nothing in a row of a single field (the row would be an empty line).
/// Texts that a spreadsheet would run are guarded: see `FormulaGuard`.
public struct CSVText: Sendable {
  /// How it is written.
  public let style: CSVStyle
  /// The text so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []

  /// Begins with no rows.
  public init(style: CSVStyle = CSVStyle()) { self.style = style }

  /// The text so far.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a row; a row without cells becomes one empty field.
  public mutating func append(_ cells: [CSVCell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(style.delimiter.rawValue) }
      switch cell {
      case .empty: break
      case .text(let text): append(text)
      case .integer(let number): bytes += String(number).utf8
      case .decimal(let number): bytes += Self.digits(number).utf8
      }
    }
    if cells.allSatisfy({ $0 == .empty || $0 == .text("") }), cells.count < 2 {
      bytes += [0x22, 0x22]
    }
    bytes += style.lineEnd.rawValue.utf8
  }

  /// Forgets the rows, keeps the memory: for writing in pieces.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func append(_ text: String) {
    let text = FormulaGuard.guarded(text)
    guard needsQuotes(text) else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    if text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) { return true }
    return text.utf8.contains {
      $0 == 0x22 || $0 == 0x0A || $0 == 0x0D || $0 == style.delimiter.rawValue
    }
  }

  private static func digits(_ number: Double) -> String {
    guard number.isFinite else {
      return number.isNaN ? "NaN" : number < 0 ? "-Inf" : "Inf"
    }
    if let whole = Int(exactly: number), abs(number) < 1e15 { return String(whole) }
    return "\(number)"
  }
}
