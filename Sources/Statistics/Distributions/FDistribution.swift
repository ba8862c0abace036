internal import Foundation

/// Fisher's F distribution, for any real degrees of freedom above 0.
///
/// > Reference: NIST DLMF 8.17 (incomplete beta function).
public enum FDistribution {
  /// The probability of a value at or below `f`, 0 to 1; 0 for `f` below 0.
  ///
  /// Nil where a number of degrees of freedom is not positive and finite, or `f` is NaN.
  public static func cumulative(_ f: Double, between: Double, within: Double) -> Double? {
    tails(f, between, within)?.lower
  }

  /// The probability of a value above `f`, 0 to 1, to full relative precision.
  ///
  /// Nil where a number of degrees of freedom is not positive and finite, or `f` is NaN.
  public static func upperTail(_ f: Double, between: Double, within: Double) -> Double? {
    tails(f, between, within)?.upper
  }

  /// The value with probability `p` at or below it.
  ///
  /// - Parameters:
  ///   - p: Strictly between 0 and 1, or the answer is nil.
  ///   - between: Degrees of freedom of the numerator, above 0.
  ///   - within: Degrees of freedom of the denominator, above 0.
  /// - Returns: The value, above 0, accurate to about 2e-14 relative.
  public static func quantile(_ p: Double, between: Double, within: Double) -> Double? {
    guard p > 0, p < 1, isUsable(between), isUsable(within) else { return nil }
    // In s = ln f both tails are smooth; the smaller one is followed, in logarithms.
    let useLower = p < 0.5
    let target = log(useLower ? p : 1 - p)
    let s = SafeguardedNewton.root(in: -700...700, start: 0) { s in
      let f = exp(s)
      guard let (x, y) = split(f, between, within) else { return (s, 1) }
      let tails = IncompleteBeta.tails(x: x, y: y, a: between / 2, b: within / 2)
      let slope = IncompleteBeta.prefactor(x: x, y: y, a: between / 2, b: within / 2)
      let tail = useLower ? tails.lower : tails.upper
      guard tail > 0 else { return (useLower ? -1 : 1, 0) }
      return ((useLower ? 1 : -1) * (log(tail) - target), slope / tail)
    }
    // One last step in f itself, to regain the digit the exponential costs.
    let f = exp(s)
    guard let (x, y) = split(f, between, within) else { return f }
    let tails = IncompleteBeta.tails(x: x, y: y, a: between / 2, b: within / 2)
    let density = IncompleteBeta.prefactor(x: x, y: y, a: between / 2, b: within / 2) / f
    guard density > 0 else { return f }
    return useLower ? f - (tails.lower - p) / density : f + (tails.upper - (1 - p)) / density
  }

  private static func isUsable(_ degrees: Double) -> Bool { degrees > 0 && degrees.isFinite }

  /// x = d1 f / (d1 f + d2) and its complement; nil where d1 f overflows.
  private static func split(_ f: Double, _ d1: Double, _ d2: Double) -> (x: Double, y: Double)? {
    let whole = d1 * f + d2
    guard whole.isFinite else { return nil }
    return (d1 * f / whole, d2 / whole)
  }

  private static func tails(
    _ f: Double, _ between: Double, _ within: Double
  ) -> (lower: Double, upper: Double)? {
    guard isUsable(between), isUsable(within), !f.isNaN else { return nil }
    if f <= 0 { return (0, 1) }
    guard let (x, y) = split(f, between, within) else { return (1, 0) }
    return IncompleteBeta.tails(x: x, y: y, a: between / 2, b: within / 2)
  }
}
