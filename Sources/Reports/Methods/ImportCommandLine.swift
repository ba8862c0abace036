import StudyModel

/// The command that brings a file in again, as it would be typed: a rendering of what was said about
/// the file, and nothing that is ever read back.
struct ImportCommandLine {
  let entry: ImportEntry

  /// The whole command for a study; a map of columns stands in a file.
  func command(study: String) -> String {
    let isMeeting = entry.options.meeting != nil
    var words = [
      isMeeting ? "covalence adjudicate import" : "covalence import \(Self.quoted(entry.kind))",
      file,
    ]
    for (name, value) in entry.options.told {
      switch value {
      case .texts: words.append("--\(name) MAP.yaml")
      case .text where name == "asWritten": words.append("OPTIONS")
      case .isSet where name == "meeting": continue
      case .text where name == "hashTokens": words.append(Self.option(name, .isSet))
      case .isSet, .text, .list: words.append(Self.option(name, value))
      }
    }
    return (words + ["-s \(study)"]).joined(separator: " ")
  }

  /// The options for a table; empty where nothing was told.
  var options: String {
    entry.options.told.compactMap { name, value in
      if case .text(let text) = value, name == "asWritten" { return text }
      return name == "meeting"
        ? nil : Self.option(name, name == "hashTokens" ? .isSet : value)
    }.joined(separator: " ")
  }

  private var file: String {
    if entry.file == "standard input" { return "-" }
    return Self.quoted(entry.file.hasPrefix("-") ? "./\(entry.file)" : entry.file)
  }

  private static func option(_ name: String, _ value: ImportOptions.Value) -> String {
    let option =
      "--"
      + name.reduce(into: "") { option, letter in
        option += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
      }
    switch value {
    case .isSet: return option
    case .text(let text):
      // What looks like an option is only a value where it is written in one word with its name.
      return text.hasPrefix("-") ? "\(option)=\(quoted(text))" : "\(option) \(quoted(text))"
    case .list(let texts):
      return texts.map { Self.option("keepColumn", .text($0)) }.joined(separator: " ")
    case .texts(let texts):
      let pairs = texts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(option) \(quoted(pairs.joined(separator: ";")))"
    }
  }

  /// A word as a shell takes it.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil)
          || "._/-".unicodeScalars.contains($0)
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
