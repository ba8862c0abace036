import ArgumentParser
import Exchange
import FileFormats
import Foundation
import StudyStore
import StudyWorkflow

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring a file into the study: whole, or not at all.",
    discussion: """
      Examples:
        covalence import cases cases.csv
        covalence import codings ana.csv --coder ana --dry-run
        covalence import codings again.csv --round "after training" --prune
        covalence import survey export.csv --map columns.yaml --keep-good
        covalence import participants study.xlsx --sheet people

      If a row cannot stand nothing comes in, and the rows with their reasons go to \
      FILE.rejects.csv, to be mended and imported. The layouts are in docs/csv-layouts.md.
      """)

  @Argument(
    help: "The layout of the file: \(Layout.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: Layout

  @Argument(help: "The CSV file or workbook (.xlsx); '-' is CSV from standard input.")
  var file: String

  @OptionGroup var study: StudyOptions

  @Flag(help: "Try everything, write nothing.")
  var dryRun = false

  @Option(help: "A YAML file that says which column is which: 'our name: name in the file'.")
  var map: String?

  @Option(help: "The coder, where the file has no such column.")
  var coder: String?

  @Option(name: .customLong("case"), help: "The case, where the file has no such column.")
  var caseID: String?

  @Option(help: "The phase, where the file has no such column.")
  var phase: String?

  @Option(help: "The round of coding that the codings are of; otherwise the day of the import.")
  var round: String?

  @Flag(
    help:
      "The coders coded these sources anew: their earlier codings there give way, and are kept for agreement of earlier rounds."
  )
  var prune = false

  @Option(help: "The file's encoding, where it is not recognized.")
  var encoding: CSVEncoding = .automatic

  @Option(help: "What stands between fields: comma, semicolon or tab; otherwise recognized.")
  var delimiter: String?

  @Option(help: "The sheet of a workbook; otherwise the first that can be seen.")
  var sheet: String?

  @Flag(help: "Import the rows that can stand although others cannot.")
  var keepGood = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "Where rejected rows go; otherwise FILE.rejects.csv.")
  var rejects: String?

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let study = try study.openToChange()
    if file != "-" { try Self.checkFile(file) }
    var request = ImportRequest(
      layout: kind, path: file, time: Clock.now, toolVersion: toolVersion)
    if let map { request.map = try ColumnMap.read(map) }
    guard kind == .codings || (round == nil && !prune) else {
      throw ValidationError("--round and --prune are for codings.")
    }
    (request.round, request.prune) = (try round.map(Self.roundName), prune)
    request.encoding = encoding
    request.sheetName = sheet
    request.delimiter = try delimiter.map(Self.delimiter)
    (request.coder, request.caseID, request.phase) = (coder, caseID, phase)
    (request.dryRun, request.keepGood, request.strict) = (dryRun, keepGood, strict)
    request.rejectsPath = rejects
    let report = try study.file.importFile(request, framework: study.framework)
    if answer.json { Output.json(ImportText.json(report)) } else { ImportText.say(report) }
    try Self.end(report)
  }

  /// Ends with the exit code that says how the import went.
  static func end(_ report: ImportReport) throws {
    switch report.ending {
    case .imported: break
    case .known: if !report.isGood { throw ExitCode(3) }
    case .tried: if !report.isGood { throw ExitCode(65) }
    case .importedGood: throw ExitCode(3)
    case .refused: throw ExitCode(65)
    }
  }

  static func checkFile(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw TaskError(
        code: "INPUT-001", text: "There is no file \(path). Check the path.", exitCode: 66)
    }
    guard !isFolder.boolValue else {
      throw TaskError(
        code: "INPUT-002", text: "\(path) is a folder. Name a file in it.", exitCode: 66)
    }
  }

  /// A name that a table can show: one line of some words.
  private static func roundName(_ name: String) throws -> String {
    let name = name.trimmingCharacters(in: .whitespaces)
    guard (1...60).contains(name.count), !name.contains(where: \.isNewline) else {
      throw ValidationError("--round takes a name of 1 to 60 characters on one line.")
    }
    return name
  }

  private static func delimiter(_ name: String) throws -> CSVDelimiter {
    switch name {
    case "comma", ",": .comma
    case "semicolon", ";": .semicolon
    case "tab", "\t", "\\t": .tab
    default:
      throw ValidationError("'\(name)' is no delimiter: write comma, semicolon or tab.")
    }
  }
}
