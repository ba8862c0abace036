/// Reads a table of any size row by row, in the memory of a few blocks: CSV, or a sheet of a workbook.
///
/// ```swift
/// let reader = try TableReader(.path("codings.csv"))
/// let code = reader.header.column("code")
/// try reader.read { record in
///   // record.bytes(at:), record.string(at:), record.int(at:)
/// }
/// ```
///
/// Quoting follows RFC 4180 strictly: at the first quotation mark that cannot be placed the reader delivers the rows
/// before it and then throws a `TableError` that says where it is; nothing after it is read. Rows of unequal length are
/// no error here: compare `TableRow.count` with `header.count`. Empty lines are counted and passed over, also in a
/// file of a single column (`CSVWriter` writes an empty single field as `""`).
///
/// Text in an unknown encoding is never guessed row by row. The first characters beyond ASCII decide between UTF-8 and
/// Windows-1252 for the file as a whole; a byte that does not fit afterwards is an error that names the remedy.
///
/// A workbook (.xlsx) is known by its first bytes. Its sheet is read as the CSV file that a spreadsheet would save, its
/// rows counted as there; numbers have all their digits and dates are written as ISO 8601.
public final class TableReader: TableSource {
  /// The column names.
  public let header: TableHeader
  /// What stands between fields, as told or recognized.
  public let delimiter: CSVDelimiter
  /// The name of the sheet, where the source is a workbook.
  public let sheet: String?
  /// How many bytes there are to read; nil where that is not known before, and of a sheet.
  public let byteCount: Int?
  /// What is known once the last row was delivered; `nil` before that and after an error.
  public private(set) var summary: TableSummary?

  private let blocks: any BlockSupply
  private let isGuarded: Bool
  private var first: TableBlock?
  private var isFinished = false
  private var (recordCount, emptyLineCount) = (0, 0)

  /// Reads an open table.
  ///
  /// - Parameters:
  ///   - opened: Its head, and what follows.
  ///   - options: What the caller said.
  init(_ opened: OpenedTable, options: TableOptions) {
    let head = opened.head
    let written = TableHeader(names: head.names, row: head.row)
    isGuarded = options.guardMarks.contains { written.column($0) != nil }
    header =
      isGuarded
      ? TableHeader(names: written.names.map(FormulaGuard.unguarded), row: head.row) : written
    (delimiter, sheet, blocks) = (opened.delimiter, opened.sheet, opened.blocks)
    byteCount = opened.byteCount
    (first, emptyLineCount, recordCount) = (head.block, head.emptyLineCount, -1)
  }

  /// The first rows below the header, of some hundred kilobytes at most.
  public func firstRows(_ count: Int) -> [(row: Int, fields: [String])] {
    var rows: [(row: Int, fields: [String])] = []
    first?.forEachRecord { record in
      if rows.count < count { rows.append((record.row, record.strings)) }
    }
    return rows
  }

  /// Passes over so many rows below the header; they count as none.
  public func passOver(_ count: Int) {
    guard first != nil else { return }
    first?.skippedCount += count
    recordCount -= count
  }

  /// Texts of some columns from the first rows, some hundred kilobytes of them at most.
  public func sample(of columns: [Int], rows: Int) -> [[String]] {
    var texts = columns.map { _ in [String]() }
    var left = rows
    first?.forEachRecord { record in
      guard left > 0 else { return }
      left -= 1
      for (place, column) in columns.enumerated() {
        texts[place].append(record.string(at: column))
      }
    }
    return texts
  }

  /// Calls `body` with every block of rows, in order; for callers that hand rows on in bulk.
  ///
  /// - Parameters:
  ///   - parallel: whether other threads take the next blocks apart meanwhile; `body` stays on this one.
  ///   - body: called with each in turn.
  /// - Throws: what `body` throws, or a `TableError` after the last block that could be read.
  public func readBlocks(parallel: Bool, _ body: (TableBlock) throws -> Void) throws {
    guard !isFinished else { return }
    if let block = first {
      first = nil
      try deliver(block, body)
    }
    guard !isFinished else { return }
    if parallel {
      try ParallelParsing(blocks).run { block in
        try self.deliver(block, body)
        return !self.isFinished
      }
    } else {
      while !isFinished, let next = blocks.take() { try deliver(next.block(), body) }
    }
  }

  private func deliver(_ block: TableBlock, _ body: (TableBlock) throws -> Void) throws {
    var block = block
    block.isGuarded = isGuarded
    if recordCount >= 0 { emptyLineCount += block.emptyLineCount }
    recordCount += block.recordCount
    isFinished = block.isLast || block.failure != nil
    try body(block)
    if let failure = block.failure { throw failure }
    guard let ending = block.ending else { return }
    summary = TableSummary(
      byteCount: ending.byteCount, sha256: ending.sha256, encoding: ending.encoding,
      recordCount: recordCount, emptyLineCount: emptyLineCount, guessed: ending.guessed,
      notes: ending.notes)
  }
}
