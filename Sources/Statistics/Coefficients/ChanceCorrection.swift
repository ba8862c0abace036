/// The form all chance-corrected measures share, and the variance Gwet gives for his family.
enum ChanceCorrection {
  /// (po - pe)/(1 - pe), undefined where pe is 1.
  static func value(observed: Double, expected: Double) -> Double? {
    expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// What every corrected figure over any number of coders needs, or the reason it is missing.
  static func obstacle(_ counts: RatingCounts) -> UndefinedReason? {
    if counts.coderCount < 2 { return .tooFewCoders(needed: 2, found: counts.coderCount) }
    if counts.pairableUnitCount == 0 { return .noPairableUnit }
    return counts.categoryCount < 2 ? .oneDeclaredCategory : nil
  }

  /// A figure of Gwet's family with the standard error over units and its t interval.
  ///
  /// The standard error takes units as a random sample and coders as fixed; the interval has
  /// n - 1 degrees of freedom and its upper end is held at 1. One unit has neither.
  ///
  /// - Parameters:
  ///   - counts: The ratings.
  ///   - weights: Credit for near agreement.
  ///   - expected: The agreement expected by chance, pe.
  ///   - confidence: The interval's coverage.
  ///   - unitExpected: What a unit of a pattern contributes to pe; nil where pe is fixed.
  /// - Returns: The figure.
  ///
  /// > Reference: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61,
  /// > 29-48; Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 5.
  static func figure(
    _ counts: RatingCounts, weights: AgreementWeights, expected: Double, confidence: Double,
    unitExpected: ((Int) -> Double)?
  ) -> Figure {
    let observed = PercentAgreement.figure(counts, weights: weights).value ?? 0
    guard let value = value(observed: observed, expected: expected) else {
      return .undefined(
        .expectedAgreementIsOne, observed: observed, expected: expected, n: counts.ratedUnitCount)
    }
    let n = Double(counts.ratedUnitCount)
    var error: Double?
    if counts.ratedUnitCount > 1 {
      let scale = n / Double(counts.pairableUnitCount)
      var sum = 0.0
      for pattern in 0..<counts.patternCount {
        let pairable = counts.sizes[pattern] > 1
        let agreement = counts.pairAgreement(pattern, weights: weights)
        var term = scale * (agreement - (pairable ? expected : 0)) / (1 - expected)
        if let unitExpected {
          term -= 2 * (1 - value) * (unitExpected(pattern) - expected) / (1 - expected)
        }
        sum += (term - value) * (term - value) * Double(counts.multiplicities[pattern])
      }
      error = (sum / (n * (n - 1))).squareRoot()
    }
    return .defined(
      value, observed: observed, expected: expected, standardError: error,
      interval: interval(value, error, units: counts.ratedUnitCount, confidence),
      n: counts.ratedUnitCount)
  }

  /// value ± t(n - 1) · error, the upper end held at 1; nil without an error.
  static func interval(
    _ value: Double, _ error: Double?, units: Int, _ confidence: Double
  ) -> ClosedRange<Double>? {
    guard let error, confidence > 0, confidence < 1,
      let t = StudentT.quantile(
        1 - (1 - confidence) / 2, degreesOfFreedom: Double(units - 1))
    else { return nil }
    // Rounding may leave the value a hair above 1.
    let high = max(min(value + t * error, 1), value - t * error)
    return (value - t * error)...high
  }
}
