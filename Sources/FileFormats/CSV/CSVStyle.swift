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
