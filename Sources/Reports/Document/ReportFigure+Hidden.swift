import StudyModel

/// Columns that say nothing but that they are hidden: people are told so once, programs in every cell.
extension ReportFigure {
  /// The figure without columns in which every cell is hidden, and a note that names them; its key and
  /// notes of just what is there.
  var forPeople: ReportFigure { withoutHiddenColumns.keyed(asTable: false) }

  /// The same where the table of all figures stands in place of a drawing.
  var asTable: ReportFigure { withoutHiddenColumns.keyed(asTable: !isTable) }

  private var withoutHiddenColumns: ReportFigure {
    var figure = self
    var names: [String] = []
    let data = Self.hiddenColumns(table.rows, of: table.columns.count, \.isHidden)
    if !data.isEmpty, table.columns.count - data.count > 1 {
      names = data.map { table.columns[$0].title }
      figure.table = DataTable(
        columns: Self.without(data, table.columns),
        rows: table.rows.map { Self.without(data, $0) })
    }
    if case .text(let words) = body {
      let said = Self.hiddenColumns(words.rows, of: words.columns.count, \.isHidden)
      // A table is its own table of figures where both have the same columns.
      guard !said.isEmpty, words.columns.count - said.count > 1 else {
        return names.isEmpty || isItsOwnTable ? self : figure.noting(names)
      }
      names = said.map { words.columns[$0].title }
      figure.body = .text(
        TextTable(
          columns: Self.without(said, words.columns),
          rows: words.rows.map { Self.without(said, $0) }))
    }
    return names.isEmpty ? self : figure.noting(names)
  }

  private func noting(_ names: [String]) -> ReportFigure {
    var figure = self
    figure.notes.append(
      "\(Words.capitalized(Shorthand.saidHidden)) in every row, and left out of the table: \(Words.list(names))."
    )
    return figure
  }

  /// The places of the columns in which every cell is hidden; the first names the rows and stays.
  private static func hiddenColumns<Cell>(
    _ rows: [[Cell]], of count: Int, _ isHidden: (Cell) -> Bool
  ) -> [Int] {
    guard !rows.isEmpty else { return [] }
    return (0..<count).dropFirst().filter { place in
      rows.allSatisfy { $0.indices.contains(place) && isHidden($0[place]) }
    }
  }

  private static func without<Value>(_ places: [Int], _ values: [Value]) -> [Value] {
    values.enumerated().filter { !places.contains($0.offset) }.map(\.element)
  }
}

extension DataTable.Cell {
  /// Whether it says nothing but that it is hidden.
  var isHidden: Bool { mark == .hidden && small == nil }
}

extension TextTable.Cell {
  /// Whether it says nothing but that it is hidden.
  var isHidden: Bool {
    small == nil
      && (mark == .hidden || text.isEmpty && !tags.isEmpty && tags.allSatisfy(\.isHidden))
  }
}
