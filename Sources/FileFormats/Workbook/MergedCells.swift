/// The ranges of a sheet that are shown as one cell, by which every row of one has the text that is shown in it.
///
/// A sheet lists them after its rows, so that they are looked for before the rows are read.
struct MergedCells {
  /// The columns and rows of a range that goes over several rows.
  private struct Range {
    var column: Int
    var rows: ClosedRange<Int>
    /// The text of its first cell, once it was read.
    var text: [UInt8]?
  }

  /// Those of rows to come, the last first.
  private var ranges: [Range] = []
  /// Those that the rows at hand are in.
  private var open: [Range] = []
  /// Whether they were looked for: else cells of rows below the first read as empty.
  let areKnown: Bool

  /// None, and not looked for.
  init() { areKnown = false }

  /// Looks for them in a part; it is read to its end.
  init(in part: some XMLInput) throws {
    var found: [Range] = []
    let size = 256 << 10
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
    defer { buffer.deallocate() }
    var carry: [UInt8] = []
    while true {
      guard let base = buffer.baseAddress else { break }
      let count = try part.read(into: base, count: size)
      let piece = carry + UnsafeRawBufferPointer(start: base, count: count)
      let rest = Self.scan(piece, isLast: count == 0, into: &found)
      guard count > 0 else { break }
      carry = [UInt8](piece[rest...])
    }
    (ranges, areKnown) = (found.sorted { $0.rows.lowerBound > $1.rows.lowerBound }, true)
  }

  /// No more are taken: nobody merges so many by hand.
  private static let most = 100_000
  private static let mark = Array("mergeCell ".utf8)

  /// Takes the ranges of a piece; what may go on in the next is left over from the place returned.
  private static func scan(_ bytes: [UInt8], isLast: Bool, into found: inout [Range]) -> Int {
    var place = 0
    while let start = bytes[place...].firstRange(of: mark)?.upperBound {
      guard let end = bytes[start...].firstIndex(of: 0x3E) else { return start - mark.count }
      place = end
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      guard let match = text.firstMatch(of: /ref\s*=\s*["']([A-Za-z0-9$]+):([A-Za-z0-9$]+)["']/),
        let first = CellReference(match.output.1.utf8),
        let last = CellReference(match.output.2.utf8),
        first.row < last.row, first.column <= last.column, found.count < most
      else { continue }
      found.append(Range(column: first.column, rows: first.row...last.row))
    }
    return max(place, bytes.count - mark.count)
  }

  /// Fills the cells of a row that are shown with the text of a row above, where the row has any text of its own, and
  /// remembers the texts of others.
  ///
  /// - Parameters:
  ///   - row: The row of cells as they stand.
  ///   - number: Its number.
  ///   - header: The row of the header, in and above which nothing is filled.
  mutating func fill(_ row: inout SheetRow, number: Int, header: Int) {
    while let next = ranges.last, next.rows.lowerBound <= number {
      ranges.removeLast()
      if next.rows.contains(number) { open.append(next) }
    }
    guard !open.isEmpty else { return }
    for place in open.indices {
      let column = open[place].column
      if number == open[place].rows.lowerBound {
        open[place].text = number > header ? row.text(ofColumn: column) : nil
      } else if let text = open[place].text, row.width > 0, row.text(ofColumn: column) == nil {
        row.add(text, column: column)
      }
    }
    open.removeAll { $0.rows.upperBound <= number }
  }
}
