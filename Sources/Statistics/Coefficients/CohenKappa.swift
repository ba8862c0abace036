internal import Foundation

/// Cohen's kappa of two coders, unweighted or weighted, over units both rated.
///
/// Each coder's own use of the categories sets what chance would give. With more than two coders
/// see ``LightKappa`` and ``CongerKappa``.
public enum CohenKappa {
  /// (po - pe)/(1 - pe) with pe = Σ w_kl p_k+ p_+l, at most 1.
  ///
  /// Exactly 0 where a coder used one category only and the other did not use the same alone.
  /// The standard error is for intervals (normal quantile, held within -1 and 1); the null one is
  /// for the test of 0 only. Gwet's kappa error is this one times √(N/(N - 1)) on complete data.
  /// Undefined where the coders share no unit, one category is declared, or both used the same
  /// single category.
  ///
  /// > Reference: Cohen (1960), Educational and Psychological Measurement 20, 37-46; Cohen (1968),
  /// > Psychological Bulletin 70, 213-220; errors: Fleiss, Cohen & Everitt (1969), Psychological
  /// > Bulletin 72, 323-327, equations 8 and 9.
  public static func figure(
    _ table: PairTable, weights: AgreementWeights = .identity, confidence: Double = 0.95
  ) -> Figure {
    if let obstacle = table.obstacle { return .undefined(obstacle, n: table.unitCount) }
    let observed = table.agreement(weights: weights).value ?? 0
    let n = Double(table.unitCount)
    let first = table.firstMargins.map { Double($0) / n }
    let second = table.secondMargins.map { Double($0) / n }
    let usedFirst = first.indices.filter { first[$0] > 0 }
    let usedSecond = second.indices.filter { second[$0] > 0 }
    if usedFirst.count == 1, usedFirst == usedSecond {
      return .undefined(
        .expectedAgreementIsOne, observed: observed, expected: 1, n: table.unitCount)
    }
    let parts = Parts(table, first: first, second: second, weights: weights)
    // With one constant coder observed and expected agreement are the same sum.
    let constant = usedFirst.count == 1 || usedSecond.count == 1
    guard
      let value = constant
        ? 0 : ChanceCorrection.value(observed: observed, expected: parts.expected)
    else {
      return .undefined(
        .expectedAgreementIsOne, observed: observed, expected: parts.expected, n: table.unitCount)
    }
    let error = parts.error(kappa: value)
    return .defined(
      value, observed: observed, expected: constant ? observed : parts.expected,
      standardError: error, nullStandardError: parts.nullError(),
      interval: interval(value, error, confidence), n: table.unitCount)
  }

  /// value ± z · error, held within -1 and 1.
  static func interval(
    _ value: Double, _ error: Double, _ confidence: Double
  ) -> ClosedRange<Double>? {
    guard let z = Normal.quantile(1 - (1 - confidence) / 2), confidence > 0 else { return nil }
    let low = max(-1, value - z * error)
    return low...max(low, min(1, value + z * error))
  }

  /// The sums of Fleiss, Cohen & Everitt.
  private struct Parts {
    let table: PairTable
    let first: [Double]
    let second: [Double]
    let weights: AgreementWeights
    /// a_k = Σ_l w_kl p_+l.
    let rowMeans: [Double]
    /// b_l = Σ_k w_kl p_k+.
    let columnMeans: [Double]
    let expected: Double

    init(_ table: PairTable, first: [Double], second: [Double], weights: AgreementWeights) {
      self.table = table
      self.first = first
      self.second = second
      self.weights = weights
      rowMeans = weights.spread(second)
      columnMeans = weights.spread(first)
      expected = zip(first, rowMeans).reduce(0) { $0 + $1.0 * $1.1 }
    }

    func error(kappa: Double) -> Double {
      let n = Double(table.unitCount)
      let q = table.categoryCount
      var sum = 0.0
      for k in 0..<q {
        for l in 0..<q where table[k, l] > 0 {
          let term =
            weights.weight(k, l, of: q) - (rowMeans[k] + columnMeans[l]) * (1 - kappa)
          sum += Double(table[k, l]) / n * term * term
        }
      }
      let shift = kappa - expected * (1 - kappa)
      return root(sum - shift * shift)
    }

    func nullError() -> Double {
      let q = table.categoryCount
      var sum = 0.0
      for k in 0..<q where first[k] > 0 {
        for l in 0..<q where second[l] > 0 {
          let term = weights.weight(k, l, of: q) - (rowMeans[k] + columnMeans[l])
          sum += first[k] * second[l] * term * term
        }
      }
      return root(sum - expected * expected)
    }

    private func root(_ difference: Double) -> Double {
      // A variance of zero may come out a rounding below it.
      (max(difference, 0) / Double(table.unitCount)).squareRoot() / (1 - expected)
    }
  }
}
