import StudyModel

/// Fields that are empty in a file where the study had something, which is gone: by column, with the first
/// row.
final class EmptiedFields {
  private var columns: [(name: String, count: Int, row: Int)] = []
  /// Answers, whose columns are many: of how many respondents, how many, and the row of the first.
  private var answers = (respondents: 0, count: 0, row: 0)

  /// Takes in a field.
  func note(_ column: String, row: Int) {
    guard let place = columns.firstIndex(where: { $0.name == column }) else {
      columns.append((column, 1, row))
      return
    }
    columns[place].count += 1
  }

  /// Takes in answers of one respondent.
  func note(answers count: Int, row: Int) {
    guard count > 0 else { return }
    if answers.respondents == 0 { answers.row = row }
    answers = (answers.respondents + 1, answers.count + count, answers.row)
  }

  /// A warning each.
  var diagnostics: [Diagnostic] {
    let fields = columns.map { column in
      Self.diagnostic(
        column.count == 1
          ? "\"\(column.name)\" is empty where something was, which is gone"
          : "\"\(column.name)\" is empty in \(column.count) rows, this the first, where something was, which is gone",
        row: column.row, column: column.name)
    }
    guard answers.count > 0 else { return fields }
    let whose =
      answers.respondents == 1
      ? "of one respondent" : "of \(answers.respondents) respondents, this row's the first,"
    let what =
      answers.count == 1 ? "one answer \(whose) is" : "\(answers.count) answers \(whose) are"
    return fields + [
      Self.diagnostic(
        "\(what) empty in this file, and gone", row: answers.row, column: "respondent")
    ]
  }

  private static func diagnostic(_ message: String, row: Int, column: String) -> Diagnostic {
    Diagnostic(
      code: .fieldsEmptied, severity: .warning, place: .init(row: row, column: column),
      message: message,
      remedy:
        "If it should stay, write it in, or leave the column out of the file, and import that again."
    )
  }
}
