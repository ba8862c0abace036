import StudyModel
import StudyWorkflow

/// What an import did.
enum ImportText {
  /// More would hide what is said after them.
  private static let mostShown = 20

  /// Tells what came in; `again` says how rejected rows come in once they are mended, where the command
  /// can bring in good rows alone.
  static func say(_ report: ImportReport, rejectsPath: String?, again: ImportAgain?) {
    let shown = report.diagnostics.prefix(mostShown)
    for diagnostic in shown { DiagnosticText.say(diagnostic) }
    let more = report.diagnostics.count - shown.count
    if more > 0 { Output.say("... and \(more) more; --json gives them all.") }
    let entry = report.entry
    switch report.ending {
    case .known(let id, let at):
      if let path = rejectsPath { sayRejected(report, path, again) }
      Output.say("\(entry.file) is in the study already: import \(id), \(at). Nothing was changed.")
      return
    case .imported, .importedGood:
      Output.say(
        "Import \(entry.id): \(entry.file) as \(entry.kind). \(counts(report))")
    case .refused:
      let why = entry.rowsRejected == 0 ? " Under --strict a warning is an error." : ""
      Output.say("Nothing was imported from \(entry.file).\(why) \(counts(report))")
    case .nothing:
      Output.say(
        "There was nothing to import in \(entry.file), and nothing is kept of it. \(counts(report))"
      )
    case .tried:
      Output.say("Only tried: \(entry.file) as \(entry.kind). \(counts(report))")
    }
    if !report.keptColumns.isEmpty {
      Output.say("Kept as text: \(report.keptColumns.joined(separator: ", ")).")
    }
    sayFurther(report)
    if let path = rejectsPath { sayRejected(report, path, again) }
  }

  /// Tells where the rejected rows are, and exactly how they come in.
  private static func sayRejected(_ report: ImportReport, _ path: String, _ again: ImportAgain?) {
    let place = "The rejected rows with their reasons are in \(path)"
    guard let again else {
      Output.say("\(place). Mend the file itself and import it again.")
      return
    }
    switch report.ending {
    case .refused
    where report.entry.rowsKept + report.entry.rowsChanged + report.entry.rowsSkipped > 0:
      Output.say(
        "\(place). Either mend the file itself and import it again, or import it with --keep-good, which brings in its good rows, then mend \(path) and bring it in with"
      )
    case .refused:
      Output.say(
        "\(place). Either mend the file itself and import it again, or mend \(path) and bring it in with"
      )
    default: Output.say("\(place). Mend them there and bring them in with")
    }
    Output.say("  \(again.command(path, of: report.entry))")
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

  /// What became of the rows, or would have: of an import that did not come in nothing is new.
  private static func counts(_ report: ImportReport) -> String {
    let entry = report.entry
    let isDone =
      switch report.ending {
      case .imported, .importedGood, .known, .nothing: true
      case .refused, .tried: false
      }
    func say(_ count: Int, _ done: String, _ wouldBe: String) -> String {
      "\(Words.thousands(count)) \(isDone || count == 0 ? done : wouldBe)"
    }
    var parts = [
      "\(Words.count(entry.rowsIn, "row")) read",
      say(entry.rowsKept, "new", "could come in as new"),
    ]
    if entry.rowsChanged > 0 {
      parts.append(say(entry.rowsChanged, "changed", "would change what is there"))
    }
    if entry.rowsSkipped > 0 {
      parts.append("\(Words.thousands(entry.rowsSkipped)) there already")
    }
    if report.rowsUndecided > 0 {
      parts.append("\(Words.thousands(report.rowsUndecided)) undecided")
    }
    if entry.rowsRejected > 0 {
      parts.append("\(Words.thousands(entry.rowsRejected)) rejected")
    }
    return parts.joined(separator: ", ") + "."
  }
}
