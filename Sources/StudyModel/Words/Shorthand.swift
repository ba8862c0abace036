/// What stands in a table in place of a figure, in the shorthand that official statistics use.
///
/// Source: Government Analysis Function, "Symbols in tables", gov.uk.
public enum Shorthand: String, Sendable, Hashable, CaseIterable {
  /// Hidden, so that nobody can be identified.
  case hidden = "[c]"
  /// Not available: there is no such figure.
  case notAvailable = "[x]"
  /// Not asked, or it does not apply.
  case notApplicable = "[z]"
  /// Too few to lean on.
  case unreliable = "[u]"

  /// What it means, in a few words.
  public var meaning: String {
    switch self {
    case .hidden: "hidden"
    case .notAvailable: "not available"
    case .notApplicable: "not asked or does not apply"
    case .unreliable: "too few to lean on"
    }
  }

  /// The mark before what it means, as a key has it: `[c] hidden`.
  public var key: String { "\(rawValue) \(meaning)" }

  /// The mark after words that say what is meant here: `not known [x]`.
  public func after(_ words: String) -> String { "\(words) \(rawValue)" }

  /// How it is written in words that something is hidden: `hidden [c]`.
  public static let saidHidden = hidden.after(hidden.meaning)
}
