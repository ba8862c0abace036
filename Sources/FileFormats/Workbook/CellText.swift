/// The text of a cell as bytes, with the escapes of workbooks undone.
enum CellText {
  /// Undoes `_xHHHH_`, by which workbooks write characters that XML cannot hold; `_x005F_` is an underscore.
  ///
  /// What is no character after all, and zero, stays as it is written.
  static func unescape(_ bytes: inout [UInt8], from start: Int) {
    var read = start
    // Nearly all texts have no escape: nothing is copied then.
    while read < bytes.count, escape(bytes, at: read) == nil { read += 1 }
    var write = read
    while read < bytes.count {
      if let (scalar, length) = scalar(bytes, at: read) {
        for byte in String(scalar).utf8 {
          bytes[write] = byte
          write += 1
        }
        read += length
      } else {
        bytes[write] = bytes[read]
        (read, write) = (read + 1, write + 1)
      }
    }
    bytes.removeLast(bytes.count - write)
  }

  /// Guards what a text has in common with these escapes, so that it reads back as the same.
  static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { escape(bytes, at: $0) != nil }) else { return text }
    var out: [UInt8] = []
    for place in bytes.indices {
      if escape(bytes, at: place) != nil { out += "_x005F".utf8 }
      out.append(bytes[place])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The scalar an escape, or two of them for the halves of a surrogate pair, stand for.
  private static func scalar(_ bytes: [UInt8], at place: Int) -> (Unicode.Scalar, length: Int)? {
    guard let unit = escape(bytes, at: place), unit > 0 else { return nil }
    if let scalar = Unicode.Scalar(unit) { return (scalar, 7) }
    guard unit & 0xFC00 == 0xD800, let low = escape(bytes, at: place + 7), low & 0xFC00 == 0xDC00
    else { return nil }
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)).map { ($0, 14) }
  }

  /// The UTF-16 unit of an escape at a place; nil where there is none.
  private static func escape(_ bytes: [UInt8], at place: Int) -> UInt32? {
    guard bytes[safe: place] == 0x5F, bytes[safe: place + 1] == 0x78,
      bytes[safe: place + 6] == 0x5F
    else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[(place + 2)..<(place + 6)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}

extension [UInt8] {
  fileprivate subscript(safe place: Int) -> UInt8? { place < count ? self[place] : nil }
}
