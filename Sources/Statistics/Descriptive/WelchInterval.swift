internal import Foundation

/// The confidence interval of a difference of two means whose spreads may differ.
///
/// > Reference: Welch (1947), Biometrika 34, 28-35, with the degrees of freedom of Satterthwaite (1946), Biometrics
/// > Bulletin 2, 110-114.
public enum WelchInterval {
  /// A sample by its mean, its standard deviation with n - 1 below, and its size.
  public typealias Sample = (mean: Double, standardDeviation: Double, n: Int)

  /// The interval of `first` − `second`, in their unit.
  ///
  /// - Parameters:
  ///   - first: A sample of independent values.
  ///   - second: Another.
  ///   - confidence: Strictly between 0 and 1.
  /// - Returns: The interval; nil where a sample has fewer than two values, where neither varies, since an interval
  ///   of no width would claim certainty, and where a figure is not a number.
  public static func of(
    _ first: Sample, minus second: Sample, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard first.n > 1, second.n > 1, first.standardDeviation >= 0, second.standardDeviation >= 0,
      confidence > 0, confidence < 1
    else { return nil }
    func squaredError(_ sample: Sample) -> Double {
      sample.standardDeviation * sample.standardDeviation / Double(sample.n)
    }
    let (one, other) = (squaredError(first), squaredError(second))
    let sum = one + other
    guard sum > 0, sum.isFinite else { return nil }
    let below = one * one / Double(first.n - 1) + other * other / Double(second.n - 1)
    let difference = first.mean - second.mean
    guard difference.isFinite,
      let quantile = StudentT.quantile(
        1 - (1 - confidence) / 2, degreesOfFreedom: sum * sum / below)
    else { return nil }
    let half = quantile * sum.squareRoot()
    return (difference - half)...(difference + half)
  }
}
