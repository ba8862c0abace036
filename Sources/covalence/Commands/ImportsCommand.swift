import ArgumentParser
import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

struct ImportsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "imports", abstract: "List what came from where.",
    discussion: "Example: covalence imports -s forum.covalence")

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let imports = try study.open().file.read { try $0.imports() }
    if answer.json {
      Output.json(["ok": .bool(true), "imports": .array(imports.map(Self.json))])
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
        String(entry.sha256.prefix(12)), entry.undoneAt.map { "taken back \($0)" } ?? "",
      ])
    }
    Output.results(table.lines)
  }

  private static func json(_ entry: ImportEntry) -> JSONValue {
    [
      "import": .integer(Int(entry.id)), "kind": .string(entry.kind), "file": .string(entry.file),
      "sha256": .string(entry.sha256), "bytes": .integer(entry.bytes), "at": .string(entry.at),
      "round": .optional(entry.round), "toolVersion": .string(entry.toolVersion),
      "options": .object(options(entry.options)),
      "rows": .integer(entry.rowsIn), "kept": .integer(entry.rowsKept),
      "changed": .integer(entry.rowsChanged), "skipped": .integer(entry.rowsSkipped),
      "rejected": .integer(entry.rowsRejected), "undoneAt": .optional(entry.undoneAt),
    ]
  }
}

/// The options of an import as members of an object; none where nothing was told.
private func options(_ options: ImportOptions) -> [JSONValue.Member] {
  options.told.sorted { $0.name < $1.name }.map { name, value in
    switch value {
    case .isSet: .init(name, .bool(true))
    case .text(let text): .init(name, .string(text))
    case .list(let texts): .init(name, .strings(texts))
    case .texts(let texts):
      .init(
        name,
        .object(texts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }))
    }
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
    try study.openToChange().file.undoImport(number, at: Clock.now)
    if answer.json {
      Output.json(["ok": .bool(true), "import": .integer(Int(number))])
    } else {
      Output.say("Import \(number) was taken back.")
    }
  }
}
