/// A table of text: words left, numbers right, columns as wide as their longest cell.
struct TextTable {
  private let headers: [String]
  private let right: Set<Int>
  private var rows: [[String]] = []

  /// Begins a table; `right` are the columns of numbers.
  init(_ headers: [String], right: Set<Int> = []) {
    self.headers = headers
    self.right = right
  }

  /// Whether no row was added.
  var isEmpty: Bool { rows.isEmpty }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, the header underlined by dashes.
  var lines: [String] {
    let widths = headers.indices.map { column in
      ([headers] + rows).map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (column, cell) in cells.enumerated() {
        let pad = String(repeating: " ", count: max(0, widths[column] - cell.count))
        line += (column == 0 ? "" : "  ") + (right.contains(column) ? pad + cell : cell + pad)
      }
      while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
      return line
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return [line(headers), line(rule)] + rows.map(line)
  }
}
