import StudyModel

/// The command that brings a file in again, as it would be typed: a rendering of what was said about
/// the file, and nothing that is ever read back.
struct ImportCommandLine {
  let entry: ImportEntry

  /// The whole command for a study; a map of columns stands in a file.
  func command(study: String) -> String {
    let command =
      entry.options.meeting != nil
      ? "covalence adjudicate import" : "covalence import \(ShellWords.quoted(entry.kind))"
    let options = entry.options.shellWords(map: "MAP.yaml") { _ in "OPTIONS" }
    return ([command, file] + options + ["-s \(study)"]).joined(separator: " ")
  }

  /// The options for a table; empty where nothing was told.
  var options: String {
    let pairs = entry.options.map.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    return entry.options.shellWords(map: pairs.joined(separator: ";")).joined(separator: " ")
  }

  private var file: String {
    entry.file == ImportEntry.standardInput ? "-" : ShellWords.file(entry.file)
  }
}
