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
