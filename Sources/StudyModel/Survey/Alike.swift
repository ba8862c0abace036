/// What nearly all respondents answered, where that is told in words in place of a level.
public enum Alike: String, Sendable, Hashable, CaseIterable {
  case disagree = "nearly all disagree"
  case tendToDisagree = "nearly all tend to disagree"
  case between = "nearly all are in between"
  case tendToAgree = "nearly all tend to agree"
  case agree = "nearly all agree"

  /// The word for a level.
  init(level: Double) {
    let value = NineDecimals.rounded(level)
    self =
      value <= 25
      ? .disagree
      : value < 50 ? .tendToDisagree : value == 50 ? .between : value < 75 ? .tendToAgree : .agree
  }

  /// The levels that the word covers.
  public var range: ClosedRange<Double> {
    switch self {
    case .disagree: 0...25
    case .tendToDisagree: 25...50
    case .between: 50...50
    case .tendToAgree: 50...75
    case .agree: 75...100
    }
  }

  /// The level that stands for the word where scores are formed: the middle of those it covers.
  var level: Double {
    switch self {
    case .disagree: 12.5
    case .tendToDisagree: 37.5
    case .between: 50
    case .tendToAgree: 62.5
    case .agree: 87.5
    }
  }
}
