internal import Foundation

/// The chi-squared distribution, for any real degrees of freedom above 0.
///
/// > Reference: NIST DLMF 8.11.4 (series) and 8.9.2 (continued fraction) of the incomplete gamma
/// > function.
public enum ChiSquared {
  /// The probability of a value at or below `x`, 0 to 1; 0 for `x` below 0.
  ///
  /// Nil where `degreesOfFreedom` is not positive and finite, or `x` is NaN.
  public static func cumulative(_ x: Double, degreesOfFreedom: Double) -> Double? {
    tails(x, degreesOfFreedom)?.lower
  }

  /// The probability of a value above `x`, 0 to 1, to full relative precision.
  ///
  /// Nil where `degreesOfFreedom` is not positive and finite, or `x` is NaN.
  public static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double? {
    tails(x, degreesOfFreedom)?.upper
  }

  private static func tails(_ x: Double, _ degrees: Double) -> (lower: Double, upper: Double)? {
    guard degrees > 0, degrees.isFinite, !x.isNaN else { return nil }
    if x <= 0 { return (0, 1) }
    if x.isInfinite { return (1, 0) }
    let a = degrees / 2
    let z = x / 2
    // z^a e^(-z) / Γ(a), without the logarithm of a large gamma.
    let prefactor =
      (a / (2 * .pi)).squareRoot()
      * exp(
        -a * SpecialFunctions.excessOverLog((z - a) / a, ratio: z / a)
          - SpecialFunctions.stirlingError(a))
    if z < a + 1 {
      let lower = prefactor * series(a, z)
      return (lower, 1 - lower)
    }
    let upper = prefactor * fraction(a, z)
    return (1 - upper, upper)
  }

  private static func series(_ a: Double, _ z: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    for _ in 0..<1_000_000 {
      n += 1
      term *= z / n
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum
  }

  private static func fraction(_ a: Double, _ z: Double) -> Double {
    var b = z + 1 - a
    var c = 1e300
    var d = 1 / b
    var value = d
    for step in 1...1_000_000 {
      let i = Double(step)
      let numerator = -i * (i - a)
      b += 2
      d = 1 / (numerator * d + b)
      c = b + numerator / c
      let change = c * d
      value *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return value
  }
}
