import Answers
import ArgumentParser
import FileFormats
import Foundation
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

  func validate() throws {
    guard file.lowercased().hasSuffix(".csv") || file.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("'\(file)' ends neither in .csv nor in .xlsx.")
    }
  }

  func run() throws {
    // Exported again in half a meeting, it would take the decisions with it.
    if !force, FileManager.default.fileExists(atPath: file) {
      throw Failure(
        .cannotWrite, .sheetThere,
        "There is already a file \(file), perhaps with decisions in it",
        remedy: "Choose another name, or replace it with --force.", place: .init(file: file))
    }
    let target = FileTarget(
      file, for: .owner, existing: force ? .replaced : .kept, inputs: [try study.path()])
    try target.check()
    let sheet = try study.open().meetingSheet(review.request)
    let queue = sheet.queue
    if file.lowercased().hasSuffix(".xlsx") {
      let now = ISO8601DateFormatter().date(from: Clock.now) ?? Date()
      try sheet.writeXLSX(target, created: Int(now.timeIntervalSince1970))
    } else {
      try sheet.writeCSV(target)
    }
    if answer.json {
      Output.answer(.sheet(queue, file: file))
    } else {
      let count = queue.items.count
      Output.say(
        "\(Words.count(count, "unit")) in \(file); \(queue.open) open, \(queue.decided) decided."
      )
    }
  }
}
