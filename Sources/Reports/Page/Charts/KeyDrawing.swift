import StudyModel

/// Draws the mark of a key, small.
enum KeyDrawing {
  /// The mark; nil for words and for shadings, which the style sheet draws.
  static func drawing(_ mark: KeyEntry.Mark) -> SVG? {
    switch mark {
    case .wanted: box(16, 16, [circle("ring", 8, 8, 6)])
    case .received: box(16, 16, [circle("halo", 8, 8, 7)])
    case .interviews:
      box(16, 16, [SVG("path", class: "lozenge").with("d", "M8 0.5L15.5 8L8 15.5L0.5 8Z")])
    case .interval: box(34, 12, [rect("ciband", 0, 1, 34, 10).with("rx", 5)])
    case .shortfall: box(26, 8, [line("gap-short", 0, 4, 26, 4)])
    case .surplus: box(26, 8, [line("gap-over", 0, 4, 26, 4)])
    case .below: box(30, 12, [rect("f-amber2", 0, 0, 14, 12), rect("f-amber3", 15, 0, 14, 12)])
    case .above: box(30, 12, [rect("f-blue3", 0, 0, 14, 12), rect("f-blue", 15, 0, 14, 12)])
    case .belowTold: box(16, 12, [rect("f-amber3", 0, 0, 14, 12)])
    case .aboveTold: box(16, 12, [rect("f-blue3", 0, 0, 14, 12)])
    case .middle: box(16, 12, [rect("f-mid", 0, 2, 15, 8)])
    case .bar:
      box(
        30, 14,
        [rect("f-blue", 0, 0, 24, 14), rect("cihalo", 14, 4, 16, 6), line("ci", 14, 7, 30, 7)])
    case .span: box(26, 14, [rect("f-blue", 0, 0, 26, 14)])
    case .hatch: box(26, 14, [StripDrawing.hatch(y: 0, height: 14)])
    case .alike: box(26, 14, [rect("alike", 0.5, 0.5, 25, 13)])
    case .zone: box(26, 14, [rect("f-blue4", 0, 0, 26, 14)])
    case .trend: box(30, 12, [line("trend", 0, 6, 30, 6), circle("halo", 15, 6, 5)])
    case .wantedNow: box(30, 8, [line("trend-w", 0, 4, 30, 4)])
    case .evident: PresenceDrawing.drawing(.evident)
    case .inPart: PresenceDrawing.drawing(.inPart)
    case .contested: PresenceDrawing.drawing(.contested)
    case .heard: PresenceDrawing.drawing(.heardFromMoreThanOne)
    case .denied: PresenceDrawing.drawing(.denied)
    case .silent: PresenceDrawing.drawing(.notSpokenOf)
    case .named, .text, .shade0, .shade1, .shade2, .shade3, .shade4, .shade5: nil
    }
  }

  /// The class of a shading or an outline, drawn by the style sheet.
  static func swatch(_ mark: KeyEntry.Mark) -> String? {
    switch mark {
    case .named: "sw named"
    case .shade0, .silent: "sw s0"
    case .shade1, .denied: "sw s1"
    case .shade2, .inPart, .contested, .heard: "sw s2"
    case .shade3, .evident: "sw s3"
    case .shade4: "sw s4"
    case .shade5: "sw s5"
    default: nil
    }
  }

  private static func box(_ width: Double, _ height: Double, _ children: [SVG]) -> SVG {
    var svg = SVG("svg").with("width", width).with("height", height).with("aria-hidden", "true")
    svg.children = children
    svg.width = width
    return svg
  }

  private static func circle(_ style: String, _ x: Double, _ y: Double, _ r: Double) -> SVG {
    SVG("circle", class: style).with("cx", x).with("cy", y).with("r", r)
  }

  private static func rect(
    _ style: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> SVG {
    SVG("rect", class: style).with("x", x).with("y", y).with("width", width).with("height", height)
  }

  private static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double)
    -> SVG
  {
    SVG("line", class: style).with("x1", x1).with("x2", x2).with("y1", y1).with("y2", y2)
  }
}

/// Draws the three pips of a grade.
enum PipsDrawing {
  /// So many filled, of three.
  static func drawing(_ filled: Int) -> SVG {
    var svg = SVG("svg", class: "pips").with("viewBox", "0 0 38 12").with("aria-hidden", "true")
    svg.children = (0..<3).map { place in
      SVG("circle", class: place < filled ? "on" : nil).with("cx", 6 + 13 * Double(place)).with(
        "cy", 6
      ).with("r", 4.4)
    }
    return svg
  }
}

/// Draws the arrow between two steps of a chain.
enum ArrowDrawing {
  /// An arrow downwards.
  static var markup: Markup {
    var svg = SVG("svg").with("width", 14).with("height", 18).with("viewBox", "0 0 14 18").with(
      "aria-hidden", "true")
    svg.children = [
      SVG("path").with("d", "M7 1v14M2 10.5 7 16l5-5.5").with("fill", "none").with(
        "stroke", "currentColor"
      ).with("stroke-width", 2)
    ]
    return svg.markup
  }
}

/// Draws presence: filled, half filled, crossed or open.
enum PresenceDrawing {
  /// The mark.
  static func drawing(_ presence: Presence) -> SVG {
    var svg = SVG("svg", class: "pm").with("width", 16).with("height", 16).with(
      "aria-hidden", "true")
    let ring = SVG("circle").with("cx", 8).with("cy", 8).with("r", 6).with("fill", "none")
      .with("stroke", "currentColor").with("stroke-width", 1.8)
    switch presence {
    case .evident:
      svg.children = [
        SVG("circle").with("cx", 8).with("cy", 8).with("r", 6.9).with("fill", "currentColor")
      ]
    case .heardFromMoreThanOne:
      svg.children = [
        ring,
        SVG("circle").with("cx", 8).with("cy", 8).with("r", 2.6).with("fill", "currentColor"),
      ]
    case .inPart:
      svg.children = [
        ring, SVG("path").with("d", "M2 8A6 6 0 0 0 14 8Z").with("fill", "currentColor"),
      ]
    case .contested, .sourcesDiffer:
      svg.children = [
        ring, SVG("path").with("d", "M8 2A6 6 0 0 1 8 14Z").with("fill", "currentColor"),
      ]
    case .denied:
      svg.children = [
        SVG("path").with("d", "M3 3L13 13M13 3L3 13").with("stroke", "currentColor").with(
          "stroke-width", 2
        )
        .with("fill", "none")
      ]
    case .notSpokenOf, .undecided, .littleHeard, .hidden: svg.children = [ring]
    }
    svg.width = 16
    return svg
  }
}
