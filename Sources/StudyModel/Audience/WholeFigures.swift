internal import Statistics

/// Figures as others than the researcher see them: whole numbers, shares without 0 and 100, intervals
/// of few as `about ±20`; of fewer than ten answers tens and quarters.
///
/// Exact means beside counts let single answers be worked out, and so do intervals. Of few answers even a
/// whole level with its interval and quarters leaves mostly one list of answers that fits. Scoring
/// specification, section 7.
enum WholeFigures {
  /// The whole number, half up, after rounding to nine decimals; -0 is 0.
  static func whole(_ value: Double) -> Double {
    let size = (NineDecimals.rounded(abs(value)) + 0.5 + 1e-9).rounded(.down)
    return value < 0 && size > 0 ? -size : size
  }

  /// A level, gap or change on so many answers: whole, of few to the next ten.
  static func level(_ value: Double, n: Int) -> Double {
    n < Limits.fewAnswers ? 10 * whole(value / 10) : whole(value)
  }

  /// To what a share of so many answers is rounded: where organizations weigh the same, whole per cents tell how many
  /// answered in each; elsewhere, of fewer than a hundred, they are counts.
  static func step(_ weighting: ScoringRules.Weighting, n: Int) -> Double {
    weighting == .organizations || n < Limits.answersForWholeShares ? 5 : 1
  }

  /// A share in per cent, 5 standing for 5 or less and 95 for 95 or more.
  static func share(_ percent: Double, step: Double = 1) -> Double {
    min(Limits.mostShare, max(Limits.leastShare, step * whole(percent / step)))
  }

  /// A share in per cent to the nearest quarter, 1 to 3: of few answers, none and all are not told.
  static func quarter(_ percent: Double) -> Int {
    min(3, max(1, Int((NineDecimals.rounded(percent) / 25).rounded())))
  }

  /// Shares by point as they are told, about the middle: to the next step, or of few answers in quarters.
  static func shares(_ points: [Double], isFew: Bool, step: Double) -> AnswerShares {
    guard isFew else { return .thirds(thirds(points, step: step)) }
    let thirds = AnswerShares.points(points).thirds
    let told = quarters([thirds.below, thirds.middle, thirds.above])
    return .quarters(below: told[0], middle: told[1], above: told[2])
  }

  /// Shares of one whole to the nearest quarter, 1 to 3, never more than the whole together: 1 is a quarter
  /// or less.
  ///
  /// Of those rounded up furthest the smallest is rounded down. Equal shares have equal words.
  static func quarters(_ percents: [Double]) -> [Int] {
    var told = percents.map(quarter)
    while told.reduce(0, +) > 4 {
      let raised = told.indices.filter { told[$0] > 0 }
      let excess = { (place: Int) in
        NineDecimals.rounded(Double(25 * told[place]) - percents[place])
      }
      guard let furthest = raised.map(excess).max() else { break }
      let next = raised.filter { excess($0) == furthest }
      let least = next.map { told[$0] }.min()
      for place in next where told[place] == least { told[place] -= 1 }
    }
    return told.map { max(1, $0) }
  }

  /// Shares below, at and above the middle as they are told; a middle there is none of is 0.
  private static func thirds(_ points: [Double], step: Double) -> AnswerShares.Thirds {
    let thirds = AnswerShares.points(points).thirds
    return AnswerShares.Thirds(
      below: share(thirds.below, step: step),
      middle: points.count.isMultiple(of: 2) ? 0 : share(thirds.middle, step: step),
      above: share(thirds.above, step: step))
  }

  /// An interval about a whole level.
  ///
  /// - Parameters:
  ///   - interval: The exact one, about the exact level.
  ///   - exact: The exact level.
  ///   - level: The level as it is shown.
  ///   - isRough: Whether few stand behind it, so that only its half width to the next five is told.
  ///   - least: The least half width that is told then.
  ///   - limits: Where it ends; nil for gaps and changes.
  /// - Returns: As much of it as is told; nil where there is none. Where few stand behind a level that
  ///   has none, all of them being alike, that is not told either.
  static func interval(
    _ interval: Interval?, about exact: Double, shownAs level: Double, isRough: Bool,
    least: Double = 5, limits: ClosedRange<Double>?
  ) -> Interval? {
    guard isRough else {
      return interval.map { Interval(low: whole($0.low), high: whole($0.high)) }
    }
    let half = interval.map { max(exact - $0.low, $0.high - exact) } ?? 0
    return about(level, half: max(least, half), limits: limits)
  }

  /// The interval about a level that tells nothing but how many stand behind it: that of so many answers spread
  /// evenly over the scale, whose standard deviation is its length by the root of 12.
  ///
  /// Their own would, with the level, leave only few lists of answers or, beside lists that are told, say who gave
  /// which two of them.
  static func interval(byNumber n: Int, about level: Double, limits: ClosedRange<Double>?)
    -> Interval?
  {
    guard n > 1, let t = StudentT.quantile(0.975, degreesOfFreedom: Double(n - 1)) else {
      return nil
    }
    return about(level, half: t * 100 / (12 * Double(n)).squareRoot(), limits: limits)
  }

  /// The interval of a share as it is told, on so many answers: it holds those of all shares that are told
  /// so, and ends, as shares do, at 5 or less and at 95 or more.
  ///
  /// That of the exact share would tell which of them it is.
  static func interval(of share: SeenShare, n: Int) -> Interval? {
    switch share {
    case .quarter:
      let exact = share.percent / 100
      return WilsonInterval.shares(exact...exact, of: n).map { range in
        let half = max(exact - range.lowerBound, range.upperBound - exact)
        return about(share.percent, half: 100 * half, limits: 0...100)
      }
    case .percent(let percent, let step):
      let least = percent <= Limits.leastShare ? 0 : percent - step / 2
      let most = percent >= Limits.mostShare ? 100 : percent + step / 2
      return WilsonInterval.shares((least / 100)...(most / 100), of: n).map { range in
        Interval(
          low: self.share((100 * range.lowerBound).rounded(.down)),
          high: self.share((100 * range.upperBound).rounded(.up)))
      }
    }
  }

  /// An interval of which only half the width is told, to the next five.
  private static func about(
    _ level: Double, half: Double, limits: ClosedRange<Double>?
  ) -> Interval {
    let wide = max(5, (NineDecimals.rounded(half) / 5).rounded(.up) * 5)
    let ends = limits ?? (-.infinity)...(.infinity)
    return Interval(
      low: max(ends.lowerBound, level - wide), high: min(ends.upperBound, level + wide),
      about: Int(wide))
  }
}
