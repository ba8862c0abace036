import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct InitCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new study.",
    discussion: "Example: covalence init forum.covalence --framework van-winkelen-2010")

  @Argument(help: "The study file to make.")
  var file: String

  @Option(help: "The framework, by its id or the path of its folder.")
  var framework: String

  @Option(help: "The study's title; otherwise the file's name.")
  var title: String?

  @Flag(help: "Say in every report that the data are simulated.")
  var simulated = false

  @Option(help: "The publication that the study codes anew, as it is to be cited on every page.")
  var citation = ""

  @Option(help: "What else its readers should know of the study.")
  var note = ""

  @OptionGroup var home: HomeOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !file.isEmpty else { throw ValidationError("The name of the study file is empty.") }
  }

  func run() throws {
    let inHand = try home.find().framework(framework)
    for diagnostic in inHand.diagnostics { DiagnosticText.say(diagnostic) }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let description = StudyDescription(
      title: title ?? name.replacing(".covalence", with: ""), isSimulated: simulated,
      citation: citation, note: note)
    _ = try Study.create(file, framework: inHand, as: description, time: Clock.now)
    if answer.json {
      Output.answer(.made(file, with: inHand))
    } else {
      Output.say(
        "Made \(file) with \"\(inHand.framework.id)\" \(inHand.framework.version). Next: covalence import cases FILE -s \(file)"
      )
    }
  }
}
