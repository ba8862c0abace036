internal import Foundation

/// Confidence intervals for a mean.
public enum MeanInterval {
  /// Student's t interval: mean plus and minus t(n - 1) s/√n.
  ///
  /// - Parameters:
  ///   - mean: The sample mean.
  ///   - standardDeviation: The sample standard deviation, with n - 1 below.
  ///   - n: The number of values.
  ///   - confidence: Strictly between 0 and 1.
  /// - Returns: The interval; nil for fewer than two values or a standard deviation of 0 (or one
  ///   that is not a number), where an interval of no width would claim certainty.
  ///
  /// > Reference: Student (1908), Biometrika 6, 1-25.
  public static func t(
    mean: Double, standardDeviation: Double, n: Int, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard n > 1, standardDeviation > 0, mean.isFinite, standardDeviation.isFinite,
      confidence > 0, confidence < 1,
      let quantile = StudentT.quantile(
        1 - (1 - confidence) / 2, degreesOfFreedom: Double(n - 1))
    else { return nil }
    let half = quantile * standardDeviation / Double(n).squareRoot()
    return (mean - half)...(mean + half)
  }
}
