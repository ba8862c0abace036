/// Words as a shell takes them.
public enum ShellWords {
  /// A word, in quotation marks where it needs them.
  public static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || "._/-".unicodeScalars.contains($0)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// A file's name, which must not look like an option.
  public static func file(_ name: String) -> String {
    quoted(name.hasPrefix("-") ? "./\(name)" : name)
  }

  /// An option with its value; nil: it has none.
  ///
  /// - Parameters:
  ///   - name: Its name as a key has it, `keepGood`.
  ///   - value: The value.
  /// - Returns: The name with hyphens, and the value behind it.
  public static func option(_ name: String, _ value: String? = nil) -> String {
    let option =
      "--"
      + name.reduce(into: "") { option, letter in
        option += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
      }
    guard let value else { return option }
    // What looks like an option is only a value where it is written in one word with its name.
    return value.hasPrefix("-") ? "\(option)=\(quoted(value))" : "\(option) \(quoted(value))"
  }
}
