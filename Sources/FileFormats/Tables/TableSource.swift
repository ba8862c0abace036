/// A table whatever it comes from: a header, and rows each with its place.
///
/// CSV and sheets come through `TableReader`. Another program's format needs a source of its own,
/// which makes blocks of its rows; what reads tables then reads it too.
public protocol TableSource: AnyObject {
  /// The column names.
  var header: TableHeader { get }
  /// The name of the sheet, where the table is one of a workbook.
  var sheet: String? { get }
  /// What is known once the last row was delivered; nil before that and after an error.
  var summary: TableSummary? { get }

  /// How many bytes will have been read at the end, as `TableBlock.bytesRead` counts them; nil where that
  /// is not known before, as of a pipe, or of a sheet, which is read as text.
  var byteCount: Int? { get }

  /// The first rows below the header as they stand, `count` at most, each with its number, without
  /// reading on; empty once reading has begun, and for sources that cannot tell.
  func firstRows(_ count: Int) -> [(row: Int, fields: [String])]

  /// Passes over so many rows below the header, which `firstRows` has shown; nothing for sources that cannot.
  func passOver(_ count: Int)

  /// Texts of some columns from the first rows, without reading on; empty once reading has begun, and
  /// for sources that cannot tell.
  ///
  /// - Parameters:
  ///   - columns: The columns, from 0.
  ///   - rows: How many rows at most.
  /// - Returns: The texts of each column.
  func sample(of columns: [Int], rows: Int) -> [[String]]

  /// Calls `body` with every block of rows, in order.
  ///
  /// - Parameters:
  ///   - parallel: Whether other threads may take the next blocks apart meanwhile; `body` stays on
  ///     this one.
  ///   - body: Called with each in turn.
  /// - Throws: What `body` throws, or a `TableError` after the last block that could be read.
  func readBlocks(parallel: Bool, _ body: (TableBlock) throws -> Void) throws
}

extension TableSource {
  /// Not known.
  public var byteCount: Int? { nil }

  /// No rows.
  public func firstRows(_ count: Int) -> [(row: Int, fields: [String])] { [] }

  /// Nothing.
  public func passOver(_ count: Int) {}

  /// No texts.
  public func sample(of columns: [Int], rows: Int) -> [[String]] { columns.map { _ in [] } }

  /// Calls `body` with every row after the header, in order.
  ///
  /// - Parameters:
  ///   - parallel: Whether other threads take the next rows apart meanwhile; `body` stays on this one.
  ///   - body: Called with each in turn.
  /// - Throws: What `body` throws, or a `TableError` after the last row that could be read.
  public func read(
    parallel: Bool = false, _ body: (borrowing TableRow) throws -> Void
  ) throws {
    try readBlocks(parallel: parallel) { block throws in try block.forEachRecord(body) }
  }
}

/// What is known of a table that was read to its end.
public struct TableSummary: Sendable, Hashable {
  /// The size of the file.
  public var byteCount: Int
  /// The SHA-256 digest of the file's bytes, 64 lower-case hexadecimal digits; `nil` if it was not wanted.
  public var sha256: String?
  /// The encoding the file was read as.
  public var encoding: TextEncoding
  /// A text that shows how it was read, where the bytes do not tell the encoding for certain; nil where they do.
  public var guessed: String?
  /// The rows delivered: without the header and empty lines.
  public var recordCount: Int
  /// The empty lines passed over.
  public var emptyLineCount: Int
  /// What a person should know of the cells of a sheet.
  public var notes: [SheetNote]

  /// Makes a summary.
  public init(
    byteCount: Int, sha256: String?, encoding: TextEncoding, recordCount: Int, emptyLineCount: Int,
    guessed: String? = nil, notes: [SheetNote] = []
  ) {
    self.byteCount = byteCount
    self.sha256 = sha256
    self.encoding = encoding
    self.guessed = guessed
    self.recordCount = recordCount
    self.emptyLineCount = emptyLineCount
    self.notes = notes
  }
}
