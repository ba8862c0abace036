extension OpenedTable {
  /// The text of an open source as CSV.
  ///
  /// - Throws: if it cannot be read, is empty, or its header cannot be taken apart.
  static func text(
    of input: consuming ByteInput, options: TableOptions, sizes: TableOptions.Sizes
  ) throws(TableError) -> OpenedTable {
    var maker = try BlockMaker(input, options: options, sizes: sizes)
    var head = TableHead()
    var parsing: TableBlock.Parsing
    var told = options.delimiter
    repeat {
      var text = maker.next()
      if text.row == 1, let named = CSVDelimiter(toldIn: text) {
        told = told ?? named
        // It stays a row, so that rows are counted as a spreadsheet counts them, and is an empty one.
        text.spans[0].start = text.spans[0].end
      }
      parsing = TableBlock.Parsing(
        delimiter: told
          ?? CSVDelimiter(
            recognizedIn: text, rowLimit: sizes.rowLimit, keepsBlanks: options.keepsBlanks),
        rowLimit: sizes.rowLimit, keepsBlanks: options.keepsBlanks)
      try head.look(in: TableBlock(text, parsing))
    } while head.block == nil
    let found = parsing
    let blocks = BlockPipeline(maker, isAtEnd: head.isAtEnd) { TableBlock($0, found) }
    return OpenedTable(head: head, blocks: blocks, delimiter: found.delimiter)
  }
}
