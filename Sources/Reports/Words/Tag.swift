import StudyModel

/// A word set apart.
public struct Tag: Sendable, Hashable {
  /// How it is coloured; the word itself says what it means.
  public enum Tone: String, Sendable, Hashable {
    case plain, agrees, warns
  }

  /// The word.
  public var text: String
  /// The colour.
  public var tone: Tone = .plain
  /// Whether it says that what would stand here is hidden.
  public var isHidden = false

  /// That what would stand here is hidden.
  static let hidden = Tag(text: Shorthand.saidHidden, isHidden: true)
}
