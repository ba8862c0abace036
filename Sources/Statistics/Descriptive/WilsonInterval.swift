internal import Foundation

/// Wilson's confidence interval for a share.
///
/// > Reference: Wilson (1927), Journal of the American Statistical Association 22, 209-212; without
/// > continuity correction, as R's `prop.test(correct = FALSE)`.
public enum WilsonInterval {
  /// The interval for `successes` out of `count`, within 0 to 1.
  ///
  /// Nil for no cases, more successes than cases, a negative number, or a confidence that is not
  /// strictly between 0 and 1.
  public static func share(
    successes: Int, of count: Int, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard count > 0, successes >= 0, successes <= count else { return nil }
    return interval(of: Double(successes) / Double(count), of: count, confidence: confidence)
  }

  /// The interval that holds those of all shares between two, each out of `count`.
  ///
  /// Nil for no cases, shares outside 0 to 1, or a confidence that is not strictly between 0 and 1.
  public static func shares(
    _ shares: ClosedRange<Double>, of count: Int, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard count > 0, shares.lowerBound >= 0, shares.upperBound <= 1,
      let low = interval(of: shares.lowerBound, of: count, confidence: confidence),
      let high = interval(of: shares.upperBound, of: count, confidence: confidence)
    else { return nil }
    return low.lowerBound...high.upperBound
  }

  private static func interval(
    of p: Double, of count: Int, confidence: Double
  ) -> ClosedRange<Double>? {
    guard confidence > 0, confidence < 1, let z = Normal.quantile(1 - (1 - confidence) / 2)
    else { return nil }
    let n = Double(count)
    let square = z * z
    let centre = (p + square / (2 * n)) / (1 + square / n)
    let half =
      z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot() / (1 + square / n)
    // At 0 and 1 the ends are exactly 0 and 1; rounding would miss them.
    let low = p == 0 ? 0 : max(0, centre - half)
    let high = p == 1 ? 1 : min(1, centre + half)
    return low...high
  }
}
