import FileFormats
import StudyModel

/// A matrix of codings as a person and as a program reads it.
enum MatrixText {
  /// One object a column, in it one member a row; fields without codings are left out.
  static func json(_ matrix: CodeMatrix) -> JSONValue {
    let columns = matrix.columns.indices.map { column in
      JSONValue.Member(
        matrix.columns[column],
        .object(
          matrix.rows.indices.compactMap { row in
            let cell = matrix[row, column]
            return cell.codings > 0 ? .init(matrix.rows[row], json(cell)) : nil
          }))
    }
    return .object([
      .init("ok", .bool(true)), .init("rows", .string(matrix.rowDimension.rawValue)),
      .init("columns", .string(matrix.columnDimension.rawValue)),
      .init(matrix.columnDimension.rawValue, .object(columns)),
    ])
  }

  private static func json(_ cell: CodeMatrix.Cell) -> JSONValue {
    [
      "n": .integer(cell.codings), "informants": .integer(cell.informants),
      "interviewees": .integer(cell.interviewees), "present": .bool(true),
    ]
  }

  static func show(_ matrix: CodeMatrix) {
    guard !matrix.columns.isEmpty else {
      let (rows, columns) = (matrix.rowDimension.rawValue, matrix.columnDimension.rawValue)
      Output.say("There are no codings to count by \(rows) and \(columns).")
      return
    }
    var table = TextTable(
      [matrix.rowDimension.rawValue] + matrix.columns,
      right: Set(matrix.columns.indices.map { $0 + 1 }))
    for row in matrix.rows.indices {
      table.add(
        [matrix.rows[row]]
          + matrix.columns.indices.map { column in
            let cell = matrix[row, column]
            return cell.codings > 0 ? "\(cell.codings) (\(cell.informants))" : "-"
          })
    }
    Output.results(table.lines)
    Output.say("Codings, and in brackets the informants who have one.")
  }
}
