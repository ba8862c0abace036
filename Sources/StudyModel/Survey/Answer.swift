/// How an answer is held: one signed byte an item, the lowest values being kinds of missing.
public enum Answer {
  /// Asked, and nothing ticked.
  public static let notAnswered: Int8 = -128
  /// The questionnaire version, or the audience, does not have the item.
  public static let notAsked: Int8 = -127
  /// Refused, or "does not know".
  public static let refused: Int8 = -126
  /// "Does not apply".
  public static let notApplicable: Int8 = -125

  /// Whether a byte stands for a kind of missing: everything up to -120.
  @inlinable
  public static func isMissing(_ byte: Int8) -> Bool { byte <= -120 }
}
