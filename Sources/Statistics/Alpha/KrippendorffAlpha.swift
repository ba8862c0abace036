/// Krippendorff's alpha: any number of coders, any metric, missing ratings, small samples.
///
/// alpha = 1 - Do/De over pairable ratings, those of units with two or more. Categories nobody used
/// change nothing. At most 1; the lowest possible value is above -1 for small data (two coders who
/// swap two labels: -0.5).
///
/// > Reference: Krippendorff (2011), Computing Krippendorff's alpha-reliability, Annenberg working
/// > paper 43; Krippendorff (2004), Content Analysis, 2nd ed., ch. 11.
public enum KrippendorffAlpha {
  /// Alpha, with observed disagreement Do and expected disagreement De as its parts.
  ///
  /// The count is the number of pairable ratings. For nominal, interval and ratio metrics the
  /// standard error over units is Gwet's, with a t interval; prefer ``bootstrap(_:metric:plan:)``.
  /// Undefined where no unit has two ratings, one category is declared, all pairable ratings are
  /// equal, or the metric lacks a number it needs.
  ///
  /// > Reference: standard error: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., as in
  /// > irrCAC's `krippen.alpha.raw`.
  public static func figure(
    _ counts: RatingCounts, metric: AlphaMetric = .nominal, confidence: Double = 0.95
  ) -> Figure {
    let n = counts.pairableValueCount
    switch Self.parts(counts, metric) {
    case .failure(let obstacle):
      // Do stays 0 where nothing varies; other reasons have no disagreement to show.
      let observed = obstacle.reason == .noExpectedDisagreement ? 0.0 : nil
      return .undefined(obstacle.reason, observed: observed, expected: observed, n: n)
    case .success(let parts):
      let value = 1 - parts.observed / parts.expected
      let error = GwetAlphaError.standardError(counts, parts, metric)
      return .defined(
        value, observed: parts.observed, expected: parts.expected, standardError: error,
        interval: ChanceCorrection.interval(
          value, error, units: counts.pairableUnitCount, confidence),
        n: n)
    }
  }

  /// Do, De and what they were computed from.
  struct Parts {
    let observed: Double
    let expected: Double
    let margins: [Int]
    let distance: AlphaDistance
    /// Per pattern, its disagreement.
    let disagreements: [Double]
  }

  static func parts(
    _ counts: RatingCounts, _ metric: AlphaMetric
  ) -> Result<Parts, AlphaObstacle> {
    if let obstacle = ChanceCorrection.obstacle(counts) { return .failure(AlphaObstacle(obstacle)) }
    let margins = counts.pairableMargins
    let distance: AlphaDistance
    switch AlphaDistance.make(metric, margins: margins) {
    case .failure(let obstacle): return .failure(obstacle)
    case .success(let made): distance = made
    }
    let n = Double(counts.pairableValueCount)
    let expected = distance.total(margins) / (n * (n - 1))
    guard expected > 0, !counts.isWithoutVariation else {
      return .failure(AlphaObstacle(.noExpectedDisagreement))
    }
    let disagreements = (0..<counts.patternCount).map { counts.disagreement($0, distance) }
    var observed = 0.0
    for pattern in 0..<counts.patternCount {
      observed += disagreements[pattern] * Double(counts.multiplicities[pattern])
    }
    return .success(
      Parts(
        observed: observed / n, expected: expected, margins: margins, distance: distance,
        disagreements: disagreements))
  }
}
