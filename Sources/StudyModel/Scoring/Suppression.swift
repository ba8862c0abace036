/// Which figures of constructs are hidden from a reader, so that nobody can be made out; empty for the
/// researcher.
///
/// Numbers that are hidden say so where they stand.
public struct Suppression: Sendable, Hashable {
  /// Constructs whose survey figure is hidden.
  public var survey: Set<String> = []
  /// Forms of value whose gap is hidden.
  public var gaps: Set<String> = []
  /// Constructs whose change since the phase before is hidden in the survey.
  public var changes: Set<String> = []
  /// Constructs whose level is told in words, for nearly all answered alike.
  public var alike: [String: Alike] = [:]
  /// Whether interviewees who are too few for numbers agreed that presence is told in words.
  public var hasAgreed = false
  /// What a passage may be coded with to be quoted: that of which a word or a wish is told.
  ///
  /// Empty for the researcher, who may quote everything.
  public var quotable: Set<QuoteMark> = []

  /// Hides nothing.
  public init() {}

  /// Whether no figure is hidden; what nearly all say is told, in words.
  public var isEmpty: Bool { survey.isEmpty && gaps.isEmpty && changes.isEmpty }
}
