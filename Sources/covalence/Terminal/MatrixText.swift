import StudyModel

/// A matrix of codings as a person reads it.
enum MatrixText {
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
