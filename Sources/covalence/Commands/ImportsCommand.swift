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
    try study.openToChange().undoImport(number, at: Clock.now)
    if answer.json {
      Output.answer(.takenBack(number))
    } else {
      Output.say("Import \(number) was taken back.")
    }
  }
}
