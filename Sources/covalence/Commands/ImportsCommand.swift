import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct ImportsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "List what came from where.",
    discussion: "Example: covalence imports -s forum.covalence")

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let imports = try study.open().imports()
    if answer.json {
      Output.answer(.imports(imports))
      return
    }
    guard !imports.isEmpty else {
      Output.say("Nothing was imported yet.")
      return
    }
    var table = TextTable(
      ["", "kind", "file", "when", "round", "rows", "new", "changed", "rejected", "SHA-256", ""],
      right: [0, 5, 6, 7, 8])
    for entry in imports {
      table.add([
        String(entry.id), entry.kind, entry.file, entry.at, entry.round ?? "",
        String(entry.rowsIn),
        String(entry.rowsKept), String(entry.rowsChanged), String(entry.rowsRejected),
        String(entry.digest.prefix(12)), entry.undoneAt.map { "taken back \($0)" } ?? "",
      ])
    }
    Output.results(table.lines)
  }
}

struct UndoImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo-import", abstract: "Take an import back whole, changes included.",
    discussion: "Example: covalence undo-import 4 -s forum.covalence")

  @Argument(help: "The number of the import, from 'covalence imports'.")
  var number: Int64

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let undone = try study.openToChange().undoImport(number, at: Clock.now)
    if answer.json { Output.answer(.takenBack(undone)) } else { Self.say(undone) }
  }

  private static func say(_ undone: UndoneImport) {
    let entry = undone.entry
    var parts = ["\(Words.count(entry.rowsKept, "row")) that it brought went"]
    if entry.rowsChanged > 0 {
      let are = entry.rowsChanged == 1 ? "is" : "are"
      parts.append("\(Words.thousands(entry.rowsChanged)) that it had changed \(are) as before")
    }
    if entry.options.prune { parts.append("codings that gave way to it are back") }
    Output.say(
      "Import \(entry.id) (\(entry.kind) from \(entry.file)) was taken back: \(parts.joined(separator: ", "))."
    )
    for mended in undone.mended {
      Output.say(
        "Import \(mended.id) stays: it brought in \(Words.count(mended.rowsKept + mended.rowsChanged, "mended row")) of import \(entry.id). 'covalence undo-import \(mended.id)' takes it back too."
      )
    }
  }
}
