/// Conger's kappa: Cohen's idea for any number of coders, each with their own use of the scale.
public enum CongerKappa {
  /// Kappa over units that every coder rated.
  ///
  /// pe is the mean over pairs of coders of Σ_k p_gk p_hk; with two coders it is Cohen's kappa.
  /// Undefined where no unit is complete, one category is declared, or pe is 1.
  ///
  /// > Reference: Conger (1980), Psychological Bulletin 88, 322-328.
  public static func completeUnits(
    _ rows: RatingRows, weights: AgreementWeights = .identity
  ) -> Figure {
    guard rows.coderCount > 1 else {
      return .undefined(.tooFewCoders(needed: 2, found: rows.coderCount))
    }
    let complete = RatingCounts(rows.complete)
    guard complete.ratedUnitCount > 0 else { return .undefined(.noCompleteUnit, n: 0) }
    return everyRating(complete, weights: weights)
  }

  /// Kappa with each coder's shares taken from all their ratings, as irrCAC computes it.
  ///
  /// Coders without ratings are left out. Undefined where no unit has two ratings, one category
  /// is declared, or pe is 1.
  ///
  /// > Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2.
  public static func everyRating(
    _ counts: RatingCounts, weights: AgreementWeights = .identity
  ) -> Figure {
    if let obstacle = ChanceCorrection.obstacle(counts) { return .undefined(obstacle) }
    let q = counts.categoryCount
    let shares: [[Double]] = (0..<counts.coderCount).compactMap { coder in
      let row = counts.coderMargins[(coder * q)..<((coder + 1) * q)]
      let total = row.reduce(0, +)
      return total > 0 ? row.map { Double($0) / Double(total) } : nil
    }
    // Σ over ordered pairs g ≠ h of p_g w p_h = (Σ p) w (Σ p) - Σ p_g w p_g.
    var sums = [Double](repeating: 0, count: q)
    for share in shares { for k in 0..<q { sums[k] += share[k] } }
    func product(_ x: [Double]) -> Double {
      zip(x, weights.spread(x)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let coders = Double(shares.count)
    let expected =
      (product(sums) - shares.reduce(0) { $0 + product($1) }) / (coders * (coders - 1))
    let observed = PercentAgreement.figure(counts, weights: weights).value ?? 0
    let used = sums.count { $0 > 0 }
    guard used > 1, let value = ChanceCorrection.value(observed: observed, expected: expected)
    else {
      return .undefined(
        .expectedAgreementIsOne, observed: observed, expected: 1, n: counts.pairableUnitCount)
    }
    return .defined(value, observed: observed, expected: expected, n: counts.pairableUnitCount)
  }
}
