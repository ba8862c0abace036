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
  /// The shares of the answers as others than the researcher are told them; see ``shares``.
  var seenShares: AnswerShares?
  /// The shares below, at and above the middle as others are told them; see ``thirds``.
  var seenThirds: AnswerShares.Thirds?
  /// The share of respondents above the middle as others are told it; nil for the researcher, who has
  /// `above`.
  public var seenAbove: SeenShare?
  /// The interval of `seenAbove`, in per cent.
  public var seenAboveInterval: Interval?

  /// The shares of the answers; nil where the items' scales differ, and for parents.
  public var shares: AnswerShares? {
    if let seenShares { return seenShares }
    let all = points.reduce(0, +)
    return all > 0 && points.count > 1
      ? .points(points.map { 100 * Double($0) / Double(all) }) : nil
  }

  /// The shares of the answers below the middle of the scale, at it and above it; nil as ``shares``.
  public var thirds: AnswerShares.Thirds? { seenThirds ?? shares?.thirds }

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
