import Answers
import ArgumentParser
import StudyWorkflow

struct AdjudicateLogCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Show every decision ever taken, and what became of it.",
    discussion: """
      Who decided what, when and why, what the unit was before and after, which decision stands, \
      which ones a later one replaced, and from which import and row each came.

      Examples:
        covalence adjudicate log
        covalence adjudicate log --case forum --json
      """)

  @Option(name: .customLong("case"), help: "Only this case.")
  var caseID: String?

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let log = try study.open().decisionLog(caseID: caseID)
    if answer.json { Output.answer(.log(log)) } else { DecisionLogText.show(log) }
  }
}
