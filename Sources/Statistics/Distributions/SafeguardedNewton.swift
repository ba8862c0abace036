internal import Foundation

/// Newton's method kept inside a shrinking bracket; where a step leaves it, the bracket is halved.
enum SafeguardedNewton {
  /// The root of an increasing function between two ends.
  ///
  /// - Parameters:
  ///   - bracket: Ends with the root between them.
  ///   - start: The first guess; brought inside the bracket where it is not.
  ///   - step: The function's value and its slope.
  /// - Returns: The root, to about the rounding of the function.
  static func root(
    in bracket: ClosedRange<Double>, start: Double,
    of step: (Double) -> (value: Double, slope: Double)
  ) -> Double {
    var low = bracket.lowerBound
    var high = bracket.upperBound
    var x = min(max(start, low), high)
    for _ in 0..<400 {
      let (value, slope) = step(x)
      if value == 0 { return x }
      if value < 0 { low = x } else { high = x }
      var next = x - value / slope
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if abs(next - x) <= 1e-16 * abs(x) || next == low || next == high { return next }
      // A Newton step below the function's own rounding only wanders.
      if abs(next - x) <= 4e-16 * abs(x) { return next }
      x = next
    }
    return x
  }
}
