/// One cell to be written.
public enum CSVCell: Sendable, Hashable {
  /// Nothing.
  case empty
  /// Text, quoted where needed.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number with a period, in the fewest digits that read back as the same; whole numbers without decimals.
  ///
  /// What is no number is written as `NaN`, `Inf` or `-Inf`.
  case decimal(Double)
}

extension CSVCell: ExpressibleByStringLiteral {
  /// Makes a text cell.
  public init(stringLiteral value: String) { self = .text(value) }
}

/// How CSV is written.
public struct CSVStyle: Sendable, Hashable {
  /// What ends a row.
  public enum LineEnd: String, Sendable, Hashable {
    /// `LF`, as on Unix.
    case lineFeed = "\n"
    /// `CRLF`, as RFC 4180 and older spreadsheets have it.
    case carriageReturnLineFeed = "\r\n"
  }

  /// What stands between fields.
  public var delimiter: CSVDelimiter
  /// What ends a row.
  public var lineEnd: LineEnd
  /// Makes a style: commas and LF unless told.
  public init(delimiter: CSVDelimiter = .comma, lineEnd: LineEnd = .lineFeed) {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }
}
