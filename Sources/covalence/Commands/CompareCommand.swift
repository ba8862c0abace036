import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct CompareCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Set the cases side by side, a row a construct.",
    discussion: """
      Examples:
        covalence compare
        covalence compare --under value --json
        covalence compare --order established
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: "Only this construct and what is under it.")
  var under: String?

  @OptionGroup var arrangement: ArrangementOptions

  @Option(
    help:
      "The phase; otherwise the last one that has evidence. 'no phase stated' is the evidence without one."
  )
  var phase: String?

  @Option(
    name: .customLong("for"), help: "Whose eyes it is for: researcher, convenor or working-group.")
  var audience: Audience = .researcher

  @Option(help: "When codings of several coders stand: majority, any or unanimous.")
  var consensus: ConsensusRule = .majority

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    var request = ComparisonRequest(for: audience)
    (request.phase, request.arranged, request.under) = (phase, arrangement.arranged, under)
    request.rule = consensus
    let comparison = try study.open().comparison(request)
    if answer.json {
      Output.answer(.comparison(comparison))
    } else {
      CompareText.show(comparison)
      if audience != .researcher { CompareText.sayToLookAt() }
    }
  }
}
