/// The beginning of a table: its first block that has a row, which is the header.
struct TableHead {
  /// The block, its header and what stands before that not to be delivered; nil before it was found.
  private(set) var block: TableBlock?
  /// The header's fields, and its row.
  private(set) var (names, row) = ([String](), 1)
  /// The empty lines of the blocks so far.
  private(set) var emptyLineCount = 0
  /// Whether no block follows.
  private(set) var isAtEnd = false

  /// Looks for the header in the next block.
  ///
  /// - Throws: Why nothing follows a block without rows; that the table is empty.
  mutating func look(in next: TableBlock) throws(TableError) {
    emptyLineCount += next.emptyLineCount
    isAtEnd = next.isLast
    guard next.recordCount > 0 else {
      if let failure = next.failure { throw failure }
      if next.isLast { throw TableError(.empty) }
      return
    }
    var next = next
    let index = next.firstFields.lastIndex(of: 0) ?? 0
    next.withRecords(index..<index + 1) { (names, row) = ($0.strings, $0.row) }
    next.skippedCount = index + 1
    block = next
  }
}

/// A table of which the head was read.
struct OpenedTable {
  /// Its beginning.
  var head: TableHead
  /// The blocks that follow.
  var blocks: any BlockSupply
  /// What stands between fields.
  var delimiter = CSVDelimiter.comma
  /// The name of the sheet, where there is one.
  var sheet: String?
  /// How many bytes there are to read, where that is known before.
  var byteCount: Int?
}
