import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct TraceCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Show every segment and answer behind a figure.",
    discussion: """
      Examples:
        covalence trace forum value.operational
        covalence trace forum value.operational --phase 2026
      """)

  @Argument(help: "The case.")
  var caseID: String

  @Argument(help: "The construct.")
  var construct: String

  @OptionGroup var study: StudyOptions

  @Option(help: "Only this phase; 'no phase stated' is the evidence without one.")
  var phase: String?

  @Option(help: "When codings of several coders stand: majority, any or unanimous.")
  var consensus: ConsensusRule = .majority

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let trace = try study.open().trace(
      caseID: caseID, construct: construct, phase: phase, rule: consensus)
    if answer.json { Output.answer(.trace(trace)) } else { TraceText.show(trace) }
  }
}
