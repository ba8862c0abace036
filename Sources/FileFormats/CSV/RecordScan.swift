#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a record stands in a block's text, its line end not included.
struct RecordSpan: Sendable, Equatable {
  var start: Int32
  var end: Int32
  /// Line breaks between the block's first byte and `start`.
  var lines: Int32
}

/// Finds the ends of records: line breaks outside quotation marks (LF, CRLF or CR).
///
/// Marks are counted, not understood: up to the first mistake in the quoting this agrees with libcsv, and libcsv
/// reports the mistake. `memchr` leaps from one byte of interest to the next, so this costs little beside parsing.
struct RecordScan {
  private(set) var spans: [RecordSpan] = []
  /// Where the first unfinished record begins; the text's length if there is none.
  private(set) var rest = 0
  /// Line breaks before `rest`.
  private(set) var lines: Int32 = 0

  init(_ text: [UInt8], atEnd: Bool) {
    spans.reserveCapacity(text.count / 64)
    text.withUnsafeBufferPointer { scan(ByteFinder($0), atEnd: atEnd) }
    if atEnd, rest < text.count {
      spans.append(RecordSpan(start: Int32(rest), end: Int32(text.count), lines: lines))
      rest = text.count
    }
  }

  private mutating func scan(_ text: ByteFinder, atEnd: Bool) {
    let (lineFeed, carriageReturn, mark) = (UInt8(0x0A), UInt8(0x0D), UInt8(0x22))
    var nextFeed = text.first(lineFeed, from: 0)
    var nextReturn = text.first(carriageReturn, from: 0)
    var nextMark = text.first(mark, from: 0)
    var position = 0
    var passed: Int32 = 0
    while position < text.count {
      if nextFeed < position { nextFeed = text.first(lineFeed, from: position) }
      if nextReturn < position { nextReturn = text.first(carriageReturn, from: position) }
      if nextMark < position { nextMark = text.first(mark, from: position) }
      let stop = min(nextFeed, nextReturn, nextMark)
      guard stop < text.count else { return }
      if stop == nextMark {
        let close = text.first(mark, from: stop + 1)
        guard close < text.count else { return }
        while nextFeed < close {
          passed += 1
          nextFeed = text.first(lineFeed, from: nextFeed + 1)
        }
        while nextReturn < close {
          if text[nextReturn + 1] != lineFeed { passed += 1 }
          nextReturn = text.first(carriageReturn, from: nextReturn + 1)
        }
        position = close + 1
        continue
      }
      position = stop + 1
      if stop == nextReturn {
        // The line feed of this break may be in the next block.
        guard position < text.count || atEnd else { return }
        if position < text.count, nextFeed == position { position += 1 }
      }
      spans.append(RecordSpan(start: Int32(rest), end: Int32(stop), lines: lines))
      passed += 1
      (rest, lines) = (position, passed)
    }
  }
}

/// A text in which bytes are looked for.
private struct ByteFinder {
  private let base: UnsafePointer<UInt8>?
  let count: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    (base, count) = (bytes.baseAddress, bytes.count)
  }

  @inline(__always)
  subscript(_ place: Int) -> UInt8 { base?[place] ?? 0 }

  /// The first place at or after `from` with this byte; `count` if there is none.
  @inline(__always)
  func first(_ byte: UInt8, from: Int) -> Int {
    guard from < count, let base, let found = memchr(base + from, Int32(byte), count - from)
    else { return count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
