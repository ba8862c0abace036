extension TableReader {
  /// Opens a source, CSV or a workbook, recognizes encoding and delimiter, and reads the header.
  ///
  /// - Throws: if the source cannot be opened or read, is empty, or its header cannot be taken apart.
  public convenience init(
    _ source: ByteSource, options: TableOptions = TableOptions()
  ) throws(TableError) {
    try self.init(source, options: options, sizes: TableOptions.Sizes(rowLimit: options.rowLimit))
  }

  convenience init(
    _ source: ByteSource, options: TableOptions, sizes: TableOptions.Sizes
  ) throws(TableError) {
    self.init(try Self.opened(source, options, sizes), options: options)
  }

  private static func opened(
    _ source: ByteSource, _ options: TableOptions, _ sizes: TableOptions.Sizes
  ) throws(TableError) -> OpenedTable {
    let input = try ByteInput(source)
    let head = input.head
    if head == .archive { return try .sheet(of: input, options: options) }
    if head == .compound { throw TableError(.workbook(.compoundFile(input))) }
    if head == .database { throw TableError(.database) }
    if case .foreign(let kind) = head { throw TableError(.foreign(kind)) }
    if let name = options.sheet { throw TableError(.workbook(.noSheets(named: name))) }
    var opened = try OpenedTable.text(of: input, options: options, sizes: sizes)
    opened.byteCount = source.byteCount
    return opened
  }
}
