/// The text of a transcript as offsets count it: BOM dropped, CRLF and CR as LF.
enum TranscriptText {
  static func decode(_ bytes: [UInt8]) -> String? {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let plain = isMarked ? bytes.dropFirst(3) : bytes[...]
    guard !plain.contains(0), let text = String(validating: plain, as: UTF8.self) else {
      return nil
    }
    guard plain.contains(0x0D) else { return text }
    var lines = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        lines.append("\n")
      } else if !(scalar == "\n" && afterReturn) {
        lines.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(lines)
  }
}
