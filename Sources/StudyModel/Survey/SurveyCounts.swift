extension SurveyFigure {
  /// How the answers behind a figure lie, exactly.
  public struct Counts: Sendable, Hashable {
    /// Respondents left out for want of an organization.
    public var unplaced: Int
    /// The sample sd over the respondents; nil for one.
    public var sd: Double?
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

    /// Creates counts.
    public init(
      unplaced: Int = 0, sd: Double? = nil, rwg: Double? = nil, averageDeviation: Double? = nil,
      above: Int = 0, middle: Int = 0, below: Int = 0, notAnswered: Int = 0, askable: Int = 0,
      points: [Int] = []
    ) {
      self.unplaced = unplaced
      self.sd = sd
      self.rwg = rwg
      self.averageDeviation = averageDeviation
      self.above = above
      self.middle = middle
      self.below = below
      self.notAnswered = notAnswered
      self.askable = askable
      self.points = points
    }

    /// Per cent of the answers at each point; nil where the items' scales differ, and for parents.
    var shares: AnswerShares? {
      let all = points.reduce(0, +)
      return all > 0 && points.count > 1
        ? .points(points.map { 100 * Double($0) / Double(all) }) : nil
    }
  }
}
