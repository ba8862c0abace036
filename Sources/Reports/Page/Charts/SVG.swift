/// An element of an SVG drawing; attributes and text are escaped when it is written.
struct SVG: Sendable, Hashable {
  /// A length: along a strip in per cent, down it in px.
  enum Length: Sendable, Hashable {
    case percent(Double)
    case px(Double)
  }

  /// The name of the element.
  var name: String
  /// Its attributes, in the order they are written.
  private(set) var attributes: [Attribute] = []
  /// What it holds.
  var children: [SVG] = []
  /// The text it holds, before its children.
  var text: String?
  /// How wide it is, in px; 0 for what is as wide as its place.
  var width = 0.0

  struct Attribute: Sendable, Hashable {
    var name: String
    var value: String
  }

  init(_ name: String, class style: String? = nil) {
    self.name = name
    if let style, !style.isEmpty { attributes.append(Attribute(name: "class", value: style)) }
  }

  /// The element with a further attribute.
  func with(_ name: String, _ value: String) -> SVG {
    var copy = self
    copy.attributes.append(Attribute(name: name, value: value))
    return copy
  }

  /// The element with a further length.
  func with(_ name: String, _ length: Length) -> SVG {
    switch length {
    case .percent(let number): with(name, Self.text(of: number) + "%")
    case .px(let number): with(name, Self.text(of: number))
    }
  }

  /// The element with a further length in px.
  func with(_ name: String, _ px: Double) -> SVG { with(name, .px(px)) }

  /// The drawing as markup.
  var markup: Markup {
    var out = ""
    write(to: &out)
    return Markup(written: out)
  }

  private func write(to out: inout String) {
    out += "<\(name)"
    for attribute in attributes {
      out += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
    }
    guard text != nil || !children.isEmpty else {
      out += "/>"
      return
    }
    out += ">"
    if let text { out += Self.escaped(text) }
    for child in children { child.write(to: &out) }
    out += "</\(name)>"
  }

  /// Text that cannot leave an attribute or an element.
  static func escaped(_ text: String) -> String {
    var out = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.unicodeScalars.append(character)
      }
    }
    return out
  }

  /// A number with two decimals at most, without trailing zeros.
  static func text(of number: Double) -> String {
    guard number.isFinite else { return "0" }
    let hundredths = Int((number * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0
      ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension SVG {
  /// A line between two points, in per cent across and px down.
  static func line(_ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> SVG {
    SVG("line", class: style).with("x1", .percent(x1)).with("x2", .percent(x2))
      .with("y1", y1).with("y2", y2)
  }

  /// A rectangle; negative widths are drawn as none.
  static func rect(_ style: String, x: Double, y: Double, width: Double, height: Double) -> SVG {
    SVG("rect", class: style).with("x", .percent(x)).with("width", .percent(max(0, width)))
      .with("y", y).with("height", height)
  }

  static func circle(_ style: String, x: Double, y: Double, r: Double) -> SVG {
    SVG("circle", class: style).with("cx", .percent(x)).with("cy", y).with("r", r)
  }

  static func label(
    _ text: String, x: Double, y: Double, anchor: String? = nil, class style: String? = nil
  ) -> SVG {
    var label = SVG("text", class: style).with("x", .percent(x)).with("y", y)
    if let anchor { label = label.with("text-anchor", anchor) }
    label.text = text
    return label
  }

  /// A strip: as wide as its cell, hidden from those who hear the page, for the row says it all.
  static func strip(height: Double, _ children: [SVG]) -> SVG {
    var svg = SVG("svg").with("height", height).with("aria-hidden", "true")
    svg.children = children
    return svg
  }
}
