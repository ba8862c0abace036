/// Some hundred kilobytes of records, taken apart: all fields' bytes one after the other, and where each ends.
///
/// A value that can cross threads: one thread parses the next block while another works on this one.
public struct CSVBlock: Sendable {
  /// The records' text, and where each stands in it.
  let text: [UInt8]
  let spans: [RecordSpan]
  let row: Int
  let line: Int
  /// The fields' bytes without quotation marks.
  let bytes: [UInt8]
  /// A zero, then for each field the end of its bytes.
  let fieldEnds: [UInt32]
  /// For each record the number of its first field, then the number of fields: shorter than `spans` after a failure.
  let firstFields: [Int]
  /// Why nothing follows the records of this block.
  let failure: CSVError?
  let isLast: Bool
  let ending: SourceEnding?
  /// Spans that are not delivered: the header's, and the empty lines before it.
  var skippedCount = 0

  /// Calls `body` with each record in order; empty lines are no records.
  public func forEachRecord<E: Error>(
    _ body: (borrowing CSVRecord) throws(E) -> Void
  ) throws(E) {
    try withRecords(skippedCount..<max(skippedCount, firstFields.count - 1), body)
  }

  /// Calls `body` with the records at some indices of `spans`; the pointers live as long as the call.
  func withRecords<E: Error>(
    _ indices: Range<Int>, _ body: (borrowing CSVRecord) throws(E) -> Void
  ) throws(E) {
    try text.withUnsafeBufferPointer { text throws(E) in
      try bytes.withUnsafeBufferPointer { bytes throws(E) in
        try fieldEnds.withUnsafeBufferPointer { ends throws(E) in
          for index in indices {
            let (first, next) = (firstFields[index], firstFields[index + 1])
            guard first < next else { continue }
            let span = spans[index]
            try body(
              CSVRecord(
                row: row + index, line: line + Int(span.lines),
                text: .init(.init(rebasing: text[Int(span.start)..<Int(span.end)])),
                bytes: .init(bytes), ends: .init(rebasing: ends[first...next])))
          }
        }
      }
    }
  }

  /// Empty lines among the rows.
  var emptyLineCount: Int {
    zip(firstFields, firstFields.dropFirst()).count { $0 == $1 }
  }

  /// Records with fields.
  var recordCount: Int { max(0, firstFields.count - 1) - emptyLineCount }
}
