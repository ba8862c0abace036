import StudyModel

/// A key of just what stands in a figure: a reader looks in vain for what a key names and nothing shows,
/// and wonders at a mark that nothing explains.
extension ReportFigure {
  /// The figure with the entries of its key that are drawn, and a note on the marks in place of figures
  /// that no other note and no entry explains.
  ///
  /// - Parameter asTable: Whether the table of all figures stands in place of the drawing.
  /// - Returns: The figure as it is shown.
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

  /// Whether something of the drawing is what an entry explains.
  private func isDrawn(_ entry: KeyEntry) -> Bool {
    if entry.mark == .text { return true }
    switch body {
    case .strips(let chart):
      let rows = chart.groups.flatMap(\.rows)
      guard entry.mark != .hatch else { return rows.contains { $0.hatched != nil } }
      return rows.contains { $0.marks.contains { $0.isExplained(by: entry.mark) } }
    case .matrix(let matrix):
      return matrix.groups.flatMap(\.rows).flatMap(\.cells).contains {
        $0.isExplained(by: entry.mark)
      }
    case .multiples(let panels):
      return panels.filter { $0.hatched == nil }.flatMap(\.rows).contains { row in
        switch entry.mark {
        case .wanted: row.wanted != nil
        case .received: row.received != nil
        case .alike: row.alike != nil
        default: true
        }
      }
    case .trends(let panels):
      return panels.contains { panel in
        switch entry.mark {
        case .trend: panel.points.contains { $0.level != nil }
        case .wantedNow: panel.wanted != nil
        default: true
        }
      }
    case .text, .tree: return true
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

extension MatrixChart.Cell {
  /// Whether an entry of a key stands for it: a shading, a word, an outline, or that it is hidden.
  fileprivate func isExplained(by entry: KeyEntry.Mark) -> Bool {
    switch entry {
    case .hatch: isHidden
    case .named: isNamed
    case .evident: presence == .evident
    case .inPart: presence == .inPart
    case .contested: presence == .contested || presence == .sourcesDiffer
    case .heard: presence == .heardFromMoreThanOne
    case .denied: presence == .denied
    case .silent: presence == .notSpokenOf || presence == .littleHeard
    case .shade0: mark == nil && presence == nil && shade == 0
    case .shade1: shade == 1
    case .shade2: shade == 2
    case .shade3: shade == 3
    case .shade4: shade == 4
    case .shade5: shade == 5
    default: true
    }
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
    case .span: entry == .span
    case .zone: entry == .zone
    case .threshold: false
    case .alike: entry == .alike
    case .answers(let shares):
      switch entry {
      case .below, .belowTold: shares.below > 0
      case .middle: shares.middle > 0
      case .above, .aboveTold: shares.above > 0
      default: false
      }
    }
  }
}
