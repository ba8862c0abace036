import CLibCSV

/// Finds out where in the file the trouble with a record is: slow, and called once a file at most.
struct CSVFault {
  private let block: TextBlock
  private let delimiter: CSVDelimiter
  private let index: Int

  init(_ block: TextBlock, _ delimiter: CSVDelimiter, _ index: Int) {
    (self.block, self.delimiter, self.index) = (block, delimiter, index)
  }

  /// The error at a place in the block's text; those about the file as a whole get no place.
  func error(_ kind: TableError.Kind, at position: Int) -> TableError {
    switch kind {
    case .cannotRead, .workbook: return TableError(kind)
    default: break
    }
    return TableError(kind, at: place(position, Walk(self, to: position)))
  }

  /// The error libcsv stopped with.
  func error(_ parser: csv_parser, at position: Int) -> TableError {
    guard parser.status == CSV_EPARSE else { return error(.outOfMemory, at: position) }
    guard parser.quoted != 0 else { return error(.quoteInsideField, at: position) }
    let rest = block.text[position...].prefix(200)
      .prefix { $0 != delimiter.rawValue && $0 != 0x0A && $0 != 0x0D }
    let found = String(String(decoding: rest, as: UTF8.self).prefix(20))
    let line = Walk(self, to: position).openLine
    return error(.textAfterQuote(found: found, openedAtLine: line), at: position)
  }

  /// The error of a record that ends with the file inside quotation marks, at the mark that opens.
  var quoteNotClosed: TableError {
    error(.quoteNotClosed, at: Walk(self, to: Int(block.spans[index].end)).openPosition)
  }

  private func place(_ position: Int, _ walk: Walk) -> TableError.Place {
    let before = block.text.withUnsafeBufferPointer {
      block.encoding.rawLength(of: .init(rebasing: $0[..<position]))
    }
    return .init(
      row: block.row + index, column: walk.column, line: walk.line,
      byteOffset: block.rawOffset + before)
  }

  /// A walk from the beginning of the record to a place, before which all is well.
  private struct Walk {
    var column = 1
    var line: Int
    /// Where the quotation mark that opened the last quoted field stands.
    var openPosition: Int
    var openLine: Int

    init(_ fault: CSVFault, to position: Int) {
      let text = fault.block.text
      guard fault.block.spans.indices.contains(fault.index) else {
        (line, openPosition, openLine) = (fault.block.line, position, fault.block.line)
        return
      }
      let span = fault.block.spans[fault.index]
      line = fault.block.line + Int(span.lines)
      (openPosition, openLine) = (Int(span.start), line)
      var (isQuoted, wasQuoted) = (false, false)
      for place in Int(span.start)..<position {
        switch text[place] {
        case 0x22:
          isQuoted.toggle()
          if !wasQuoted { (openPosition, openLine, wasQuoted) = (place, line, true) }
        case fault.delimiter.rawValue where !isQuoted:
          column += 1
          wasQuoted = false
        case 0x0A: line += 1
        case 0x0D where place + 1 >= text.count || text[place + 1] != 0x0A: line += 1
        default: break
        }
      }
    }
  }
}
