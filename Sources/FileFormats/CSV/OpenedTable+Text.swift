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
    repeat {
      let text = maker.next()
      parsing = TableBlock.Parsing(
        delimiter: options.delimiter ?? CSVDelimiter(recognizedIn: text), rowLimit: sizes.rowLimit,
        keepsBlanks: options.keepsBlanks)
      try head.look(in: TableBlock(text, parsing))
    } while head.block == nil
    let found = parsing
    let blocks = BlockPipeline(maker, isAtEnd: head.isAtEnd) { TableBlock($0, found) }
    return OpenedTable(head: head, blocks: blocks, delimiter: found.delimiter)
  }
}
