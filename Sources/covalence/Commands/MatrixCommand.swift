import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct MatrixCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Count codings and informants by two things.",
    discussion: """
      Examples:
        covalence matrix codes cases
        covalence matrix codes phases --json

      ROWS and COLUMNS are codes, cases, participants, roles or phases. Informants are \
      interviewees, and sources without a participant, each one or, of one work, together.
      """)

  @Argument(help: "What the rows are.")
  var rows: CodeMatrix.Dimension

  @Argument(help: "What the columns are.")
  var columns: CodeMatrix.Dimension

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard rows != columns else {
      throw ValidationError(
        "Rows and columns are both \(rows.rawValue): name two different things.")
    }
  }

  func run() throws {
    let matrix = try study.open().matrix(rows: rows, columns: columns)
    answer.json ? Output.answer(.matrix(matrix)) : MatrixText.show(matrix)
  }
}
