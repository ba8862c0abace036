import StudyModel

/// Columns that say nothing but that they are hidden: people are told so once, programs in every cell.
extension ReportFigure {
  /// The figure without columns in which every cell is hidden, and a note that names them where they stood;
  /// its key and notes of just what is there.
  var forPeople: ReportFigure {
    withoutHiddenColumns(of: isItsOwnTable ? nil : "the table of figures").keyed(asTable: false)
  }

  /// The same where the table of all figures stands in place of a drawing.
  var asTable: ReportFigure {
    withoutHiddenColumns(of: isTable ? nil : "the table").keyed(asTable: !isTable)
  }

  /// The figure without columns that say nothing but that they are hidden.
  ///
  /// - Parameter tableOfFigures: What the table of all figures is called; nil where it is not shown.
  /// - Returns: The figure, with a note on what was left out of what is shown.
  private func withoutHiddenColumns(of tableOfFigures: String?) -> ReportFigure {
    var figure = self
    var names: [String] = []
    if case .text(let words) = body {
      let said = Self.hiddenColumns(words.rows, of: words.columns.count, \.isHidden)
      if !said.isEmpty, words.columns.count - said.count > 1 {
        names = said.map { words.columns[$0].title }
        figure.body = .text(
          TextTable(
            columns: Self.without(said, words.columns),
            rows: words.rows.map { Self.without(said, $0) }))
        figure.notes.append(Self.leftOut(names, of: "the table"))
      }
    }
    let data = Self.hiddenColumns(table.rows, of: table.columns.count, \.isHidden)
    guard !data.isEmpty, table.columns.count - data.count > 1 else { return figure }
    figure.table = DataTable(
      columns: Self.without(data, table.columns),
      rows: table.rows.map { Self.without(data, $0) })
    let further = data.map { table.columns[$0].title }.filter { !names.contains($0) }
    if let tableOfFigures, !further.isEmpty {
      figure.notes.append(Self.leftOut(further, of: tableOfFigures))
    }
    return figure
  }

  private static func leftOut(_ names: [String], of what: String) -> String {
    "\(Words.capitalized(Shorthand.saidHidden)) in every row, and left out of \(what): \(Words.list(names))."
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
