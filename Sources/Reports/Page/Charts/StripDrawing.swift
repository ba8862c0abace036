import StudyModel

/// Draws the strip of a row: marks on the chart's own scale, the lines of the grid behind them.
struct StripDrawing {
  let scale: StripChart.Scale

  static let height = 38.0
  private static let middle = 19.0

  /// The strip in the header: what the places mean.
  var axis: SVG { SVG.strip(height: 24, axisLabels) }

  private var axisLabels: [SVG] {
    switch scale {
    case .level:
      [0, 25, 50, 75, 100].map { SVG.label("\($0)", x: Double($0), y: 16, anchor: "middle") }
    case .share:
      [0, 25, 50, 75, 100].map {
        SVG.label("\($0)%", x: Double($0), y: 16, anchor: $0 == 100 ? "end" : "middle")
      }
    case .agreement:
      ["0", "0.2", "0.4", "0.6", "0.8", "1"].enumerated().map {
        SVG.label($1, x: Double($0) * 20, y: 16, anchor: "middle")
      }
    case .diverging(let layout):
      [
        SVG.label(
          layout.below, x: layout.zero - 1, y: 16, anchor: "end"),
        SVG.label(layout.above, x: layout.zero + 1, y: 16),
      ] + (layout.middle.map { [SVG.label($0, x: layout.apart, y: 16)] } ?? [])
    case .time(let axis): axis.named.map { SVG.label("\($0.year)", x: $0.place, y: 16) }
    }
  }

  /// The strip of a row.
  func strip(_ row: StripChart.Row) -> SVG {
    guard row.hatched == nil else {
      return SVG.strip(height: Self.height, [Self.hatch(y: 9, height: 20)])
    }
    return SVG.strip(height: Self.height, grid + row.marks.flatMap(draw))
  }

  /// A hatched box over the whole width.
  static func hatch(y: Double, height: Double) -> SVG {
    SVG("rect").with("x", "0").with("y", y).with("width", "100%").with("height", height)
      .with("fill", "url(#hx)")
  }

  private var grid: [SVG] {
    let places: [Double] =
      switch scale {
      case .level, .share: [0, 25, 50, 75, 100]
      case .agreement: [0, 20, 40, 60, 80, 100]
      case .diverging: []
      case .time(let axis): axis.named.map(\.place) + [100]
      }
    return places.map { SVG.line("grid", $0, 0, $0, Self.height) }
  }

  /// A place on the strip, in per cent.
  private func x(_ value: Double) -> Double {
    let percent = if case .agreement = scale { value * 100 } else { value }
    return min(100, max(0, percent))
  }

  private func draw(_ mark: StripChart.Mark) -> [SVG] {
    let y = Self.middle
    switch mark {
    case .band(let interval):
      let band = SVG.rect(
        "ciband", x: x(interval.low), y: 14, width: x(interval.high) - x(interval.low), height: 10)
      return [band.with("rx", 5)]
    case .ring(let value): return [SVG.circle("ring", x: x(value), y: y, r: 6.5)]
    case .openDisc(let value): return [SVG.circle("ring", x: x(value), y: y, r: 6.5)]
    case .disc(let value): return [SVG.circle("halo", x: x(value), y: y, r: 7)]
    case .square(let value):
      var group = SVG("svg").with("x", .percent(x(value))).with("y", y).with("overflow", "visible")
      group.children = [SVG("path", class: "lozenge").with("d", "M0 -7.5L7.5 0L0 7.5L-7.5 0Z")]
      return [group]
    case .join(let from, let to, let kind):
      return [SVG.line("gap-\(kind.rawValue)", x(from), y, x(to), y)]
    case .bar(let value): return [SVG.rect("f-blue", x: 0, y: 8, width: x(value), height: 22)]
    case .span(let interval):
      // A few days of many years are seen, too.
      let width = max(1, x(interval.high) - x(interval.low))
      let place = min(x(interval.low), 100 - width)
      return [SVG.rect("f-blue", x: place, y: 8, width: width, height: 22)]
    case .whisker(let interval):
      let halo = SVG.rect(
        "cihalo", x: x(interval.low), y: 16, width: x(interval.high) - x(interval.low), height: 6)
      let line = SVG.line("ci", x(interval.low), y, x(interval.high), y)
      if case .share = scale { return [halo, line] }
      return [line]
    case .zone(let from):
      return [SVG.rect("f-blue4", x: x(from), y: 0, width: 100 - x(from), height: Self.height)]
    case .threshold(let value):
      return [SVG.line("zero", x(value), 0, x(value), Self.height).with("stroke-dasharray", "2 3")]
    case .alike(let alike): return [self.alike(alike)]
    case .answers(let shares): return answers(shares)
    }
  }

  /// What nearly all say: the part of the scale that the word covers, at least so wide that it is seen.
  private func alike(_ word: Alike) -> SVG {
    let (low, high): (Double, Double) =
      switch scale {
      case .level: (word.range.lowerBound, word.range.upperBound)
      case .share, .agreement:
        word.range.lowerBound >= 50 && word != .between
          ? (Limits.mostShare, 100) : (0, Limits.leastShare)
      case .time: (0, 100)
      case .diverging(let layout):
        switch word {
        case .disagree, .tendToDisagree: (0, layout.zero)
        case .between: (layout.apart, 100)
        case .tendToAgree, .agree: (layout.zero, layout.apart - 2)
        }
      }
    let width = max(3, high - low)
    let isMiddle = if case .diverging = scale { word == .between } else { false }
    return SVG.rect(
      isMiddle ? "alike mid" : "alike", x: max(0, (low + high) / 2 - width / 2), y: 9, width: width,
      height: 20)
  }

  private static func words(_ share: Double, of shares: StripChart.Shares) -> String {
    if shares.isRough { return quarter(share) }
    guard shares.isTold else { return Words.whole(share) }
    return ToldShare(share).signs
  }

  /// A quarter of the answers, or two or three, as a sign.
  private static func quarter(_ share: Double) -> String {
    share < 40 ? "≤¼" : share < 60 ? "½" : "≥¾"
  }

  private func answers(_ shares: StripChart.Shares) -> [SVG] {
    guard case .diverging(let layout) = scale else { return [] }
    let (zero, unit) = (layout.zero, layout.unit)
    var drawn: [SVG] = []
    let bar = { (style: String, from: Double, share: Double) in
      share <= 0 ? nil : SVG.rect(style, x: from, y: 9, width: share * unit, height: 20)
    }
    drawn += [
      bar("f-amber3", zero - shares.low * unit, shares.low),
      bar("f-amber2", zero - shares.below * unit, shares.lowest),
      bar("f-blue3", zero, shares.high), bar("f-blue", zero + shares.high * unit, shares.highest),
    ].compactMap { $0 }
    drawn.append(SVG.line("zero", zero, 3, zero, 35))
    let words = { (share: Double) in Self.words(share, of: shares) }
    drawn.append(
      SVG.label(
        words(shares.below), x: zero - shares.below * unit - 1.2, y: 23.5, anchor: "end"))
    drawn.append(
      SVG.label(
        words(shares.above), x: zero + shares.above * unit + 1.2, y: 23.5, class: "tv"))
    guard layout.middle != nil else { return drawn }
    if shares.middle > 0 {
      drawn.append(
        SVG.rect("f-mid", x: layout.apart, y: 13, width: shares.middle * unit, height: 12))
    }
    drawn.append(
      SVG.label(words(shares.middle), x: layout.apart + shares.middle * unit + 1.2, y: 23.5))
    return drawn
  }
}
