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

  @OptionGroup var look: LookOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    var request = look.request
    (request.arranged, request.under) = (arrangement.arranged, under)
    let comparison = try study.open().comparison(request)
    if answer.json {
      Output.answer(.comparison(comparison))
    } else {
      CompareText.show(comparison)
      if look.audience != .researcher { CompareText.sayToLookAt() }
    }
  }
}
