/// What programs and people write where there is nothing.
public enum MissingWord {
  private static let words: Set<String> = [
    "na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "nil", "missing", ".", "-", "--", "?", "-9",
    "-99", "-999",
    "-77", "-88", "<na>",
  ]

  /// Whether a name is such a word, whatever its capitals.
  public static func isOne(_ name: String) -> Bool { words.contains(name.lowercased()) }
}
