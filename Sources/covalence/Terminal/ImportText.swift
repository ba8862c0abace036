import Exchange
import StudyStore
import FileFormats
import StudyModel
import StudyWorkflow

/// What an import did, in words and as JSON.
enum ImportText {
  /// More would hide what is said after them.
  private static let mostShown = 20

  static func say(_ report: ImportReport) {
    let shown = report.diagnostics.prefix(mostShown)
    for diagnostic in shown { Output.say(DiagnosticText.line(diagnostic)) }
    let more = report.diagnostics.count - shown.count
    if more > 0 { Output.say("... and \(more) more; --json gives them all.") }
    let entry = report.entry
    switch report.ending {
    case .known(let id, let at):
      Output.say("\(entry.file) is in the study already: import \(id), \(at). Nothing was changed.")
      return
    case .imported, .importedGood:
      Output.say("Import \(entry.id): \(entry.file) as \(report.layout.rawValue). \(counts(entry))")
    case .refused:
      Output.say("Nothing was imported from \(entry.file). \(counts(entry))")
    case .tried:
      Output.say("Only tried: \(entry.file) as \(report.layout.rawValue). \(counts(entry))")
    }
    if !report.keptColumns.isEmpty {
      Output.say("Kept as text: \(report.keptColumns.joined(separator: ", ")).")
    }
    if let path = report.rejectsPath {
      Output.say(
        "The rejected rows with their reasons are in \(path); mend them and import that file.")
    }
  }

  private static func counts(_ entry: ImportEntry) -> String {
    var parts = ["\(entry.rowsIn) rows read", "\(entry.rowsKept) new"]
    if entry.rowsChanged > 0 { parts.append("\(entry.rowsChanged) changed") }
    if entry.rowsSkipped > 0 { parts.append("\(entry.rowsSkipped) there already") }
    if entry.rowsRejected > 0 { parts.append("\(entry.rowsRejected) rejected") }
    return parts.joined(separator: ", ") + "."
  }

  static func json(_ report: ImportReport) -> JSONValue {
    let entry = report.entry
    let (ending, isDone): (String, Bool) =
      switch report.ending {
      case .imported: ("imported", true)
      case .importedGood: ("imported good rows", true)
      case .refused: ("refused", false)
      case .tried: ("tried", entry.rowsRejected == 0)
      case .known: ("known", true)
      }
    var members: [JSONValue.Member] = [
      .init("ok", .bool(isDone)), .init("ending", .string(ending)),
      .init("import", entry.id == 0 ? .null : .integer(Int(entry.id))),
      .init("kind", .string(report.layout.rawValue)), .init("file", .string(entry.file)),
      .init("sha256", .string(entry.sha256)), .init("rows", .integer(entry.rowsIn)),
      .init("kept", .integer(entry.rowsKept)), .init("changed", .integer(entry.rowsChanged)),
      .init("rejected", .integer(entry.rowsRejected)),
    ]
    for name in ["documents", "codes", "codings", "coders", "cases", "responses"] {
      members.append(.init(name, .integer(report.counts[name] ?? 0)))
    }
    members += [
      .init(
        "skipped",
        .array(
          entry.rowsSkipped == 0
            ? [] : [["kind": .string("there already"), "count": .integer(entry.rowsSkipped)]])),
      .init("keptColumns", .strings(report.keptColumns)),
      .init("rejects", .optional(report.rejectsPath)),
      .init("diagnostics", .array(report.diagnostics.map { DiagnosticText.json($0) })),
    ]
    return .object(members)
  }
}
