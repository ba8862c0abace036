import StudyModel
import StudyWorkflow

/// The command that brings in the rejected rows of a file, once they are mended: the columns are as they
/// were, so that all that was said of the file has to be said again.
struct ImportAgain {
  /// What the file holds.
  let kind: Layout
  /// The file of its map.
  var map: String?
  /// The folder of its transcripts.
  var texts: String?
  /// The study, where it was named.
  var study: String?

  /// The command for a file of rejected rows, after an import with its options.
  func command(_ path: String, of entry: ImportEntry) -> String {
    var options = entry.options
    // Rejected rows are CSV in UTF-8, whatever the file is that they were in.
    (options.sheet, options.encoding, options.delimiter) = (nil, nil, nil)
    options.keepGood = false
    // They are of the same round, also on another day.
    if kind == .codings, entry.id > 0 { options.round = entry.roundName }
    var words = ["covalence import", kind.rawValue, ShellWords.file(path)]
    words += options.shellWords(map: map)
    if let texts { words.append(ShellWords.option("texts", texts)) }
    if let study { words.append("-s \(ShellWords.quoted(study))") }
    return words.joined(separator: " ")
  }
}
