import StudyModel

/// Draws what stands in the cells and panels of a comparison.
enum CaseDrawing {
  /// An interval on a rail from 0 to 100.
  static func rail(_ interval: Interval) -> Markup {
    SVG.strip(
      height: 9,
      [
        SVG.line("hb", 0, 5, 100, 5),
        SVG.line("hi", min(100, max(0, interval.low)), 5, min(100, max(0, interval.high)), 5),
      ]
    ).markup
  }

  /// A hatched cell.
  static var hatchedCell: Markup {
    var svg = SVG("svg", class: "hx").with("width", "100%").with("height", "100%").with(
      "aria-hidden", "true")
    svg.children = [
      SVG("rect").with("width", "100%").with("height", "100%").with("fill", "url(#hx)")
    ]
    return svg.markup
  }

  /// A hatched panel.
  static var hatchedPanel: Markup {
    var svg = SVG("svg").with("width", "100%").with("height", "100%").with("aria-hidden", "true")
    svg.children = [
      SVG("rect").with("width", "100%").with("height", "100%").with("fill", "url(#hx)")
    ]
    return svg.markup
  }

  /// The height of a row of small multiples, and of a leaf of a tree.
  static let multipleHeight = 22.0
  /// See ``multipleHeight``; a name of three lines has room, as in the style sheet.
  static let leafHeight = 54.0

  /// Wanted and received in a row of small multiples.
  static func multiple(_ row: MultiplePanel.Row) -> SVG {
    let y = 11.0
    var drawn = [0, 50, 100].map { SVG.line("grid", Double($0), 0, Double($0), 22) }
    if let wanted = row.wanted, let received = row.received {
      drawn.append(SVG.line("gap-level", wanted, y, received, y))
    }
    if let alike = row.alike {
      let width = max(3, alike.range.upperBound - alike.range.lowerBound)
      let middle = (alike.range.lowerBound + alike.range.upperBound) / 2
      drawn.append(SVG.rect("alike", x: middle - width / 2, y: 6, width: width, height: 10))
    }
    if let wanted = row.wanted { drawn.append(SVG.circle("ring", x: wanted, y: y, r: 4.6)) }
    if let received = row.received { drawn.append(SVG.circle("halo", x: received, y: y, r: 5)) }
    return SVG.strip(height: multipleHeight, drawn)
  }

  /// The axis under small multiples.
  static var multipleAxis: SVG {
    SVG.strip(
      height: 18, [0, 50, 100].map { SVG.label("\($0)", x: Double($0), y: 14, anchor: "middle") }
    )
  }

  /// A tree of joins; the distance runs to the right.
  static func tree(_ tree: JoinTree) -> SVG {
    let step = leafHeight
    let height = Double(tree.leaves.count) * step
    let x = { (distance: Double) in tree.axisEnd > 0 ? 100 * distance / tree.axisEnd : 0 }
    let y = { (place: Double) in (place + 0.5) * step }
    var svg = SVG("svg").with("height", height + 26).with("role", "img").with(
      "aria-label", tree.spoken)
    let ticks = stride(from: 0.0, through: tree.axisEnd + 1e-9, by: tree.axisEnd > 0.5 ? 0.2 : 0.1)
    for tick in ticks {
      svg.children.append(SVG.line("grid", x(tick), 0, x(tick), height))
      svg.children.append(
        SVG.label(
          tick == 0 ? "0" : Words.fixed(tick, 1), x: x(tick), y: height + 18, anchor: "middle"))
    }
    for join in tree.joins {
      svg.children.append(
        SVG.line("tree", x(join.upperHeight), y(join.upper), x(join.height), y(join.upper)))
      svg.children.append(
        SVG.line("tree", x(join.lowerHeight), y(join.lower), x(join.height), y(join.lower)))
      svg.children.append(
        SVG.line("tree", x(join.height), y(join.upper), x(join.height), y(join.lower)))
    }
    return svg
  }
}
