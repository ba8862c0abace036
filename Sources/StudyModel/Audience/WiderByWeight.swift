/// What it costs a figure told to others that organizations weigh the same.
extension SurveyFigure {
  /// Half the width of its interval as it is told, and what it would be if each of its respondents weighed the same.
  public struct WiderByWeight: Sendable, Hashable {
    /// As it is told, in points.
    public let told: Int
    /// With respondents of equal weight.
    public let byRespondents: Int
  }

  /// How much wider its interval is; nil where it is no wider, and for the researcher, who is told its own.
  public var widerByWeight: WiderByWeight? {
    guard weighting == .organizations, n >= Limits.fewAnswers, let own = interval?.about,
      let equal = WholeFigures.interval(byNumber: n, about: score, limits: 0...100)?.about,
      own > equal
    else { return nil }
    return WiderByWeight(told: own, byRespondents: equal)
  }
}
