/// Shows what a text holds that no page and no terminal can show.
///
/// Names, codes and memos come from files of others: a control character in them could move the cursor,
/// hide a line or rename a window, and XML and HTML cannot hold most of them.
public enum VisibleText {
  /// The text with a sign for each control character but line feed and tab, and for each code point
  /// that is no character.
  public static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(isHidden(scalar) ? sign(for: scalar) : scalar)
    }
    return String(shown)
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case ..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
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
