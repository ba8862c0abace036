/// The longest stretch of valid UTF-8 from a position, and why it ends.
struct UTF8Run {
  enum Outcome { case complete, incomplete, invalid }

  /// Where the stretch ends: the place of the first byte that is not valid or begins an unfinished character.
  private(set) var end: Int
  private(set) var outcome = Outcome.complete
  /// Characters of two to four bytes in the stretch.
  private(set) var multibyteCount = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    end = start
    while end < bytes.count {
      // Eight ASCII bytes at a time: nearly all of most files.
      while end &+ 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: end, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        end &+= 8
      }
      guard end < bytes.count else { return }
      if bytes[end] < 0x80 {
        end &+= 1
        continue
      }
      if bytes[end] &- 0xC2 < 0x1E, end &+ 1 < bytes.count, bytes[end &+ 1] & 0xC0 == 0x80 {
        multibyteCount &+= 1
        end &+= 2
        continue
      }
      let length = Self.length(bytes, at: end)
      guard length > 0 else {
        outcome = length == 0 ? .incomplete : .invalid
        return
      }
      multibyteCount &+= 1
      end &+= length
    }
  }

  /// The length of the multibyte character at a place; 0 if the bytes end within it, -1 if it is none.
  ///
  /// > Reference: The Unicode Standard 15.0, table 3-7, well-formed UTF-8 byte sequences.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let lead = bytes[place]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return -1
    }
    for offset in 1..<length {
      guard place &+ offset < bytes.count else { return 0 }
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard allowed.contains(bytes[place &+ offset]) else { return -1 }
    }
    return length
  }
}
