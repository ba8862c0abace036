/// Gwet's AC1 (identity weights) and AC2 (any others), which stay stable for rare codes.
public enum GwetAC {
  /// (po - pe)/(1 - pe) with pe = T_w/(q (q - 1)) Σ π_k (1 - π_k), missing ratings allowed.
  ///
  /// π_k is the mean over units of the share of ratings in category k, T_w the sum of all weights.
  /// At most 1. Standard error and t interval over units. Undefined where no unit has two ratings
  /// or one category is declared.
  ///
  /// > Reference: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61,
  /// > 29-48; AC2: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 4 and 5.
  public static func figure(
    _ counts: RatingCounts, weights: AgreementWeights = .identity, confidence: Double = 0.95
  ) -> Figure {
    if let obstacle = ChanceCorrection.obstacle(counts) { return .undefined(obstacle) }
    let q = Double(counts.categoryCount)
    let shares = counts.meanShares
    let factor = weights.total(counts.categoryCount) / (q * (q - 1))
    let expected = factor * shares.reduce(0) { $0 + $1 * (1 - $1) }
    return ChanceCorrection.figure(
      counts, weights: weights, expected: expected, confidence: confidence
    ) { pattern in
      var sum = 0.0
      for entry in counts.entries(pattern) {
        sum += Double(counts.tallies[entry]) * (1 - shares[counts.members[entry]])
      }
      return factor * sum / Double(counts.sizes[pattern])
    }
  }
}
