import Answers
import ArgumentParser
import StudyWorkflow

struct DemoCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Build the sample studies, score them and write every report.",
    discussion: "Example: covalence demo tour")

  @Argument(help: "The folder to write into.")
  var folder = "covalence-demo"

  @OptionGroup var home: HomeOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let demo = Demo(home: try home.find(), folder: folder, time: Clock.now)
    let outcomes = try demo.run { Output.say($0) }
    if answer.json {
      Output.answer(.demo(outcomes))
      return
    }
    for outcome in outcomes {
      Output.result("\(outcome.title)")
      for file in outcome.files where file.hasSuffix(".html") { Output.result("  \(file)") }
    }
    Output.say("Open a page in any browser; the same reports are beside it as .md, .csv and .json.")
  }
}
