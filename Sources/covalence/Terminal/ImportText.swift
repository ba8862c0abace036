import Exchange
import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

/// What an import did, in words and as JSON.
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

  static func json(_ report: ImportReport, rejectsPath: String?) -> JSONValue {
    let entry = report.entry
    let (ending, isDone): (String, Bool) =
      switch report.ending {
      case .imported: ("imported", true)
      case .importedGood: ("imported good rows", true)
      case .refused: ("refused", false)
      case .tried: ("tried", report.isGood)
      case .known: ("known", true)
      }
    var members: [JSONValue.Member] = [
      .init("ok", .bool(isDone)), .init("ending", .string(ending)),
      .init("import", entry.id == 0 ? .null : .integer(Int(entry.id))),
      .init("kind", .string(entry.kind)), .init("file", .string(entry.file)),
      .init("sha256", .string(entry.sha256)), .init("rows", .integer(entry.rowsIn)),
      .init("kept", .integer(entry.rowsKept)), .init("changed", .integer(entry.rowsChanged)),
      .init("rejected", .integer(entry.rowsRejected)),
    ]
    for name in ["documents", "codes", "codings", "segments", "coders", "cases", "responses"] {
      members.append(.init(name, .integer(report.counts[name] ?? 0)))
    }
    members += [
      .init("skipped", .array(skipped(report))),
      .init("keptColumns", .strings(report.keptColumns)),
      .init("leftOut", .array(report.leftOut.map(leftOut))),
      .init("quotes", report.quotes.map(quotes) ?? .null),
      .init("tokenKey", .optional(report.tokenKeyPath)),
      .init("rejects", .optional(rejectsPath)),
      .init("diagnostics", .array(report.diagnostics.map { DiagnosticText.json($0) })),
    ]
    return .object(members)
  }

  private static func leftOut(_ column: LeftOutColumn) -> JSONValue {
    [
      "column": .string(column.name), "holds": .string(column.data.rawValue),
      "by": .string(column.sign.rawValue),
    ]
  }

  private static func quotes(_ quotes: PassageClearance) -> JSONValue {
    [
      "cleared": .integer(quotes.cleared), "waiting": .integer(quotes.waiting),
      "refused": .integer(quotes.refused.count),
    ]
  }

  /// Rows that were passed over without anything being wrong with them.
  private static func skipped(_ report: ImportReport) -> [JSONValue] {
    let kinds = [
      ("there already", report.entry.rowsSkipped, report.firstSkipped),
      ("undecided", report.rowsUndecided, report.firstUndecided),
    ]
    return kinds.filter { $0.1 > 0 }.map { kind, count, first in
      ["kind": .string(kind), "count": .integer(count), "first": .optional(first)]
    }
  }
}
