/// What the survey says of a construct.
public struct SurveyFigure: Sendable, Hashable {
  /// The level, 0 to 100.
  public var score: Double
  /// What was averaged.
  public var weighting: ScoringRules.Weighting
  /// The respondents in it.
  public var n: Int
  /// Respondents left out for want of an organization.
  public var unplaced: Int
  /// Organizations stated among those in it.
  public var organizations: Int
  /// The sample sd over the respondents; nil for one.
  public var sd: Double?
  /// The 95 % interval, cut to 0..100.
  public var interval: Interval?
  /// Within-group agreement, r_wg(j), over all respondents of the case who answered every item.
  ///
  /// Nil for parents, for fewer than two such respondents, and where the items' scales differ.
  public var rwg: Double?
  /// Average deviation about the mean, in scale points, over the same respondents; nil as `rwg`.
  public var averageDeviation: Double?
  /// Respondents in it whose y is above 50.
  public var above: Int
  /// Respondents in it whose y is 50.
  public var middle: Int
  /// Respondents in it whose y is below 50.
  public var below: Int
  /// Of the answers that could have been given, how many were not; 0 for parents.
  ///
  /// Over all respondents of the case. What was not asked or does not apply could not be given.
  public var notAnswered: Int
  /// The answers that could have been given; 0 for parents.
  public var askable: Int
  /// How many answers each point of the scale got over the construct's items, lowest first.
  ///
  /// Over all respondents of the case, reversed items turned; empty for parents and where the items'
  /// scales differ.
  public var points: [Int]

  /// Creates a figure.
  public init(
    score: Double, weighting: ScoringRules.Weighting, n: Int, unplaced: Int, organizations: Int,
    sd: Double?, interval: Interval?, rwg: Double? = nil, averageDeviation: Double? = nil,
    above: Int = 0, middle: Int = 0, below: Int = 0, notAnswered: Int = 0, askable: Int = 0,
    points: [Int] = []
  ) {
    self.score = score
    self.weighting = weighting
    self.n = n
    self.unplaced = unplaced
    self.organizations = organizations
    self.sd = sd
    self.interval = interval
    self.rwg = rwg
    self.averageDeviation = averageDeviation
    self.above = above
    self.middle = middle
    self.below = below
    self.notAnswered = notAnswered
    self.askable = askable
    self.points = points
  }
}
