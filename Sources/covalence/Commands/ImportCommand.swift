import Answers
import ArgumentParser
import Foundation
import StudyModel
import StudyWorkflow

struct ImportCommand: AnsweringCommand {
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

  @Option(
    help: "The round of coding that the codings are of; otherwise the day of the import.",
    transform: RoundName.init)
  var round: RoundName?

  @Flag(
    help:
      "The coders coded these sources anew: their earlier codings there give way, and are kept for agreement of earlier rounds."
  )
  var prune = false

  @Option(help: "The file's encoding, where it is not recognized.")
  var encoding: EncodingChoice = .automatic

  @Option(
    help: "What stands between fields: comma, semicolon or tab; otherwise recognized.",
    transform: TableDelimiter.told)
  var delimiter: TableDelimiter?

  @Option(help: "The sheet of a workbook; otherwise the first that can be seen.")
  var sheet: String?

  @Flag(help: "Import the rows that can stand although others cannot.")
  var keepGood = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(
    help: "A column to bring in although it tells who somebody is; can be given several times.")
  var keepColumn: [String] = []

  @Flag(
    help:
      "Keep respondents' tokens as hashes; the key is in STUDY.tokens.key beside the study, and made where there is none."
  )
  var hashTokens = false

  @Option(
    help: "The folder of the transcripts that 'sources' names; otherwise that of the file.")
  var texts: String?

  @Option(help: "Where rejected rows go; otherwise FILE.rejects.csv.")
  var rejects: String?

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard kind == .codings || (round == nil && !prune) else {
      throw ValidationError("--round and --prune are for codings.")
    }
    guard kind == .sources || texts == nil else {
      throw ValidationError("--texts is for sources.")
    }
    guard kind == .survey || !hashTokens else {
      throw ValidationError("--hash-tokens is for survey.")
    }
    let told = [("coder", coder), ("case", caseID), ("phase", phase)].filter { $0.1 != nil }
    for (column, _) in told where !kind.columns.contains(column) {
      throw ValidationError(
        "--\(column) stands in for a column \"\(column)\", which a file of \(kind.rawValue) has not."
      )
    }
    try Self.check(rejects: rejects, dryRun: dryRun)
  }

  /// Refuses a place for rejected rows where none are written.
  static func check(rejects: String?, dryRun: Bool) throws {
    guard rejects == nil || !dryRun else {
      throw ValidationError("--rejects is for imports: with --dry-run nothing is written.")
    }
  }

  func run() throws {
    let study = try dryRun ? study.open() : study.openToChange()
    var file = try FileImport(
      kind, file, rejects: rejects, map: map, texts: texts, time: Clock.now)
    (file.task.isDryRun, file.task.hashesTokens) = (dryRun, hashTokens)
    set(&file.task.options)
    let again = ImportAgain(
      kind: kind, map: map, texts: kind == .sources ? texts ?? textsBesideFile : nil,
      study: self.study.study)
    try Self.run(file, in: study, json: answer.json, again: again)
  }

  /// The folder of the file, from which transcripts are named, where rejected rows go to another.
  private var textsBesideFile: String? {
    guard rejects != nil, file != "-" else { return nil }
    let folder = (file as NSString).deletingLastPathComponent
    return folder.isEmpty ? "." : folder
  }

  private func set(_ options: inout ImportOptions) {
    (options.round, options.prune) = (round?.text, prune)
    options.encoding = encoding.told
    options.delimiter = delimiter
    options.sheet = sheet
    options.keepColumns = keepColumn
    (options.coder, options.caseID, options.phase) = (coder, caseID, phase)
    (options.keepGood, options.strict) = (keepGood, strict)
  }

  /// Brings a file in, tells what came of it, and ends with the exit code that says so; `again` tells how
  /// its rejected rows come in where the command can bring in good rows alone.
  static func run(
    _ file: FileImport, in study: Study, json: Bool, again: ImportAgain? = nil
  ) throws {
    var (report, rejectsPath) = try Interruption.asking {
      try file.run(in: study, progress: { try Interruption.goOn(isLast: $0.isLast) })
    }
    if json {
      report.diagnostics = report.diagnostics.map(Hint.added)
      Output.answer(.imported(report, rejectsPath: rejectsPath))
    } else {
      ImportText.say(report, rejectsPath: rejectsPath, again: again)
    }
    try end(report)
  }

  /// Ends with the exit code that says how the import went.
  private static func end(_ report: ImportReport) throws {
    let kind: Failure.Kind? =
      switch report.ending {
      case .imported, .nothing: nil
      case .known: report.isGood ? nil : .held
      case .tried: report.isGood ? nil : .data
      case .importedGood: .held
      case .refused: .data
      }
    if let kind { throw ExitCode(Ending.code(of: kind)) }
  }
}
