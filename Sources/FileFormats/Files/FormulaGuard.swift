/// Keeps text from being run as a formula by a spreadsheet, the same way in every file that is written.
///
/// Text that a spreadsheet would take for one gets an apostrophe before it. So does text that looks as
/// if it had been guarded already, so that taking one apostrophe off gives back exactly what was there.
/// Numbers are left: `-2` is what it says.
public enum FormulaGuard {
  /// The last bytes of the wide forms of `=`, `+`, `-` and `@`.
  private static let wideStarts: [UInt8] = [0x9D, 0x8B, 0x8D, 0xA0]

  /// The text with its guard where it needs one.
  public static func guarded(_ text: String) -> String {
    needsGuard(text.utf8) ? "'" + text : text
  }

  /// The text before it was guarded; one without a guard as it is.
  public static func unguarded(_ text: String) -> String {
    text.utf8.first == 0x27 && needsGuard(text.utf8.dropFirst())
      ? String(text.unicodeScalars.dropFirst()) : text
  }

  /// The bytes of a text before it was guarded; one without a guard as it is.
  public static func unguarded(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard bytes.first == 0x27, needsGuard(bytes.dropFirst()) else { return bytes }
    return UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
  }

  /// Whether a text would be taken for a formula, or for one that is guarded.
  ///
  /// Apostrophes, spaces, no-break spaces and byte order marks before the sign are passed over.
  private static func needsGuard(_ bytes: some Collection<UInt8>) -> Bool {
    var rest = bytes[...]
    while let first = rest.first {
      switch first {
      case 0x27, 0x20: rest = rest.dropFirst()
      case 0xC2 where rest.starts(with: [0xC2, 0xA0]): rest = rest.dropFirst(2)
      case 0xEF where rest.starts(with: [0xEF, 0xBB, 0xBF]): rest = rest.dropFirst(3)
      // The sign, or a tab or a line end, behind which the sign may stand.
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return !isNumber(bytes)
      case 0xEF where rest.starts(with: [0xEF, 0xBC]):
        return rest.dropFirst(2).first.map(wideStarts.contains) == true
      default: return false
      }
    }
    return false
  }

  /// Whether the text is a signed number in digits, with or without decimals and an exponent.
  private static func isNumber(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count <= 40, let sign = bytes.first, sign == 0x2B || sign == 0x2D else {
      return false
    }
    let parts = String(decoding: bytes.dropFirst(), as: UTF8.self).lowercased()
      .split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    func areDigits(_ text: Substring) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    let decimals = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard decimals.count <= 2, decimals.allSatisfy(areDigits) else { return false }
    guard parts.count == 2 else { return true }
    return areDigits(
      parts[1].first == "-" || parts[1].first == "+" ? parts[1].dropFirst() : parts[1])
  }
}
