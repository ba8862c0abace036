/// A row of a sheet being read: the texts of its cells, whatever their order.
struct SheetRow {
  private var bytes: [UInt8] = []
  private var cells: [(column: Int, start: Int, end: Int)] = []
  private var isOrdered = true

  /// The number of columns up to the last that has a text.
  private(set) var width = 0
  /// How many bytes its texts have.
  var byteCount: Int { bytes.count }
  /// How many cells have a text.
  var cellCount: Int { cells.count }

  /// Empties it.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    (isOrdered, width) = (true, 0)
  }

  /// Adds the text of a cell without the spaces and tabs around it, as a CSV reader drops them.
  mutating func add(_ text: some RandomAccessCollection<UInt8>, column: Int) {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    var text = text[...]
    while let first = text.first, isSpace(first) { text = text.dropFirst() }
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    guard !text.isEmpty else { return }
    if let last = cells.last, last.column >= column { isOrdered = false }
    let start = bytes.count
    bytes += text
    cells.append((column, start, bytes.count))
    width = max(width, column + 1)
  }

  /// Writes the row as a line of CSV with at least `least` fields; without texts an empty line.
  ///
  /// - Returns: a column that was filled twice; nil where all is well.
  mutating func write(to line: inout [UInt8], least: Int) -> Int? {
    if !isOrdered { cells.sort { $0.column < $1.column } }
    var doubled: Int?
    var column = 0
    for (index, cell) in cells.enumerated() {
      if index > 0, cells[index - 1].column == cell.column { doubled = cell.column }
      while column < cell.column {
        line.append(0x2C)
        column += 1
      }
      Self.append(bytes[cell.start..<cell.end], to: &line)
    }
    if width > 0 { line.append(contentsOf: repeatElement(0x2C, count: max(0, least - 1 - column))) }
    line.append(0x0A)
    return doubled
  }

  private static func append(_ field: ArraySlice<UInt8>, to line: inout [UInt8]) {
    // A delimiter, a quotation mark, a line break.
    guard field.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      line += field
      return
    }
    line.append(0x22)
    for byte in field {
      if byte == 0x22 { line.append(byte) }
      line.append(byte)
    }
    line.append(0x22)
  }
}
