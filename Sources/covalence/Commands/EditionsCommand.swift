import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct EditionsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "editions", abstract: "List what was published for others than the researcher.",
    discussion: """
      A report for others is kept as an edition, with who is behind it but for their names, and \
      the hash that its pages bear. Another \
      one waits while a few people came or went since: see docs/privacy.md.

      Example: covalence editions --json
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let editions = try study.open().editions()
    if answer.json {
      Output.answer(.editions(editions))
      return
    }
    guard !editions.isEmpty else {
      Output.say("Nothing was published yet for others than the researcher.")
      return
    }
    var table = TextTable(
      [
        "edition", "at", "report", "for", "case", "phase", "answers", "interviewees", "hash",
        "republished",
      ],
      right: [0, 6, 7])
    for edition in editions {
      let entry = edition.entry
      table.add([
        String(entry.id), entry.at, entry.report.rawValue, entry.audience.rawValue,
        entry.caseID ?? "",
        entry.phase ?? "", edition.count(of: .responses).map(String.init) ?? "",
        edition.count(of: .interviewees).map(String.init) ?? "",
        String(entry.studyHash.prefix(12)), entry.republished ?? "",
      ])
    }
    Output.results(table.lines)
  }
}
