import StudyModel

/// Small drawings side by side, and the tree of joins.
extension FigureCanvas {
  /// Sets panels in as many columns as there is room for, each line as high as its highest.
  private mutating func set<Panel>(
    _ panels: [Panel], inColumns count: Int, gap: Double = 28,
    _ draw: (inout FigureCanvas, Panel, _ x: Double, _ y: Double, _ width: Double) -> Double
  ) {
    let width = ((Self.inner - gap * Double(count - 1)) / Double(count)).rounded(.down)
    for start in stride(from: 0, to: panels.count, by: count) {
      let line = panels[start..<min(start + count, panels.count)]
      let heights = line.enumerated().map { place, panel in
        draw(&self, panel, Self.margin + Double(place) * (width + gap), y, width)
      }
      skip((heights.max() ?? 0) + 14)
    }
  }

  mutating func draw(_ panels: [TrendPanel]) {
    set(panels, inColumns: 4) { canvas, panel, x, y, width in
      var line = y + canvas.set(panel.name, .label, x: x, y: y, width: width)
      let levels = [panel.from, panel.to].compactMap(\.self).joined(separator: " → ")
      line += canvas.set(levels, .strong, x: x, y: line, width: width)
      if let change = panel.change {
        line += canvas.set(change, .small, x: x, y: line, width: width)
      }
      // As high as two lines of a name, levels and a change, so that drawings of a line stand level.
      let top = max(line, y + 2 * Style.label.step + Style.strong.step + 2 * Style.small.step)
      canvas.place(
        TrendDrawing(panel: panel).drawing, x: x + 20, y: top + 6, width: width - 20)
      return top + 6 + TrendDrawing.height - y
    }
  }

  mutating func draw(_ panels: [MultiplePanel]) {
    let names = 88.0
    set(panels, inColumns: 3) { canvas, panel, x, y, width in
      var line = y + canvas.set(panel.name, .label, x: x, y: y, width: width)
      line += canvas.set(panel.subtitle, .small, x: x, y: line, width: width) + 4
      guard panel.hatched == nil else {
        line += canvas.set(panel.hatched ?? "", .small, x: x, y: line, width: width)
        return line - y
      }
      for row in panel.rows {
        let height = max(
          CaseDrawing.multipleHeight, Self.height(row.name, .small, width: names - 6))
        canvas.set(row.name, .small, x: x, y: line + 3, width: names - 6)
        canvas.place(
          CaseDrawing.multiple(row), x: x + names, y: line, width: width - names - 6)
        line += height
      }
      canvas.place(CaseDrawing.multipleAxis, x: x + names, y: line, width: width - names - 6)
      return line + 20 - y
    }
  }

  mutating func draw(_ tree: JoinTree) {
    let names = 190.0
    for (place, leaf) in tree.leaves.enumerated() {
      let middle = y + (Double(place) + 0.5) * CaseDrawing.leafHeight
      set(
        leaf, .small, x: Self.margin + names,
        y: middle - Self.height(leaf, .small, width: names) / 2 - 2, width: names, side: .right)
    }
    place(
      CaseDrawing.tree(tree), x: Self.margin + names + 14, y: y, width: Self.inner - names - 34)
    skip(Double(tree.leaves.count) * CaseDrawing.leafHeight + 26)
  }
}
