/// What the caller says about a table; all of it can be left to be recognized.
public struct TableOptions: Sendable, Hashable {
  /// The encoding.
  public var encoding: CSVEncoding
  /// What stands between fields; `nil`: recognized from the header.
  public var delimiter: CSVDelimiter?
  /// The most bytes (as UTF-8) a row may have; a quotation mark that is never closed is found by it, too.
  public let rowLimit: Int
  /// Whether the SHA-256 digest of the file is computed on the way.
  public var computesDigest: Bool
  /// Whether spaces and tabs around an unquoted field belong to it; quotation marks then stand next to the delimiters.
  public var keepsBlanks: Bool
  /// The sheet, where the file is a workbook; `nil`: the first that can be seen.
  public var sheet: String?
  /// Names of columns that only files of this program have; where one is there, the guards against
  /// formulas that were put on when the file was written are taken off.
  public var guardMarks: [String]

  /// Makes options; the row limit is 16 MiB unless told, and never more than 512 MiB.
  public init(
    encoding: CSVEncoding = .automatic, delimiter: CSVDelimiter? = nil, rowLimit: Int = 16 << 20,
    computesDigest: Bool = true, keepsBlanks: Bool = false, sheet: String? = nil,
    guardMarks: [String] = []
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.computesDigest = computesDigest
    self.keepsBlanks = keepsBlanks
    self.sheet = sheet
    self.guardMarks = guardMarks
    self.rowLimit = min(max(rowLimit, 1), 512 << 20)
  }

  /// How much is read and handed on at a time; tests make it tiny.
  struct Sizes: Sendable {
    var chunk = 256 << 10
    var block = 256 << 10
    var rowLimit = 16 << 20
  }
}

/// What stands between the fields of a row.
public enum CSVDelimiter: UInt8, Sendable, Hashable, CaseIterable {
  /// `,`, as RFC 4180 has it.
  case comma = 0x2C
  /// `;`, from spreadsheets where the comma is the decimal sign.
  case semicolon = 0x3B
  /// A tab, as in "text" exports.
  case tab = 0x09

  /// The one that stands most often outside quotation marks in the first row with text; comma if none does.
  init(recognizedIn block: TextBlock) {
    self = .comma
    let header = block.spans.lazy
      .map { block.text[Int($0.start)..<Int($0.end)] }
      .first { $0.contains { $0 != 0x20 && $0 != 0x09 } }
    guard let header else { return }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in header {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    var most = 0
    for candidate in Self.allCases {
      let count = counts[candidate.rawValue] ?? 0
      if count > most { (self, most) = (candidate, count) }
    }
  }
}
