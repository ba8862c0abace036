import StudyModel

/// Draws a level over phases, 0 to 100; a named drawing, for its figures are in its name.
struct TrendDrawing {
  let panel: TrendPanel

  static let height = 142.0

  private func y(_ level: Double) -> Double { 116 - level * 1.08 }

  private func x(_ place: Int) -> Double {
    guard panel.points.count > 1 else { return 50 }
    return 10 + 80 * Double(place) / Double(panel.points.count - 1)
  }

  /// The drawing.
  var drawing: SVG {
    var svg = SVG("svg").with("height", Self.height).with("role", "img").with(
      "aria-label", panel.spoken)
    svg.children = grid + wanted + segments + panel.points.indices.flatMap(point)
    return svg
  }

  private var grid: [SVG] {
    [0, 50, 100].flatMap { level -> [SVG] in
      let y = y(Double(level))
      return [SVG.line("grid", 6, y, 96, y), SVG.label("\(level)", x: 4, y: y + 4, anchor: "end")]
    }
  }

  private var wanted: [SVG] {
    panel.wanted.map { [SVG.line("trend-w", 6, y($0), 96, y($0))] } ?? []
  }

  /// Lines between neighbours that both have a level; never across one without.
  private var segments: [SVG] {
    panel.points.indices.dropFirst().compactMap { place in
      guard let before = panel.points[place - 1].level, let after = panel.points[place].level else {
        return nil
      }
      return SVG.line("trend", x(place - 1), y(before), x(place), y(after))
    }
  }

  private func point(_ place: Int) -> [SVG] {
    let point = panel.points[place]
    var drawn = [SVG.label(point.phase, x: x(place), y: 136, anchor: "middle")]
    if let alike = point.alike {
      let (low, high) = (alike.range.lowerBound, alike.range.upperBound)
      let top = y(high) - (low == high ? 3 : 0)
      drawn.append(
        SVG.rect("alike", x: x(place) - 5, y: top, width: 10, height: max(6, y(low) - y(high))))
      let anchor = place == 0 ? "start" : place == panel.points.count - 1 ? "end" : "middle"
      drawn.append(
        SVG.label(
          point.absent ?? alike.rawValue,
          x: place == 0 ? 7 : place == panel.points.count - 1 ? 96 : x(place),
          y: low >= 50 ? y(low) + 14 : top - 5, anchor: anchor))
      return drawn
    }
    guard let level = point.level else {
      let anchor = place == 0 ? "start" : place == panel.points.count - 1 ? "end" : "middle"
      let at = place == 0 ? 7 : place == panel.points.count - 1 ? 96 : x(place)
      drawn.append(SVG.label(point.absent ?? "not asked", x: at, y: y(0) - 6, anchor: anchor))
      return drawn
    }
    if let interval = point.interval {
      drawn.append(SVG.line("ci", x(place), y(interval.low), x(place), y(interval.high)))
    }
    drawn.append(SVG.circle("halo", x: x(place), y: y(level), r: 4.4))
    return drawn
  }
}
