import StudyModel
import StudyWorkflow

/// What an import did.
enum ImportText {
  /// More would hide what is said after them.
  private static let mostShown = 20

  /// Tells what came in; `offersKeepGood`: whether the command can bring in good rows alone.
  static func say(_ report: ImportReport, rejectsPath: String?, offersKeepGood: Bool = true) {
    let shown = report.diagnostics.prefix(mostShown)
    for diagnostic in shown { DiagnosticText.say(diagnostic) }
    let more = report.diagnostics.count - shown.count
    if more > 0 { Output.say("... and \(more) more; --json gives them all.") }
    let entry = report.entry
    switch report.ending {
    case .known(let id, let at):
      Output.say("\(entry.file) is in the study already: import \(id), \(at). Nothing was changed.")
      return
    case .imported, .importedGood:
      Output.say(
        "Import \(entry.id): \(entry.file) as \(entry.kind). \(counts(report))")
    case .refused:
      let why = entry.rowsRejected == 0 ? " Under --strict a warning is an error." : ""
      Output.say("Nothing was imported from \(entry.file).\(why) \(counts(report))")
    case .tried:
      Output.say("Only tried: \(entry.file) as \(entry.kind). \(counts(report))")
    }
    if !report.keptColumns.isEmpty {
      Output.say("Kept as text: \(report.keptColumns.joined(separator: ", ")).")
    }
    sayFurther(report)
    if let path = rejectsPath {
      let next =
        switch (report.ending, offersKeepGood) {
        case (.refused, true):
          ". Either mend the file and import it again, or import its good rows with --keep-good and then the mended \(path)."
        case (.refused, false): "; mend the file and import it again."
        default: "; mend them and import that file."
        }
      Output.say("The rejected rows with their reasons are in \(path)\(next)")
    }
  }

  /// Tells what stayed out, of the key of tokens, and what may be quoted.
  private static func sayFurther(_ report: ImportReport) {
    if !report.leftOut.isEmpty {
      let columns = report.leftOut.map { "\($0.name) (\($0.data.rawValue))" }
      Output.say(
        "Left out, since they tell who somebody is: \(columns.joined(separator: ", ")). --keep-column NAME brings one in."
      )
    }
    if let path = report.tokenKeyPath {
      Output.say(
        "Tokens are hashed with the key in \(path), made just now. Keep it, apart from copies of the study: without it nobody is known again in a later wave."
      )
    }
    if let quotes = report.quotes {
      Output.say(
        "Passages of the study: \(quotes.cleared) may be quoted outside the team, \(quotes.waiting) wait for an answer, \(quotes.refused.count) cleared by one and refused by another."
      )
    }
  }

  private static func counts(_ report: ImportReport) -> String {
    let entry = report.entry
    var parts = [
      "\(Words.count(entry.rowsIn, "row")) read", "\(entry.rowsKept) new",
    ]
    if entry.rowsChanged > 0 { parts.append("\(entry.rowsChanged) changed") }
    if entry.rowsSkipped > 0 { parts.append("\(entry.rowsSkipped) there already") }
    if report.rowsUndecided > 0 { parts.append("\(report.rowsUndecided) undecided") }
    if entry.rowsRejected > 0 { parts.append("\(entry.rowsRejected) rejected") }
    return parts.joined(separator: ", ") + "."
  }
}
