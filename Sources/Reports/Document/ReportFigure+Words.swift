import StudyModel

/// A figure as a table of plain words, for where nothing is drawn.
struct WordsTable {
  /// The columns; the first names the row.
  var columns: [(title: String, isNumber: Bool)]
  /// The rows, each as long as `columns`.
  var rows: [[String]]

  /// Whether it is set in smaller print still, having more columns than a page holds.
  var isDense: Bool { columns.count > 7 }

  /// So many letters of its print are as long as a line of a page.
  private var line: Int { isDense ? 130 : 105 }
  /// A number with its interval, which is not broken.
  private static let number = 18
  /// A column for fewer letters is as wide, to be written into.
  private static let shortest = 7

  /// How wide each column is, of 100: room for its longest word, and of what is left more for longer texts.
  var shares: [Int] {
    let texts = columns.indices.map { place in rows.map { $0[place] } }
    let least = columns.indices.map { place in
      let words = (texts[place] + [columns[place].title]).flatMap { $0.split(separator: " ") }
      let longest = columns[place].isNumber ? texts[place].map(\.count).max() ?? 0 : 0
      return max(Self.shortest, 2 + max(min(longest, Self.number), words.map(\.count).max() ?? 0))
    }
    let further = columns.indices.map { place in
      max(0, min(texts[place].map(\.count).max() ?? 0, line) - least[place])
    }
    let room = max(0, line - least.reduce(0, +))
    let share = Double(room) / Double(max(1, further.reduce(0, +)))
    let widths = zip(least, further).map { Double($0) + min(1, share) * Double($1) }
    // Each ends where its whole number is, so that all of them are 100.
    let whole = widths.reduce(0, +)
    var (width, end) = (0.0, 0)
    return widths.map { own in
      width += own
      defer { end = Int((100 * width / whole).rounded()) }
      return Int((100 * width / whole).rounded()) - end
    }
  }

  /// The table of all figures.
  init(_ table: DataTable) {
    columns = table.columns.map { ($0.title, $0.isNumber) }
    rows = table.rows.map { row in row.map { $0.text + ($0.small.map { " (\($0))" } ?? "") } }
  }

  /// A matrix as it is drawn, the cases by their short names.
  init(_ matrix: MatrixChart) {
    columns = [("", false)] + matrix.columns.map { ($0.short, false) }
    let spans = matrix.spans.flatMap { span in Array(repeating: span.title, count: span.columns) }
    rows = spans.isEmpty ? [] : [[matrix.spanLabel ?? ""] + spans]
    rows += matrix.groups.flatMap { group in
      (group.title.map { [[$0] + matrix.columns.map { _ in "" }] } ?? [])
        + group.rows.map { row in
          [row.label]
            + row.cells.map { cell in
              let interval = cell.interval.map { "(\(Words.interval($0)))" }
              let named = cell.isNamed ? "(stated by the source)" : nil
              return [cell.text, cell.small, interval, named].compactMap(\.self)
                .filter { !$0.isEmpty }.joined(separator: " ")
            }
        }
    }
  }

  /// A table of words, as it is drawn.
  init(_ words: TextTable) {
    columns = words.columns.map { ($0.title, $0.isNumber) }
    rows = words.rows.map { row in
      row.map { cell in
        let tags = cell.tags.map(\.text) + (cell.isNamed ? ["stated by the source"] : [])
        // A tag is drawn apart from what stands beside it.
        let beside = tags.isEmpty || cell.text.isEmpty ? cell.text : "(\(cell.text))"
        return [tags.joined(separator: ", "), beside, cell.small.map { "(\($0))" } ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }
}

extension MatrixChart {
  /// Which short name is whose; nil where all are whole.
  var shortNames: String? {
    let names = columns.filter { $0.short != $0.name }.map { "\($0.short) \($0.name)" }
    return names.isEmpty ? nil : Words.withStop(names.joined(separator: ", "))
  }
}

extension ReportFigure {
  /// A table of words as it is drawn; of a drawing, the table of its figures.
  var words: WordsTable {
    if case .text(let words) = body { return WordsTable(words) }
    return WordsTable(table)
  }
}
