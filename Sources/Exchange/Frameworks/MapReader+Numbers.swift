import StudyModel

extension MapReader {
  /// A number within a range, or nil; shares may be written as fractions such as `2/3`.
  func number(_ key: String, _ range: NumberRange = .any) -> Double? {
    guard let text = text(key) else { return nil }
    guard let value = Self.number(text) else {
      log.error(
        .frameworkWrongType, at: place(of: key), found: text, "\"\(text)\" is no number",
        "Write a number such as 50 or 0.5, or a fraction such as 2/3.")
      return nil
    }
    guard range.contains(value) else {
      log.error(
        .frameworkOutOfRange, at: place(of: key), found: text,
        "\(text) is out of range for \"\(key)\"",
        "Write a number \(range.words).")
      return nil
    }
    return value
  }

  /// A whole number within a range, or nil.
  func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let value = Int(text) else {
      log.error(
        .frameworkWrongType, at: place(of: key), found: text, "\"\(text)\" is no whole number",
        "Write one such as 5.")
      return nil
    }
    guard range.contains(value) else {
      let words =
        range.upperBound == .max
        ? "from \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      log.error(
        .frameworkOutOfRange, at: place(of: key), found: text,
        "\(text) is out of range for \"\(key)\"",
        "Write a whole number \(words).")
      return nil
    }
    return value
  }

  /// A decimal number or a fraction of two whole numbers; no other notation.
  static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let over = Int(parts[0]), let under = Int(parts[1]), under > 0 else { return nil }
      return Double(over) / Double(under)
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }
}
