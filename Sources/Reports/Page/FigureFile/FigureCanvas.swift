import StudyModel

/// A sheet on which a figure is set from top to bottom: words that break, rows, and what is drawn in them.
struct FigureCanvas {
  /// A little wider than a page of A4 between its margins at 96 px to the inch: bars need room beside their words.
  static let width = 800.0
  static let margin = 16.0
  /// The width between the margins.
  static let inner = width - 2 * margin

  /// How words are set.
  enum Style: String {
    case title = "ft"
    case subtitle = "fs"
    case label = "lab"
    case value = "val"
    case strong, small, head

    var size: Double {
      switch self {
      case .title: 16
      case .label, .value, .strong: 14
      case .subtitle: 13
      case .small, .head: 12
      }
    }

    var isBold: Bool {
      switch self {
      case .title, .label, .strong, .head: true
      case .subtitle, .value, .small: false
      }
    }

    /// From one line to the next.
    var step: Double { (size * 1.32).rounded() }

    /// The width of words in px.
    func width(_ text: String) -> Double {
      TextWidth.of(text, size: size, isBold: isBold).rounded(.up)
    }
  }

  /// To which side words keep.
  enum Side: String {
    case left = "start"
    case right = "end"
  }

  /// Where the next line begins.
  private(set) var y = margin
  private var drawn: [SVG] = []

  mutating func skip(_ height: Double) { y += height }

  mutating func put(_ drawing: SVG) { drawn.append(drawing) }

  /// Sets words over the whole width, below what there is.
  mutating func say(_ text: String, _ style: Style) {
    y += set(text, style, x: Self.margin, y: y, width: Self.inner)
  }

  /// Sets words at a place, broken where they do not fit.
  ///
  /// - Returns: How high they are.
  @discardableResult
  mutating func set(
    _ text: String, _ style: Style, x: Double, y: Double, width: Double, side: Side = .left
  ) -> Double {
    let lines = Self.lines(text, style, width: width)
    for (place, line) in lines.enumerated() {
      var words = SVG("text", class: style.rawValue).with("x", x)
        .with("y", y + style.size + Double(place) * style.step)
        .with("text-anchor", side.rawValue)
      words.text = line
      drawn.append(words)
    }
    return Double(lines.count) * style.step
  }

  static func lines(_ text: String, _ style: Style, width: Double) -> [String] {
    TextWidth.lines(text, width: width, size: style.size, isBold: style.isBold)
  }

  static func height(_ text: String?, _ style: Style, width: Double) -> Double {
    text.map { Double(lines($0, style, width: width).count) * style.step } ?? 0
  }

  /// A line over the whole width.
  mutating func rule(_ style: String = "rule", at y: Double) {
    drawn.append(
      SVG("line", class: style).with("x1", Self.margin).with("x2", Self.width - Self.margin)
        .with("y1", y).with("y2", y))
  }

  /// A drawing whose places are in per cent of its width, at a place of its own.
  mutating func place(_ drawing: SVG, x: Double, y: Double, width: Double) {
    drawn.append(
      drawing.with("x", x).with("y", y).with("width", width).with("overflow", "visible"))
  }

  /// The key, as many entries in a line as there is room for.
  mutating func draw(key: [KeyEntry]) {
    guard !key.isEmpty else { return }
    let height = 22.0
    var x = Self.margin
    for entry in key {
      let mark = KeyDrawing.drawing(entry.mark)
      let room = mark.map { $0.width + 8 } ?? 0
      let words = Style.small.width(entry.meaning)
      if x > Self.margin, x + room + words > Self.width - Self.margin {
        x = Self.margin
        y += height
      }
      if let mark { put(mark.with("x", x).with("y", y + 2).with("overflow", "visible")) }
      set(entry.meaning, .small, x: x + room, y: y, width: Self.inner)
      x += room + words + 22
    }
    y += height + 6
  }

  /// All of it as a document that stands by itself.
  func document(title: String, style: String) -> SVG {
    var svg = SVG("svg").with("xmlns", "http://www.w3.org/2000/svg").with("version", "1.1")
      .with("width", Self.width).with("height", y + Self.margin)
      .with("viewBox", "0 0 \(SVG.text(of: Self.width)) \(SVG.text(of: y + Self.margin))")
      .with("role", "img").with("aria-labelledby", "title")
    var name = SVG("title").with("id", "title")
    name.text = title
    var rules = SVG("style")
    rules.text = style
    var hatch = SVG("pattern").with("id", "hx").with("width", 7).with("height", 7)
      .with("patternUnits", "userSpaceOnUse").with("patternTransform", "rotate(45)")
    hatch.children = [
      SVG("line", class: "hatchline").with("x1", 0).with("y1", 0).with("x2", 0).with("y2", 7)
    ]
    var definitions = SVG("defs")
    definitions.children = [hatch]
    var strips = SVG("g", class: "strips")
    strips.children = drawn
    svg.children = [
      name, rules, definitions,
      SVG("rect", class: "paper").with("width", Self.width).with("height", y + Self.margin), strips,
    ]
    return svg
  }
}
