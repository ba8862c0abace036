import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct ConditionsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "conditions",
    abstract: "Set each condition beside an outcome: where it is found, and where it is not.",
    discussion: """
      Examples:
        covalence conditions value.capability.subject
        covalence conditions value.tangible --under context --json

      Conditions are all constructs outside the outcome's part of the framework, and the attributes \
      with listed values. Cases in which the outcome is neither clearly found nor clearly not are in \
      neither group. What goes together need not bring about.
      """)

  @Argument(help: "The outcome: a construct, by its id.")
  var outcome: String

  @OptionGroup var study: StudyOptions

  @Option(help: "Only conditions under this construct.")
  var under: String?

  @OptionGroup var look: LookOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    var request = look.request
    request.under = under
    let conditions = try study.open().conditions(of: outcome, request)
    if answer.json {
      Output.answer(.conditions(conditions))
    } else {
      ConditionsText.show(conditions)
      if look.audience != .researcher { CompareText.sayToLookAt() }
    }
  }
}
