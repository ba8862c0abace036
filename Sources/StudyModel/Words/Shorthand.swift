/// What stands in a table in place of a figure, in the shorthand that official statistics use.
///
/// Source: Government Analysis Function, "Symbols in tables", gov.uk; `[p]` is our own, for alpha that is
/// low though coders seldom differ.
public enum Shorthand {
  /// Hidden, so that nobody can be identified.
  public static let hidden = "[c]"
  /// Not available: there is no such figure.
  public static let notAvailable = "[x]"
  /// Not asked, or it does not apply.
  public static let notApplicable = "[z]"
  /// Too few to lean on.
  public static let unreliable = "[u]"

  /// Whether a text stands in place of a figure.
  public static func stands(in text: String) -> Bool { text.hasPrefix("[") }
}
