/// The texts of rows one after the other, until they are enough for a block.
struct BlockTexts {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var firsts = [0]

  /// The size of the rows as text: a byte a field and a row beside their bytes.
  var size: Int { bytes.count + ends.count + firsts.count - 2 }

  /// How many fields the row at hand has.
  var fieldCount: Int { ends.count - 1 - (firsts.last ?? 0) }

  /// Adds a field to the row at hand.
  mutating func addField(_ text: some Collection<UInt8>) {
    bytes += text
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Fills the row at hand with empty fields until it has this many.
  mutating func widen(to width: Int) {
    let missing = width - fieldCount
    guard missing > 0 else { return }
    ends.append(contentsOf: repeatElement(UInt32(truncatingIfNeeded: bytes.count), count: missing))
  }

  /// Ends the row at hand; one without fields is passed over as an empty line is.
  mutating func endRow() { firsts.append(ends.count - 1) }

  /// Adds rows without fields.
  mutating func skipRows(_ count: Int) {
    firsts.append(contentsOf: repeatElement(ends.count - 1, count: count))
  }

  /// The rows that were ended, of which each is a line.
  ///
  /// - Parameters:
  ///   - firstRow: The number of the first, as a person counts them.
  ///   - bytesRead: How many bytes of the source were read by then.
  ///   - failure: Why nothing follows.
  ///   - ending: What is known at the end; nil where more follows.
  /// - Returns: The block; the last one where nothing follows it.
  func block(
    firstRow: Int, bytesRead: Int, failure: TableError? = nil, ending: SourceEnding? = nil
  ) -> TableBlock {
    TableBlock(
      bytes: bytes, bytesRead: bytesRead, lines: [], row: firstRow, line: firstRow,
      fieldEnds: ends, firstFields: firsts, failure: failure,
      isLast: failure != nil || ending != nil, ending: ending)
  }
}
