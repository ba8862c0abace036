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

  /// Adds the text of a cell without the spaces and tabs around it, as they are dropped in CSV.
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

  /// The text of a column; nil where it has none.
  func text(ofColumn column: Int) -> [UInt8]? {
    cells.first { $0.column == column }.map { [UInt8](bytes[$0.start..<$0.end]) }
  }

  /// Adds the row with at least `least` fields; without texts one that is passed over.
  ///
  /// - Returns: a column that was filled twice; nil where all is well.
  mutating func write(to rows: inout BlockTexts, least: Int) -> Int? {
    if !isOrdered { cells.sort { $0.column < $1.column } }
    for (index, cell) in cells.enumerated() {
      if index > 0, cells[index - 1].column == cell.column { return cell.column }
      rows.widen(to: cell.column)
      rows.addField(bytes[cell.start..<cell.end])
    }
    if width > 0 { rows.widen(to: least) }
    rows.endRow()
    return nil
  }
}
