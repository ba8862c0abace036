/// About how wide words are, for drawings that break their own lines: no fonts are asked, since the reader's are
/// not known.
enum TextWidth {
  /// The width in px, a little more than that of usual sans-serif letters.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0.0) { $0 + width(of: $1) }
    return ems * size * (isBold ? 1.07 : 1)
  }

  private static func width(of letter: Unicode.Scalar) -> Double {
    switch letter {
    case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "’", "|", "!", "(", ")", "[",
      "]", " ":
      0.32
    case "m", "w", "M", "W", "%", "→", "–", "±": 0.86
    case "A"..."Z": 0.68
    default: letter.value > 0x2E7F ? 1 : 0.56
    }
  }

  /// The lines into which words break at a width; a word that is wider stands on a line of its own.
  static func lines(_ text: String, width: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      let longer = lines.last.map { $0 + " " + word }
      if let longer, of(longer, size: size, isBold: isBold) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
