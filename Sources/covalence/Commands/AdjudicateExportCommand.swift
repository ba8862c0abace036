import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct AdjudicateExportCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the sheet for the meeting.",
    discussion: """
      A row a unit, in the order of 'adjudicate queue', with all that is needed to decide and empty \
      cells for the decision. A workbook has drop-downs, the list of codes and a page on how to \
      fill in; it comes in again as it is, with 'adjudicate import'.

      Examples:
        covalence adjudicate export meeting.xlsx
        covalence adjudicate export meeting.csv --case forum --limit 40
      """)

  @Argument(help: "The file, ending in .csv or .xlsx.")
  var file: String

  @Flag(help: "Replace a file of this name.")
  var force = false

  @OptionGroup var review: ReviewOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  private static let advice = [
    "When done, save the workbook and bring it in: covalence adjudicate import FILE.xlsx (--by and --at say by whom and when, where no row does)"
  ]

  /// The command that brings the sheet in, as it can be run.
  private var back: String {
    var words = ["covalence adjudicate import", ShellWords.file(file)]
    words += [ShellWords.option("by", "who decided"), ShellWords.option("at", Clock.now)]
    if let study = study.study { words.append("-s \(ShellWords.quoted(study))") }
    return words.joined(separator: " ")
  }

  func validate() throws {
    guard MeetingSheetFile.format(of: file) != nil else {
      throw ValidationError("'\(file)' ends neither in .csv nor in .xlsx.")
    }
  }

  func run() throws {
    guard let format = MeetingSheetFile.format(of: file) else { return try validate() }
    let target = try MeetingSheetFile(
      file, as: format, replaces: force, besideStudy: study.path())
    let sheet = try study.open().meetingSheet(review.request)
    try target.write(sheet, created: Clock.seconds, advice: Self.advice)
    let queue = sheet.queue
    if answer.json {
      Output.answer(.sheet(queue, file: file))
    } else {
      let count = queue.items.count
      Output.say(
        "\(Words.count(count, "unit")) in \(file); \(queue.open) open, \(queue.decided) decided. Fill in its column \"decision\", and bring it in with the names of those who decide, and when, for rows that do not say it themselves:"
      )
      Output.say("  \(back)")
    }
  }
}
