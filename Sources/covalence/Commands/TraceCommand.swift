import ArgumentParser
import FileFormats
import StudyModel
import StudyWorkflow

struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Show every segment and answer behind a figure.",
    discussion: "Example: covalence trace forum value.operational")

  @Argument(help: "The case.")
  var caseID: String

  @Argument(help: "The construct.")
  var construct: String

  @OptionGroup var study: StudyOptions

  @Option(help: "When codings of several coders stand: majority, any or unanimous.")
  var consensus: ConsensusRule = .majority

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let trace = try study.open().trace(caseID: caseID, construct: construct, rule: consensus)
    if answer.json { Output.json(TraceText.json(trace)) } else { TraceText.show(trace) }
  }
}
