internal import Statistics

/// The share of respondents who lie above the middle of a construct's scale, as far as its reader is told it.
///
/// Of a construct of one item these are the people who agree with it.
public struct ShareAbove: Sendable, Hashable {
  /// The share, in per cent.
  public let percent: Double
  /// Its interval, in per cent; nil where none is told.
  public let interval: Interval?
  /// How many of how many; nil where that is not told.
  public let count: Count?
  /// The share as it is told to others than the researcher.
  public let told: SeenShare?

  /// So many of so many respondents.
  public struct Count: Sendable, Hashable {
    /// Those above the middle.
    public let part: Int
    /// All of them.
    public let all: Int
  }

  /// The share that a figure holds; nil for one without answers, or told in words.
  public init?(_ figure: SurveyFigure) {
    switch figure.answers {
    case .told(let answers):
      guard let above = answers.above else { return nil }
      (told, count) = (above, nil)
      percent = above.percent
      interval = answers.aboveInterval
    case .counted(let counts):
      let all = counts.above + counts.middle + counts.below
      guard all > 0 else { return nil }
      (told, count) = (nil, Count(part: counts.above, all: all))
      percent = 100 * Double(counts.above) / Double(all)
      interval = WilsonInterval.share(successes: counts.above, of: all).map {
        Interval(low: 100 * $0.lowerBound, high: 100 * $0.upperBound)
      }
    }
  }

  /// `39%`, or as much as is told.
  public var words: String {
    switch told {
    case .quarter(let quarter): AnswerShares.words(quarter)
    case .percent(let percent, _): ToldShare(percent).words(unit: "%")
    case nil: Words.whole(percent) + "%"
    }
  }

  /// The same in signs, where there is little room for words: `¼ or less`.
  public var signs: String {
    guard case .quarter(let quarter) = told else { return words }
    return switch quarter {
    case ...1: "¼ or less"
    case 2: "about ½"
    default: "¾ or more"
    }
  }

  /// `15% to 28%`, or as much as is told; nil without an interval.
  public var range: String? {
    guard let interval else { return nil }
    guard interval.about == nil else { return Words.interval(interval) }
    guard told != nil else {
      return "\(Words.whole(interval.low))% to \(Words.whole(interval.high))%"
    }
    return [interval.low, interval.high].map { ToldShare($0).words(unit: "%") }
      .joined(separator: " to ")
  }

  /// The interval as it is drawn and reckoned with: 5 or less begins at 0, and 95 or more ends at 100.
  public var drawn: Interval? {
    guard told != nil, let interval, interval.about == nil else { return interval }
    return Interval(
      low: interval.low <= Limits.leastShare ? 0 : interval.low,
      high: interval.high >= Limits.mostShare ? 100 : interval.high)
  }

  /// Whether what is told may stand for another share.
  public var isRough: Bool {
    switch told {
    case .quarter: true
    case .percent(let percent, let step): step > 1 || ToldShare(percent).isRough
    case nil: false
    }
  }

  /// How far from it the share may be for which it stands, in per cent, but at its ends.
  var reach: Double { isQuarter ? 12.5 : step / 2 }

  /// To what it is rounded, in per cent: 1 where it is exact or whole.
  public var step: Double { if case .percent(_, let step) = told { step } else { 1 } }

  /// Whether it stands for less or more, too.
  public var isAtEnd: Bool {
    if case .percent(let percent, _) = told { ToldShare(percent).isRough } else { false }
  }

  /// Whether it is told to the nearest quarter alone.
  public var isQuarter: Bool { if case .quarter = told { true } else { false } }

  /// The interval that a loss may be reckoned from: none of what is told to the nearest quarter, or with the
  /// width of its interval alone.
  var reckoned: ClosedRange<Double>? {
    guard !isQuarter, let drawn, drawn.about == nil else { return nil }
    return min(drawn.low, percent)...max(drawn.high, percent)
  }
}
