/// Windows code page 1252, byte to Unicode.
///
/// > Reference: Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT (five bytes mean nothing).
enum Windows1252 {
  /// The character of a byte; `nil` for 81, 8D, 8F, 90 and 9D (hexadecimal), which have none.
  static func unit(_ byte: UInt8) -> UInt16? {
    guard byte & 0xE0 == 0x80 else { return UInt16(byte) }
    let unit = high[Int(byte & 0x1F)]
    return unit == 0 ? nil : unit
  }

  /// The words around the first byte that is not ASCII, as they read; empty where all are.
  static func example(in bytes: [UInt8]) -> String {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return "" }
    // Line ends and what stands between fields.
    func parts(_ byte: UInt8) -> Bool { byte < 0x20 || [0x22, 0x2C, 0x3B].contains(byte) }
    let before = bytes[..<first].suffix(24).split(whereSeparator: parts).last ?? []
    let isWithin = first > 0 && !parts(bytes[first - 1])
    let after = bytes[first...].prefix(24).prefix { !parts($0) }
    let units = ((isWithin ? Array(before) : []) + after).compactMap(unit)
    return String(decoding: units, as: UTF16.self)
  }

  /// The characters of bytes 80 to 9F; 0 where there is none.
  private static let high: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

/// Writes Unicode scalars as UTF-8 at the end of an array that was made large enough before.
struct UTF8Output {
  private var end: Int

  /// Makes room for `capacity` more bytes.
  init(_ text: inout [UInt8], capacity: Int) {
    end = text.count
    text.append(contentsOf: repeatElement(0, count: capacity))
  }

  /// Writes one scalar; the caller has made sure that it is one.
  @inline(__always)
  mutating func append(_ scalar: UInt32, to text: inout [UInt8]) {
    if scalar < 0x80 {
      text[end] = UInt8(truncatingIfNeeded: scalar)
      end &+= 1
      return
    }
    let length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    let lead: UInt32 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
    var shift = UInt32(6 * (length - 1))
    text[end] = UInt8(truncatingIfNeeded: lead | scalar >> shift)
    for place in 1..<length {
      shift -= 6
      text[end + place] = UInt8(truncatingIfNeeded: 0x80 | (scalar >> shift) & 0x3F)
    }
    end += length
  }

  /// Gives back the room that was not needed.
  func close(_ text: inout [UInt8]) {
    text.removeLast(text.count - end)
  }
}

extension TextEncoding {
  /// How many raw bytes a stretch of text took in the file.
  func rawLength(of text: UnsafeBufferPointer<UInt8>) -> Int {
    guard self != .utf8 else { return text.count }
    var (scalars, long) = (0, 0)
    for byte in text {
      scalars &+= byte & 0xC0 == 0x80 ? 0 : 1
      long &+= byte >= 0xF0 ? 1 : 0
    }
    return self == .windows1252 ? scalars : 2 * (scalars + long)
  }
}
