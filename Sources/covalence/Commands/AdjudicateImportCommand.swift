import ArgumentParser
import StudyModel
import StudyWorkflow

struct AdjudicateImportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in the decisions of a filled sheet.",
    discussion: """
      Rows without a decision are passed over. Two different decisions on a unit at the same time, \
      and decisions on units whose codings changed since the sheet was written, are errors; if \
      there is any, nothing comes in. 'undo-import' takes the decisions back.

      Examples:
        covalence adjudicate import meeting.xlsx --by "ana and ben" --at 2026-04-14T10:00:00Z
        covalence adjudicate import meeting.csv --dry-run
        covalence adjudicate import meeting.csv --accept-stale
      """)

  @Argument(help: "The workbook (.xlsx) or CSV file; '-' is CSV from standard input.")
  var file: String

  @Option(help: "The sheet of a workbook; otherwise the first that can be seen.")
  var sheet: String?

  @OptionGroup var study: StudyOptions

  @Option(help: "Who decided, where a row does not say.")
  var by: String?

  @Option(help: "When, where a row does not say, as 2026-04-14T10:00:00Z.")
  var at: String?

  @Flag(help: "Keep decisions on units whose codings changed since the sheet was written.")
  var acceptStale = false

  @Flag(help: "Try everything, write nothing.")
  var dryRun = false

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  @Option(help: "Where rejected rows go; otherwise FILE.rejects.csv.")
  var rejects: String?

  @OptionGroup var answer: AnswerOptions

  func validate() throws { try ImportCommand.check(rejects: rejects, dryRun: dryRun) }

  func run() throws {
    let study = try dryRun ? study.open() : study.openToChange()
    var meeting = MeetingOptions()
    (meeting.by, meeting.at, meeting.acceptsStale) = (by, at, acceptStale)
    var sheet = try FileImport(.adjudications, file, rejects: rejects, time: Clock.now)
    (sheet.task.options.meeting, sheet.task.options.sheet) = (meeting, self.sheet)
    (sheet.task.options.strict, sheet.task.isDryRun) = (strict, dryRun)
    try ImportCommand.run(sheet, in: study, json: answer.json)
  }
}
