/// Cronbach's alpha of a scale, raw, over complete rows.
///
/// Items without variance are left out of k and of the sums, as psych::alpha does; they are
/// listed. Alpha may be negative, most often because an item was not reversed.
///
/// > Reference: Cronbach (1951), Psychometrika 16, 297-334, equation 2; interval: Feldt, Woodruff
/// > & Salih (1987), Applied Psychological Measurement 11, 93-103.
public struct CronbachAlpha: Sendable, Hashable {
  /// Raw alpha: k/(k - 1) (1 - sum of item variances / variance of the total), at most 1.
  ///
  /// Undefined for fewer than two rows, fewer than two items that vary, or totals that do not.
  public let raw: Figure
  /// How many items entered.
  public let itemCount: Int
  /// Positions, from 0, of items left out because all their values are equal.
  public let constantItems: [Int]

  /// Computes alpha from sums over complete rows.
  ///
  /// - Parameters:
  ///   - sums: The sums of the scale's items and totals.
  ///   - confidence: The coverage of Feldt's interval, strictly between 0 and 1.
  public init(_ sums: ScaleSums, confidence: Double = 0.95) {
    let items = sums.itemDeviations
    constantItems = items.indices.filter { items[$0] == 0 }
    itemCount = items.count - constantItems.count
    let n = sums.count
    guard n > 1 else {
      raw = .undefined(.tooFewValues(needed: 2, found: n), n: n)
      return
    }
    guard itemCount > 1 else {
      raw = .undefined(.tooFewItems(needed: 2, found: itemCount), n: n)
      return
    }
    let total = sums.totalDeviations
    guard total > 0 else {
      raw = .undefined(.noVariance, n: n)
      return
    }
    let k = Double(itemCount)
    let alpha = k / (k - 1) * (1 - items.reduce(0, +) / total)
    raw = .defined(
      alpha, interval: Self.feldt(alpha, n: n, k: itemCount, confidence: confidence), n: n)
  }

  /// Raw alpha without its interval, which takes many times longer; nil where it is undefined.
  public static func value(_ sums: ScaleSums) -> Double? {
    let items = sums.itemDeviations
    let k = Double(items.count { $0 != 0 })
    let total = sums.totalDeviations
    guard sums.count > 1, k > 1, total > 0 else { return nil }
    let alpha = k / (k - 1) * (1 - items.reduce(0, +) / total)
    return alpha.isFinite ? alpha : nil
  }

  /// Feldt's interval for an alpha (at most 1) over `n` rows and `k` items; nil below two of either.
  ///
  /// psych prints it with n as the number of all rows, also those without an answer; here n is
  /// the number of rows the alpha rests on.
  public static func feldt(
    _ alpha: Double, n: Int, k: Int, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard alpha <= 1, alpha.isFinite, n > 1, k > 1, confidence > 0, confidence < 1 else {
      return nil
    }
    let between = Double(n - 1)
    let within = between * Double(k - 1)
    let tail = (1 - confidence) / 2
    guard let high = FDistribution.quantile(1 - tail, between: between, within: within),
      let low = FDistribution.quantile(tail, between: between, within: within)
    else { return nil }
    return (1 - (1 - alpha) * high)...(1 - (1 - alpha) * low)
  }
}
