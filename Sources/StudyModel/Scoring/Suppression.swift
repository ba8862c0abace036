/// What is hidden from a reader, so that nobody can be made out; empty for the researcher.
public struct Suppression: Sendable, Hashable {
  /// Constructs whose survey figure is hidden.
  public var survey: Set<String> = []
  /// Forms of value whose gap is hidden.
  public var gaps: Set<String> = []
  /// Constructs whose change since the phase before is hidden in the survey.
  public var changes: Set<String> = []
  /// Constructs whose level is told in words, for nearly all answered alike.
  public var alike: [String: Alike] = [:]
  /// Whether the interviews enter no figure: there are too few interviewees.
  public var interviewNumbers = false
  /// Whether those few interviewees agreed that presence is told in words.
  public var hasAgreed = false
  /// What a passage may be coded with to be quoted: that of which a word or a wish is told.
  ///
  /// Empty for the researcher, who may quote everything.
  public var quotable: Set<QuoteMark> = []
  /// Whether the numbers of responses and organizations are hidden.
  public var responses = false

  /// Hides nothing.
  public init() {}

  /// Whether anything is hidden.
  public var isEmpty: Bool {
    survey.isEmpty && gaps.isEmpty && changes.isEmpty && !interviewNumbers && !responses
  }
}
