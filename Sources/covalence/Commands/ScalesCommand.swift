import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct ScalesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scales",
    abstract: "Mean, spread and alpha of every scale by case, and how alike a case answers.",
    discussion: "Example: covalence scales --json")

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    guard let scales = try study.open().scales() else {
      throw TaskError(
        code: "SCALES-001",
        text: "The study has no survey. Bring one in with 'covalence import survey FILE'.",
        exitCode: 65)
    }
    answer.json ? Output.answer(.scales(scales)) : ScalesText.show(scales)
  }
}
