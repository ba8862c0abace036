/// Words as every page and the terminal print them: lists, capitals, full stops and dates.
public enum Words {
  /// A list in a sentence: `a, b and c`; empty for none.
  public static func list(_ parts: [String], and: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// A list cut after so many, saying how many more; parted by semicolons where its parts hold lists.
  public static func list(
    _ parts: [String], atMost most: Int, isNested: Bool = false
  ) -> String {
    let sign = isNested ? "; " : ", "
    guard parts.count > most + 1 else {
      return isNested ? parts.joined(separator: sign) : list(parts)
    }
    return parts.prefix(most).joined(separator: sign)
      + (isNested ? "; " : " and ") + "\(parts.count - most) more"
  }

  /// So many names a sentence lists at most; more than that nobody reads.
  public static let mostNames = 8

  /// Names that people gave, each in quotation marks, since a comma may stand in one: `"a", "b"`.
  public static func quoted(_ names: some Sequence<String>) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// A text with its first letter capital.
  public static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A text as it stands inside a sentence: its first letter small, unless the first word has a
  /// capital further on (`UK`) or is a single letter.
  public static func inSentence(_ text: String) -> String {
    let word = text.prefix { !$0.isWhitespace }
    guard let first = word.first, first.isUppercase, word.count > 1 else { return text }
    guard !word.dropFirst().contains(where: \.isUppercase) else { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// The text without the full stop at its end.
  public static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// The text with a full stop at its end, unless it has one.
  public static func withStop(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".!?”".contains(last) ? text : text + "."
  }

  /// `2026-04-14` as `14 April 2026`, `2026-04` as `April 2026`; anything else as it is.
  public static func date(_ iso: String) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard (2...3).contains(parts.count), months.indices.contains(parts[1] - 1) else { return iso }
    let month = "\(months[parts[1] - 1]) \(parts[0])"
    return parts.count == 3 ? "\(parts[2]) \(month)" : month
  }
}
