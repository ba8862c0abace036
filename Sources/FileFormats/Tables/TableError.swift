/// Why a CSV file could not be read: what was found, where, and what to do.
///
/// FileFormats does not know which file it is to a user; the caller puts the file's name before `description`.
public struct TableError: Error, Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// Where it is; `nil` if the file as a whole is meant.
  public var place: Place?

  /// Makes an error.
  public init(_ kind: Kind, at place: Place? = nil) {
    self.kind = kind
    self.place = place
  }

  /// A place in a CSV file, in the counts of those who look for it with a spreadsheet, an editor or a program.
  public struct Place: Sendable, Hashable {
    /// The row as a spreadsheet shows it: from 1, the header's included, empty lines counted.
    public var row: Int
    /// The column, from 1.
    public var column: Int
    /// The line as a text editor shows it: from 1; higher than the row after line breaks inside fields.
    public var line: Int
    /// How many bytes of the file come before the place, the byte order mark included.
    public var byteOffset: Int

    /// Makes a place.
    public init(row: Int, column: Int, line: Int, byteOffset: Int) {
      self.row = row
      self.column = column
      self.line = line
      self.byteOffset = byteOffset
    }
  }

  /// What can be wrong with a CSV file.
  public enum Kind: Sendable, Hashable {
    /// The file cannot be opened; `reason` is the operating system's.
    case cannotOpen(path: String, reason: String)
    /// The file was opened, but reading fails.
    case cannotRead(path: String, reason: String)
    /// The file has no rows at all, not even a header.
    case empty
    /// The told encoding is not the one of the file's byte order mark.
    case contradictsMark(told: CSVEncoding, mark: TextEncoding)
    /// A byte is not part of UTF-8 text.
    case notUTF8(byte: UInt8)
    /// Half of a character of two UTF-16 units, or a single last byte.
    case notUTF16([UInt8])
    /// A byte has no meaning in Windows-1252.
    case notWindows1252(byte: UInt8)
    /// A zero byte.
    case zeroByte
    /// A quotation mark within a field that does not begin with one.
    case quoteInsideField
    /// Text between the closing quotation mark and the delimiter; `openedAtLine` is where its field began.
    case textAfterQuote(found: String, openedAtLine: Int)
    /// A field's quotation mark is not closed before the end of the file; the place is that of the opening mark.
    case quoteNotClosed
    /// A row has more bytes than the reader's limit.
    case rowTooLong(limit: Int)
    /// The CSV library ran out of memory.
    case outOfMemory
    /// The file is a SQLite database, as studies are.
    case database
    /// The file is no table.
    case foreign(ForeignFile)
    /// The file is a workbook, and cannot be read as one.
    case workbook(WorkbookFault)
  }
}

extension TableError: CustomStringConvertible {
  /// The place, what was found, and what to do, in one line.
  public var description: String { (place.map { "\($0): " } ?? "") + "\(found). \(remedy)" }
}

extension TableError.Place: CustomStringConvertible {
  /// For instance `row 17, column C, line 19, byte 512`.
  public var description: String {
    "row \(row), column \(TableHeader.letters(ofColumn: column - 1)), line \(line), byte \(byteOffset)"
  }
}
