internal import Foundation

/// Plain figures about a list of numbers; missing values are left out by the caller.
public enum Descriptive {
  /// The mean; nil for an empty list.
  ///
  /// Summed twice: once for the value, once for what rounding left over.
  public static func mean(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let n = Double(values.count)
    let first = values.reduce(0, +) / n
    return first + values.reduce(0) { $0 + ($1 - first) } / n
  }

  /// The variance with n - 1 below, in two passes; nil for fewer than two values.
  ///
  /// > Reference: Chan, Golub & LeVeque (1983), The American Statistician 37, 242-247 (corrected
  /// > two-pass algorithm).
  public static func sampleVariance(_ values: [Double]) -> Double? {
    guard values.count > 1, let mean = mean(values) else { return nil }
    var squares = 0.0
    var rest = 0.0
    for value in values {
      let deviation = value - mean
      squares += deviation * deviation
      rest += deviation
    }
    let n = Double(values.count)
    return (squares - rest * rest / n) / (n - 1)
  }

  /// The standard deviation with n - 1 below, in two passes; nil for fewer than two values.
  public static func sampleStandardDeviation(_ values: [Double]) -> Double? {
    sampleVariance(values)?.squareRoot()
  }

  /// The median: the middle value, or the mean of the middle two; nil for an empty list.
  ///
  /// Sorts a copy: cost n log n.
  public static func median(_ values: [Double]) -> Double? {
    percentile(values.sorted(), 0.5)
  }

  /// The value a share `p` of the way up a sorted list, between neighbours in proportion.
  ///
  /// The definition R calls type 7 and uses by default: position (n - 1) p counted from 0.
  ///
  /// - Parameters:
  ///   - sorted: The values in ascending order.
  ///   - p: The share, 0 to 1; outside it, and for an empty list, the answer is nil.
  /// - Returns: The value, within the range of the list.
  ///
  /// > Reference: Hyndman & Fan (1996), The American Statistician 50, 361-365, definition 7.
  public static func percentile(_ sorted: [Double], _ p: Double) -> Double? {
    guard !sorted.isEmpty, p >= 0, p <= 1 else { return nil }
    let position = Double(sorted.count - 1) * p
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted.last }
    let share = position - Double(below)
    return sorted[below] + share * (sorted[below + 1] - sorted[below])
  }
}
