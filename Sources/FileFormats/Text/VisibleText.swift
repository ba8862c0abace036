/// Shows what a text holds that no page and no terminal can show.
///
/// Names, codes and memos come from files of others: a control character in them could move the cursor,
/// hide a line or rename a window, and XML and HTML cannot hold most of them. One that turns the
/// direction of writing, or shows nothing at all, lets a name be read as another.
public enum VisibleText {
  /// The text with a sign for each control character but line feed and tab, for each that turns the
  /// direction of writing or shows nothing, and for each code point that is no character.
  ///
  /// What joins and varies the signs before it stays where scripts and emoji need it: after anything
  /// but ASCII.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    var isJoinable = false
    for scalar in text.unicodeScalars {
      let stays = !isHidden(scalar) || isJoinable && isJoiner(scalar)
      shown.append(stays ? scalar : sign(for: scalar))
      isJoinable = stays && !scalar.isASCII && !isHidden(scalar)
    }
    return String(shown)
  }

  /// Whether a character is not seen, and may do or be something that is not seen.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20..<0x7F: false
    case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    // Where a word may be broken, which is seen where it is.
    case 0xAD: false
    // Separators of lines and paragraphs, marks of annotations.
    case 0x2028, 0x2029, 0xFFF9...0xFFFB: true
    default:
      scalar.value & 0xFFFE == 0xFFFE || scalar.properties.isBidiControl
        || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether it joins, parts or varies the character before it.
  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F: true
    default: false
    }
  }

  /// Unicode has a picture for each of the first 32 and for delete; all else gets the sign for what
  /// cannot be shown.
  private static func sign(for control: Unicode.Scalar) -> Unicode.Scalar {
    let picture =
      switch control.value {
      case ..<0x20: Unicode.Scalar(0x2400 + control.value)
      case 0x7F: Unicode.Scalar(0x2421)
      default: Unicode.Scalar(0xFFFD)
      }
    return picture ?? "\u{FFFD}"
  }
}
