import StudyModel

/// The command that brings a file in again, as it would be typed: a rendering of what was said about
/// the file, and nothing that is ever read back.
struct ImportCommandLine {
  let entry: ImportEntry

  /// The whole command for a study; a map of columns stands in a file.
  func command(study: String) -> String {
    let isMeeting = entry.options.meeting != nil
    var words = [
      isMeeting
        ? "covalence adjudicate import" : "covalence import \(ShellWords.quoted(entry.kind))",
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
    entry.file == "standard input" ? "-" : ShellWords.file(entry.file)
  }

  private static func option(_ name: String, _ value: ImportOptions.Value) -> String {
    switch value {
    case .isSet: return ShellWords.option(name)
    case .text(let text): return ShellWords.option(name, text)
    case .list(let texts):
      return texts.map { ShellWords.option("keepColumn", $0) }.joined(separator: " ")
    case .texts(let texts):
      let pairs = texts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(ShellWords.option(name)) \(ShellWords.quoted(pairs.joined(separator: ";")))"
    }
  }
}
