import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct ScalesCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "scales",
    abstract: "Mean, spread and alpha of every scale by case, and how alike a case answers.",
    discussion: "Example: covalence scales --json")

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let scales = try study.open().scales()
    answer.json ? Output.answer(.scales(scales)) : ScalesText.show(scales)
  }
}
