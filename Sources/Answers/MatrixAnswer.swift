import FileFormats
public import StudyModel

extension Answer {
  /// Codings by two things: one object a column, in it one member a row; fields without codings are
  /// left out.
  public static func matrix(_ matrix: CodeMatrix) -> Answer {
    let columns = matrix.columns.indices.map { column in
      JSONValue.Member(
        matrix.columns[column],
        .object(
          matrix.rows.indices.compactMap { row in
            let cell = matrix[row, column]
            return cell.codings > 0 ? .init(matrix.rows[row], json(cell)) : nil
          }))
    }
    return Answer(
      .object([
        .init("ok", .bool(true)), .init("rows", .string(matrix.rowDimension.rawValue)),
        .init("columns", .string(matrix.columnDimension.rawValue)),
        .init(matrix.columnDimension.rawValue, .object(columns)),
      ]))
  }

  private static func json(_ cell: CodeMatrix.Cell) -> JSONValue {
    [
      "n": .integer(cell.codings), "informants": .integer(cell.informants),
      "interviewees": .integer(cell.interviewees), "present": .bool(true),
    ]
  }
}
