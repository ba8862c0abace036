/// Words in a PNG picture that no viewer draws: by them it is known whose it is.
///
/// > Reference: PNG specification (third edition), 5.3 chunk layout, 11.3.3.2 tEXt, annex D for the sum.
public enum PNGText {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// The signature and the header, which is the first chunk and has 13 bytes.
  private static let headLength = 8 + 12 + 13
  private static let keyword = Array("Description\0".utf8)

  /// The picture with words, in Latin letters, after its header; nil where it is no PNG.
  public static func adding(_ text: String, to picture: [UInt8]) -> [UInt8]? {
    guard picture.count > headLength, picture.starts(with: signature) else { return nil }
    let content = Array("tEXt".utf8) + keyword + Array(text.utf8)
    let chunk = bigEndian(UInt32(content.count - 4)) + content + bigEndian(sum(content))
    return picture[..<headLength] + chunk + picture[headLength...]
  }

  /// The words of a picture that begins as `adding` leaves it; nil for another.
  public static func of(_ picture: [UInt8]) -> String? {
    let start = headLength + 4
    guard picture.count > start + 4 + keyword.count, picture.starts(with: signature) else {
      return nil
    }
    let length = picture[headLength..<start].reduce(0) { $0 << 8 | Int($1) }
    let content = picture[start...].prefix(4 + length)
    let head = Array("tEXt".utf8) + keyword
    guard content.starts(with: head) else { return nil }
    return String(decoding: content.dropFirst(head.count), as: UTF8.self)
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  /// The sum that ends a chunk: CRC-32 of its type and data.
  private static func sum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
        rest & 1 == 0 ? rest >> 1 : 0xEDB8_8320 ^ rest >> 1
      }
    }
  }
}
