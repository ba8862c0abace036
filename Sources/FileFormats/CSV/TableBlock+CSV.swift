import CLibCSV

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What libcsv's callback fills: a plain struct behind a pointer, since a class would be retained for every field.
private struct FieldSink {
  var bytes: UnsafeMutablePointer<UInt8>
  var byteCount = 0
  var ends: UnsafeMutablePointer<UInt32>
  /// Entries of `ends`, its leading zero included.
  var endCount = 1
}

/// Bytes that may be moved beyond a short field's end.
private let slack = 16

/// libcsv's strict mode: it stops at a quotation mark it cannot place, and at the end inside an open field.
private let strictOptions = UInt8(CSV_STRICT | CSV_STRICT_FINI)

extension TableBlock {
  /// How records are taken apart.
  struct Parsing: Sendable {
    var delimiter: CSVDelimiter
    var rowLimit: Int
    var keepsBlanks: Bool
  }

  /// Takes the records of a block apart with libcsv, up to the first that cannot be.
  init(_ block: TextBlock, _ parsing: Parsing) {
    let text = block.text
    let delimiter = parsing.delimiter
    // No row has more fields than delimiters and one, and no field more bytes than its text: nothing has to grow.
    let delimiterCount = text.withUnsafeBufferPointer { $0.count(of: delimiter.rawValue) }
    var bytes: [UInt8] = []
    var firstFields: [Int] = []
    var failure: TableError?
    let fieldEnds = [UInt32](
      unsafeUninitializedCapacity: delimiterCount + block.spans.count + 1
    ) { ends, endCount in
      bytes = [UInt8](unsafeUninitializedCapacity: text.count + slack) { buffer, byteCount in
        guard let ends = ends.baseAddress, let buffer = buffer.baseAddress else { return }
        ends[0] = 0
        var sink = FieldSink(bytes: buffer, ends: ends)
        (firstFields, failure) = Self.parse(block, parsing, &sink)
        (endCount, byteCount) = (sink.endCount, sink.byteCount)
      }
    }
    self.init(
      bytes: bytes, bytesRead: block.bytesRead, lines: block.spans.map(\.lines), row: block.row,
      line: block.line, fieldEnds: fieldEnds, firstFields: firstFields, failure: failure,
      isLast: block.isLast, ending: block.ending)
  }

  private static func parse(
    _ block: TextBlock, _ parsing: Parsing, _ sink: inout FieldSink
  ) -> ([Int], TableError?) {
    let (delimiter, rowLimit) = (parsing.delimiter, parsing.rowLimit)
    var firstFields: [Int] = [0]
    firstFields.reserveCapacity(block.spans.count + 1)
    var parser = csv_parser()
    csv_init(&parser, strictOptions)
    defer { csv_free(&parser) }
    csv_set_delim(&parser, delimiter.rawValue)
    csv_set_blk_size(&parser, 1024 * slack)
    if parsing.keepsBlanks {
      csv_set_space_func(&parser) { _ in 0 }
    } else if delimiter == .tab {
      csv_set_space_func(&parser) { $0 == 0x20 ? 1 : 0 }
    }
    let failure = block.text.withUnsafeBufferPointer { text -> TableError? in
      guard let base = text.baseAddress else {
        return block.stop.map { CSVFault(block, delimiter, 0).error($0.kind, at: 0) }
      }
      let zero = memchr(base, 0, text.count).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
      let lastIndex = block.spans.count - 1
      for index in block.spans.indices {
        let span = block.spans[index]
        var (start, end) = (Int(span.start), Int(span.end))
        // Made only when needed: the block in it would be retained for every record.
        var fault: CSVFault { CSVFault(block, delimiter, index) }
        guard end - start <= rowLimit else {
          return fault.error(.rowTooLong(limit: rowLimit), at: start)
        }
        // Files that were joined have a byte order mark where the second began.
        if end - start >= 3, base[start] == 0xEF, base[start + 1] == 0xBB, base[start + 2] == 0xBF {
          start += 3
        }
        var trouble: (place: Int, kind: TableError.Kind)?
        if let zero, zero < end { trouble = (zero, .zeroByte) }
        if trouble == nil, index == lastIndex, let stop = block.stop { trouble = (end, stop.kind) }
        let isOpen = trouble != nil || end == text.count
        let length = isOpen ? (trouble?.place ?? end) - start : end - start + 1
        let used = withUnsafeMutablePointer(to: &sink) {
          csv_parse(&parser, base + start, length, collectField, nil, $0)
        }
        guard used == length else { return fault.error(parser, at: start + used) }
        if let trouble { return fault.error(trouble.kind, at: trouble.place) }
        if isOpen {
          let status = withUnsafeMutablePointer(to: &sink) {
            csv_fini(&parser, collectField, nil, $0)
          }
          guard status == 0 else { return fault.quoteNotClosed }
        }
        firstFields.append(sink.endCount - 1)
      }
      return nil
    }
    // A record cut short by a failure leaves nothing behind.
    let whole = firstFields.last ?? 0
    sink.endCount = whole + 1
    sink.byteCount = Int(sink.ends[whole])
    return (firstFields, failure)
  }
}

/// libcsv's call for every field, inlined into the C function Swift makes of it.
@inline(__always)
private func collectField(
  _ field: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let sink = context?.assumingMemoryBound(to: FieldSink.self) else { return }
  let (start, number) = (sink.pointee.byteCount, sink.pointee.endCount)
  guard let field else { return }
  if length <= slack {
    // One move of a fixed size: libcsv's buffer and ours both reach at least this far.
    UnsafeMutableRawPointer(sink.pointee.bytes + start).storeBytes(
      of: field.loadUnaligned(as: SIMD16<UInt8>.self), as: SIMD16<UInt8>.self)
  } else {
    memcpy(sink.pointee.bytes + start, field, length)
  }
  sink.pointee.ends[number] = UInt32(truncatingIfNeeded: start &+ length)
  sink.pointee.byteCount = start &+ length
  sink.pointee.endCount = number &+ 1
}

extension UnsafeBufferPointer<UInt8> {
  /// How often a byte stands in the buffer, sixteen places at a time.
  fileprivate func count(of byte: UInt8) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let (wanted, zeros) = (SIMD16<UInt8>(repeating: byte), SIMD16<UInt8>(repeating: 0))
    var (total, place) = (0, 0)
    while place &+ 16 <= count {
      // A lane can count to 255 before it is emptied.
      let stop = Swift.min(place &+ 16 &* 255, count &- 15)
      var lanes = zeros
      while place < stop {
        let bytes = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        lanes &+= zeros.replacing(with: 1, where: bytes .== wanted)
        place &+= 16
      }
      total &+= Int(SIMD16<UInt16>(truncatingIfNeeded: lanes).wrappedSum())
    }
    for place in place..<count where self[place] == byte { total &+= 1 }
    return total
  }
}
