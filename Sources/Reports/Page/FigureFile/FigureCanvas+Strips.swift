import StudyModel

/// A chart whose rows have a name, a strip with marks, and their figures.
extension FigureCanvas {
  /// Where the parts of a row lie.
  private struct Columns {
    let label = 208.0
    /// Where the strip begins, and how wide it is.
    let strip: Double
    let stripWidth: Double
    /// Where each column of figures begins, and how wide it is.
    let cells: [(x: Double, width: Double)]

    private static let gap = 16.0
    private static let leastStrip = 150.0

    init(_ chart: StripChart) {
      let rows = chart.groups.flatMap(\.rows)
      var widths = chart.columns.enumerated().map { place, title in
        let heads = title.split(separator: "\n").map { Style.head.width(String($0)) }
        let cells = rows.compactMap { $0.cells.indices.contains(place) ? $0.cells[place] : nil }
        return (heads + cells.flatMap(Self.widths)).max() ?? 0
      }
      strip = FigureCanvas.margin + label + Self.gap
      let room = FigureCanvas.width - FigureCanvas.margin - strip - Self.gap
      let all = widths.reduce(0) { $0 + $1 + Self.gap }
      // Words under a figure break where the strip would have no room.
      if room - all < Self.leastStrip,
        let widest = widths.indices.max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] = max(80, widths[widest] - (Self.leastStrip - (room - all)))
      }
      stripWidth = max(Self.leastStrip, room - widths.reduce(0) { $0 + $1 + Self.gap })
      var x = strip + stripWidth + Self.gap
      cells = widths.map { width in
        defer { x += width + Self.gap }
        return (x, width)
      }
    }

    private static func widths(_ cell: StripChart.Cell) -> [Double] {
      [Style.strong.width(FigureCanvas.figure(cell)), cell.small.map(Style.small.width) ?? 0]
    }
  }

  /// A figure with what leads to it and what it is of.
  fileprivate static func figure(_ cell: StripChart.Cell) -> String {
    [cell.lead, cell.main, cell.trail].compactMap(\.self).joined(separator: " ")
  }

  mutating func draw(_ chart: StripChart) {
    let columns = Columns(chart)
    let drawing = StripDrawing(scale: chart.scale)
    head(chart, columns, drawing)
    for group in chart.groups {
      if let title = group.title {
        skip(8)
        say(title + (group.note.map { " – \($0)" } ?? ""), .head)
        skip(3)
        rule(at: y)
      }
      for row in group.rows {
        draw(row, columns, drawing)
        if let drop = row.drop {
          set(
            "↓ " + drop.points + (drop.says.map { " – \($0)" } ?? ""), .small, x: Self.margin, y: y,
            width: Self.inner)
          skip(20)
        }
        rule(at: y)
      }
    }
  }

  private mutating func head(
    _ chart: StripChart, _ columns: Columns, _ drawing: StripDrawing
  ) {
    let titles = chart.columns.map { $0.split(separator: "\n").map(String.init) }
    let height = Double(titles.map(\.count).max() ?? 1) * Style.head.step + 4
    set(
      chart.rowHeader, .head, x: Self.margin, y: y + height - Style.head.step - 4,
      width: columns.label)
    place(
      drawing.axis, x: columns.strip, y: y + max(0, height - 24), width: columns.stripWidth)
    for (title, cell) in zip(titles, columns.cells) {
      let top = y + height - Double(title.count) * Style.head.step - 4
      for (place, line) in title.enumerated() {
        set(
          line, .head, x: cell.x + cell.width, y: top + Double(place) * Style.head.step,
          width: .infinity, side: .right)
      }
    }
    skip(max(height, 24) + 2)
    rule("rule2", at: y)
  }

  private mutating func draw(
    _ row: StripChart.Row, _ columns: Columns, _ drawing: StripDrawing
  ) {
    let style: Style = row.strong ? .label : .value
    let words =
      Self.height(row.label, style, width: columns.label)
      + Self.height(row.small, .small, width: columns.label)
    let beside = zip(row.cells, columns.cells).map { cell, column in
      Self.height(Self.figure(cell), .strong, width: column.width)
        + Self.height(cell.small, .small, width: column.width)
    }
    // Whole numbers alone: a place in a drawing is no figure, and should not look like one.
    let height = max(StripDrawing.height, ([words] + beside).max().map { $0 + 10 } ?? 0)
    let top = y
    var line = top + ((height - words) / 2).rounded()
    line += set(row.label, style, x: Self.margin, y: line, width: columns.label)
    if let small = row.small {
      set(small, .small, x: Self.margin, y: line, width: columns.label)
    }
    let strip = top + ((height - StripDrawing.height) / 2).rounded()
    place(drawing.strip(row), x: columns.strip, y: strip, width: columns.stripWidth)
    if let hatched = row.hatched {
      let width = min(columns.stripWidth, Style.small.width(hatched) + 8)
      put(
        SVG("rect", class: "paper").with("x", columns.strip).with("y", strip + 9)
          .with("width", width).with("height", 20))
      set(hatched, .small, x: columns.strip, y: strip + 11, width: columns.stripWidth)
    }
    for (place, (cell, column)) in zip(row.cells, columns.cells).enumerated() {
      let side: Side = cell.isWord ? .left : .right
      let x = cell.isWord ? column.x : column.x + column.width
      var line = top + ((height - beside[place]) / 2).rounded()
      line += set(Self.figure(cell), .strong, x: x, y: line, width: column.width, side: side)
      if let small = cell.small {
        set(small, .small, x: x, y: line, width: column.width, side: side)
      }
    }
    skip(height)
  }
}
