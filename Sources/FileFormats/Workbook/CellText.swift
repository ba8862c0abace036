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

  /// A text as workbooks write it, so that it reads back as the same: what XML cannot hold becomes
  /// an escape, and what looks like an escape is kept from being one.
  ///
  /// Zero has no escape that spreadsheets take, and becomes the sign for it. A text of more units than
  /// `most`, by which spreadsheets count, is cut and ends in an ellipsis.
  static func written(_ text: String, atMost most: Int) -> String {
    let scalars = text.unicodeScalars
    var (out, units) = (String.UnicodeScalarView(), 0)
    for place in scalars.indices {
      let piece = escape(scalars, at: place)
      let width = piece.reduce(0) { $0 + UTF16.width($1) }
      guard units + width < most else {
        out.append("\u{2026}")
        break
      }
      out.append(contentsOf: piece)
      units += width
    }
    return String(out)
  }

  private static func escape(
    _ scalars: String.UnicodeScalarView, at place: String.Index
  ) -> [Unicode.Scalar] {
    let scalar = scalars[place]
    switch scalar.value {
    case 0: return ["\u{2400}"]
    // A carriage return would come back as a line feed.
    case 0x0D, 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0xFFFE, 0xFFFF:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      return Array("_x\(padded)_".unicodeScalars)
    case 0x5F
    where escape(Array(scalars[place...].prefix(7).map { UInt8(exactly: $0.value) ?? 0 }), at: 0)
      != nil:
      return Array("_x005F_".unicodeScalars)
    default: return [scalar]
    }
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
