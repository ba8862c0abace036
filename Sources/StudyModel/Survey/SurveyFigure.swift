/// What the survey says of a construct.
public struct SurveyFigure: Sendable, Hashable {
  /// How much of how the answers lie its reader is told.
  public enum Answers: Sendable, Hashable {
    /// All of it: to the researcher.
    case counted(Counts)
    /// As much as others may be told.
    case told(ToldAnswers)
  }

  /// How answers lie about the middle, as others than the researcher are told it; nil where what nearly all
  /// say is told in words.
  public struct ToldAnswers: Sendable, Hashable {
    /// The shares of the answers; nil where the items' scales differ, and for parents.
    public var shares: AnswerShares?
    /// The share of respondents above the middle.
    public var above: SeenShare?
    /// Its interval, in per cent.
    public var aboveInterval: Interval?
  }

  /// The level, 0 to 100.
  public var score: Double
  /// What was averaged.
  public var weighting: ScoringRules.Weighting
  /// The respondents in it.
  public var n: Int
  /// As how many they count, as they weigh, rounded down.
  ///
  /// As many as they are, or fewer where organizations weigh the same and some have more respondents than others. By
  /// this number it goes how much others are told of the figure.
  var heads: Int
  /// Whether nothing of a single organization follows from how their means spread; see
  /// ``AnswerWeights/hidesEach(least:)``.
  var hidesEach = true
  /// Organizations stated among those in it.
  public var organizations: Int
  /// The 95 % interval, cut to 0..100.
  public var interval: Interval?
  /// How much its reader is told of how the answers lie.
  public var answers: Answers

  /// Creates a figure.
  public init(
    score: Double, weighting: ScoringRules.Weighting, n: Int, organizations: Int,
    interval: Interval?, answers: Answers
  ) {
    self.score = score
    self.weighting = weighting
    self.n = n
    heads = n
    self.organizations = organizations
    self.interval = interval
    self.answers = answers
  }

  /// How many were averaged: organizations, or respondents.
  public var units: Int { weighting == .organizations ? organizations : n }

  /// What was counted; nil where it is hidden.
  public var counts: Counts? {
    if case .counted(let counts) = answers { counts } else { nil }
  }

  /// What others than the researcher are told of the answers; nil for the researcher.
  public var told: ToldAnswers? {
    if case .told(let told) = answers { told } else { nil }
  }

  /// The shares of the answers; nil where the items' scales differ, and for parents.
  public var shares: AnswerShares? {
    switch answers {
    case .counted(let counts): counts.shares
    case .told(let told): told.shares
    }
  }

  /// The shares of the answers below the middle of the scale, at it and above it; nil as ``shares``.
  public var thirds: AnswerShares.Thirds? { shares?.thirds }
}
