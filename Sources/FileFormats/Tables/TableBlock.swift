/// Some hundred kilobytes of rows, taken apart: all fields' bytes one after the other, and where each ends.
///
/// A value that can cross threads: one thread parses the next block while another works on this one.
public struct TableBlock: Sendable {
  /// The fields' bytes, UTF-8, without quotation marks; `TableRow.range(at:)` says which are a field's.
  public let bytes: [UInt8]
  /// How many bytes of the source were read when this block was made.
  public let bytesRead: Int
  /// Line breaks between the first record and each; empty where every record is a line.
  let lines: [Int32]
  /// The number of the first row, as a spreadsheet shows it, and its line.
  let row: Int
  let line: Int
  /// A zero, then for each field the end of its bytes.
  let fieldEnds: [UInt32]
  /// For each record the number of its first field, then the number of fields.
  let firstFields: [Int]
  /// Why nothing follows the records of this block.
  let failure: TableError?
  let isLast: Bool
  let ending: SourceEnding?
  /// Records that are not delivered: the header's, and the empty lines before it.
  var skippedCount = 0
  /// See `TableRow.isGuarded`.
  var isGuarded = false

  init(
    bytes: [UInt8], bytesRead: Int, lines: [Int32], row: Int, line: Int, fieldEnds: [UInt32],
    firstFields: [Int], failure: TableError?, isLast: Bool, ending: SourceEnding?
  ) {
    self.bytes = bytes
    self.bytesRead = bytesRead
    self.lines = lines
    self.row = row
    self.line = line
    self.fieldEnds = fieldEnds
    self.firstFields = firstFields
    self.failure = failure
    self.isLast = isLast
    self.ending = ending
  }

  /// Makes a block of texts that are no CSV, for a source of another format; a row without fields is
  /// passed over as an empty line is.
  ///
  /// - Parameters:
  ///   - rows: The fields of each row.
  ///   - firstRow: The number of the first, as a person counts them.
  ///   - bytesRead: How many bytes of the source were read by then.
  public init(rows: [[String]], firstRow: Int, bytesRead: Int = 0) {
    var texts = BlockTexts()
    for row in rows {
      for field in row { texts.addField(field.utf8) }
      texts.endRow()
    }
    self = texts.block(firstRow: firstRow, bytesRead: bytesRead)
  }

  /// Calls `body` with each record in order; empty lines are no records.
  public func forEachRecord<E: Error>(
    _ body: (borrowing TableRow) throws(E) -> Void
  ) throws(E) {
    try withRecords(skippedCount..<max(skippedCount, firstFields.count - 1), body)
  }

  /// Calls `body` with the record of this number, where the block has it.
  public func withRecord<E: Error>(
    row number: Int, _ body: (borrowing TableRow) throws(E) -> Void
  ) throws(E) {
    let index = number - row
    guard index >= skippedCount, index < firstFields.count - 1 else { return }
    try withRecords(index..<index + 1, body)
  }

  /// Calls `body` with the records at some indices; the pointers live as long as the call.
  func withRecords<E: Error>(
    _ indices: Range<Int>, _ body: (borrowing TableRow) throws(E) -> Void
  ) throws(E) {
    try bytes.withUnsafeBufferPointer { bytes throws(E) in
      try fieldEnds.withUnsafeBufferPointer { ends throws(E) in
        for index in indices {
          let (first, next) = (firstFields[index], firstFields[index + 1])
          guard first < next else { continue }
          try body(
            TableRow(
              row: row + index, line: line + (lines.isEmpty ? index : Int(lines[index])),
              bytes: .init(bytes),
              ends: .init(rebasing: ends[first...next]), isGuarded: isGuarded))
        }
      }
    }
  }

  /// Empty lines among the rows.
  var emptyLineCount: Int {
    zip(firstFields, firstFields.dropFirst()).count { $0 == $1 }
  }

  /// Records with fields.
  public var recordCount: Int { max(0, firstFields.count - 1) - emptyLineCount }
}

/// What is known of a source once all its bytes were read.
struct SourceEnding: Sendable {
  var byteCount: Int
  var sha256: String?
  var encoding: TextEncoding
  /// See `TableSummary.guessed`.
  var guessed: String?
  var notes: [SheetNote] = []
}
