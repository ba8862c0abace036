/// Fleiss' kappa for any number of coders; with two it equals Scott's pi, not Cohen's kappa.
public enum FleissKappa {
  /// The classical kappa, for units with the same number m of ratings each.
  ///
  /// pe = Σ p_k² with p_k the pooled shares. Units without ratings are left out. At most 1. The
  /// null standard error is that of Fleiss, Nee & Landis, for the test of 0 only. Undefined where
  /// the numbers of ratings differ (see ``gwet(_:weights:confidence:)``), each unit has one
  /// rating, one category is declared, or all ratings are equal.
  ///
  /// > Reference: Fleiss (1971), Psychological Bulletin 76, 378-382; Fleiss, Nee & Landis (1979),
  /// > Psychological Bulletin 86, 974-977, equation 12.
  public static func classical(_ counts: RatingCounts) -> Figure {
    if let obstacle = obstacle(counts) { return .undefined(obstacle, n: counts.ratedUnitCount) }
    let observed = PercentAgreement.figure(counts).value ?? 0
    let shares = pooledShares(counts)
    let expected = shares.reduce(0) { $0 + $1 * $1 }
    guard !counts.isWithoutVariation,
      let value = ChanceCorrection.value(observed: observed, expected: expected)
    else {
      return .undefined(
        .expectedAgreementIsOne, observed: observed, expected: 1, n: counts.ratedUnitCount)
    }
    let m = Double(counts.sizes.first ?? 0)
    let s = shares.reduce(0) { $0 + $1 * (1 - $1) }
    let cubic = shares.reduce(0) { $0 + $1 * (1 - $1) * (1 - 2 * $1) }
    let error =
      (2 * (s * s - cubic)).squareRoot()
      / (s * (Double(counts.ratedUnitCount) * m * (m - 1)).squareRoot())
    return .defined(
      value, observed: observed, expected: expected, nullStandardError: error,
      n: counts.ratedUnitCount)
  }

  /// Per declared category, kappa of this category against all others together.
  ///
  /// 1 - Σ_i r_ik (m - r_ik) / (N m (m - 1) p_k (1 - p_k)). Undefined for a category never or
  /// always used, and wherever ``classical(_:)`` lacks equal numbers of ratings.
  ///
  /// > Reference: Fleiss (1971), Psychological Bulletin 76, 378-382, equation 11.
  public static func byCategory(_ counts: RatingCounts) -> [Figure] {
    if let obstacle = obstacle(counts) {
      return (0..<counts.categoryCount).map { _ in .undefined(obstacle) }
    }
    let m = counts.sizes.first ?? 0
    var apart = [Int](repeating: 0, count: counts.categoryCount)
    for pattern in 0..<counts.patternCount {
      for entry in counts.entries(pattern) {
        let tally = counts.tallies[entry]
        apart[counts.members[entry]] += tally * (m - tally) * counts.multiplicities[pattern]
      }
    }
    let n = counts.ratedUnitCount
    return zip(apart, counts.pairableMargins).map { apart, margin in
      guard margin > 0, margin < n * m else { return .undefined(.expectedAgreementIsOne, n: n) }
      let share = Double(margin) / Double(n * m)
      let pairs = Double(n) * Double(m) * Double(m - 1)
      return .defined(1 - Double(apart) / (pairs * share * (1 - share)), n: n)
    }
  }

  /// Kappa in Gwet's form, which allows missing ratings and weights.
  ///
  /// pe = Σ w_kl π_k π_l with π_k the mean over units of the share of ratings in k. Equals the
  /// classical kappa on complete data. Standard error and t interval over units. Undefined where
  /// no unit has two ratings, one category is declared, or all ratings are equal.
  ///
  /// > Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 4 and 5.
  public static func gwet(
    _ counts: RatingCounts, weights: AgreementWeights = .identity, confidence: Double = 0.95
  ) -> Figure {
    if let obstacle = ChanceCorrection.obstacle(counts) { return .undefined(obstacle) }
    let shares = counts.meanShares
    // Weights are symmetric, so the mean of both directions is one spread.
    let spread = weights.spread(shares)
    var expected = zip(shares, spread).reduce(0) { $0 + $1.0 * $1.1 }
    if shares.count(where: { $0 > 0 }) < 2 { expected = 1 }
    return ChanceCorrection.figure(
      counts, weights: weights, expected: expected, confidence: confidence
    ) { pattern in
      var sum = 0.0
      for entry in counts.entries(pattern) {
        sum += Double(counts.tallies[entry]) * spread[counts.members[entry]]
      }
      return sum / Double(counts.sizes[pattern])
    }
  }

  private static func obstacle(_ counts: RatingCounts) -> UndefinedReason? {
    if counts.coderCount < 2 { return .tooFewCoders(needed: 2, found: counts.coderCount) }
    guard let m = counts.sizes.first else { return .noPairableUnit }
    if counts.sizes.contains(where: { $0 != m }) { return .unequalRatingsPerUnit }
    if m < 2 { return .oneRatingPerUnit }
    return counts.categoryCount < 2 ? .oneDeclaredCategory : nil
  }

  private static func pooledShares(_ counts: RatingCounts) -> [Double] {
    let margins = counts.pairableMargins
    let total = Double(counts.pairableValueCount)
    return margins.map { Double($0) / total }
  }
}
