/// Markup that was written by this program and is not escaped again.
///
/// The only way for raw markup into a template; it is made by the SVG writer and the style sheet.
public struct Markup: Sendable, Hashable, CustomStringConvertible {
  /// The markup.
  public let description: String

  /// Takes what the program itself has written.
  init(written: String) {
    description = written
  }

  /// The names under which templates may ask for markup, with three braces.
  static let names: Set<String> = ["drawing", "style", "pageLabel"]

  /// Text as it may stand inside a string of a style sheet.
  static func cssString(_ text: String) -> Markup {
    var out = ""
    for scalar in text.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || " .,:;–-()".unicodeScalars.contains(scalar)
      out += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return Markup(written: out)
  }
}
