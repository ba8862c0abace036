internal import Statistics

/// How much the survey level of a construct changed from one phase to the next.
///
/// Scoring specification, section 9.
public struct SurveyChange: Sendable, Hashable {
  /// Who was compared with themselves.
  public enum Pairing: String, Sendable, Hashable {
    /// Organizations that answered in both phases: each by those of its respondents who did, or, where
    /// nobody did, by the means of whoever answered.
    case organizations
    /// Respondents who answered in both, by their tokens.
    case respondents
    /// Nobody: the difference of the two levels, of which chance in who answered is a part.
    case none = "not paired"
  }

  /// The least pairs a change is formed from; with fewer there is no interval to read it by.
  static let leastPairs = 3

  /// Later minus earlier, in points of 0 to 100: the mean of the pairs' differences, or the
  /// difference of the levels.
  public var change: Double
  /// Student's 95 % interval over the pairs; nil where not paired, or where all changed alike.
  public var interval: Interval?
  /// Who was compared.
  public var pairing: Pairing
  /// How many pairs there are; 0 where not paired.
  public var n: Int
  /// Of organizations that are compared, in how many respondents are compared with themselves; nil of other
  /// pairings, and for others than the researcher, to whom it would tell of few.
  public var byToken: Int?

  /// Whether 0 lies strictly outside the interval; nil without one.
  public var clear: Bool? { interval.map(\.excludesZero) }

  /// Creates a change.
  public init(
    change: Double, interval: Interval?, pairing: Pairing, n: Int, byToken: Int? = nil
  ) {
    self.change = change
    self.interval = interval
    self.pairing = pairing
    self.n = n
    self.byToken = byToken
  }

  /// A change from the pairs' differences; nil with fewer than three.
  init?(differences: Moments, pairing: Pairing, byToken: Int? = nil) {
    guard differences.count >= Self.leastPairs, let mean = differences.mean else { return nil }
    self.init(
      change: mean,
      interval: SurveyMean.interval(
        mean, deviation: differences.sampleStandardDeviation, of: differences.count,
        atLeast: Self.leastPairs),
      pairing: pairing, n: differences.count, byToken: byToken)
  }

  /// The difference of two levels, nobody being compared with themselves.
  init(from before: SurveyFigure, to after: SurveyFigure) {
    self.init(
      change: after.score - before.score, interval: nil, pairing: .none, n: 0)
  }
}
