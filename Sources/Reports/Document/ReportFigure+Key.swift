import StudyModel

/// A key of just what stands in a figure: a reader looks in vain for what a key names and nothing shows,
/// and wonders at a mark that nothing explains.
extension ReportFigure {
  /// The figure with the entries of its key that are drawn, and a note on the marks in place of figures
  /// that no other note and no entry explains.
  ///
  /// - Parameter asTable: whether the table of all figures stands in place of the drawing.
  func keyed(asTable: Bool) -> ReportFigure {
    var figure = self
    figure.key = key.filter(isDrawn)
    let marks = asTable ? tableMarks : drawnMarks
    let said = figure.notes + figure.key.map(\.meaning)
    let unsaid = Shorthand.allCases.filter { mark in
      marks.contains(mark) && !said.contains { $0.contains(mark.rawValue) }
    }
    if !unsaid.isEmpty {
      figure.notes.append(Words.withStop(unsaid.map(\.key).joined(separator: "; ")))
    }
    return figure
  }

  /// Whether something of the drawing is what an entry explains; only of strips more is said than is
  /// drawn.
  private func isDrawn(_ entry: KeyEntry) -> Bool {
    guard case .strips(let chart) = body else { return true }
    let rows = chart.groups.flatMap(\.rows)
    switch entry.mark {
    case .text: return true
    case .hatch: return rows.contains { $0.hatched != nil }
    default: return rows.contains { $0.marks.contains { $0.isExplained(by: entry.mark) } }
    }
  }

  /// The marks that stand alone in place of figures.
  private var drawnMarks: Set<Shorthand> {
    switch body {
    case .strips(let chart):
      Set(chart.groups.flatMap(\.rows).flatMap(\.cells).compactMap(\.mark))
    case .text(let words):
      Set(words.rows.joined().filter { $0.text == $0.mark?.rawValue }.compactMap(\.mark))
    case .matrix(let matrix):
      Set(matrix.groups.flatMap(\.rows).flatMap(\.cells).compactMap(\.mark))
    case .trends, .multiples, .tree: []
    }
  }

  /// The same of the table.
  private var tableMarks: Set<Shorthand> {
    Set(table.rows.joined().filter(\.isFigure).compactMap(\.mark))
  }
}

extension StripChart.Mark {
  /// Whether an entry of a key stands for it.
  fileprivate func isExplained(by entry: KeyEntry.Mark) -> Bool {
    switch self {
    case .band, .whisker: entry == .interval
    case .ring, .openDisc: entry == .wanted
    case .disc: entry == .received
    case .square: entry == .interviews
    case .join(_, _, .short): entry == .shortfall
    case .join(_, _, .over): entry == .surplus
    case .join(_, _, .level): false
    case .bar: entry == .bar
    case .zone: entry == .zone
    case .threshold: false
    case .alike: entry == .alike
    case .answers(let shares):
      switch entry {
      case .below: shares.below > 0
      case .middle: shares.middle > 0
      case .above: shares.above > 0
      default: false
      }
    }
  }
}
