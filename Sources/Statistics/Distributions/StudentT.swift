internal import Foundation

/// Student's t distribution, for any real degrees of freedom above 0.
///
/// > Reference: NIST DLMF 8.17; Student (1908), Biometrika 6, 1-25.
public enum StudentT {
  /// The probability of a value at or below `t`, 0 to 1.
  ///
  /// Relative precision is kept in both tails. Nil where `degreesOfFreedom` is not a positive
  /// finite number or `t` is NaN.
  public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double? {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite, !t.isNaN else { return nil }
    let tail = upperTail(beyond: abs(t), degreesOfFreedom)
    return t > 0 ? 1 - tail : tail
  }

  /// The probability of a value above `t`, 0 to 1, to full relative precision.
  ///
  /// Nil where `degreesOfFreedom` is not a positive finite number or `t` is NaN.
  public static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double? {
    cumulative(-t, degreesOfFreedom: degreesOfFreedom)
  }

  /// The value with probability `p` at or below it.
  ///
  /// Nil where `p` is not strictly between 0 and 1, or `degreesOfFreedom` is not a positive finite
  /// number. Accurate to about 1e-14 relative.
  public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double? {
    guard p > 0, p < 1, degreesOfFreedom > 0, degreesOfFreedom.isFinite else { return nil }
    if p == 0.5 { return 0 }
    let positive =
      p < 0.25 || p > 0.75
      ? fromTail(min(p, 1 - p), degreesOfFreedom) : fromCentre(abs(p - 0.5), degreesOfFreedom)
    return p < 0.5 ? -positive : positive
  }

  /// Beyond this many degrees of freedom the normal distribution is exact to double precision.
  private static let normalFrom = 1e17

  private static func density(_ t: Double, _ v: Double) -> Double {
    if v >= normalFrom { return Normal.density(t) }
    if t == 0 { return density(1e-200, v) }
    let whole = v + t * t
    // f(t) = x^(v/2) y^(1/2) / (B(v/2, 1/2) |t|), x = v / (v + t²), y = t² / (v + t²).
    return IncompleteBeta.prefactor(x: v / whole, y: t / whole * t, a: v / 2, b: 0.5) / abs(t)
  }

  /// P(T > t) for t >= 0.
  private static func upperTail(beyond t: Double, _ v: Double) -> Double {
    if t.isInfinite { return 0 }
    if v >= normalFrom { return Normal.cumulative(-t) }
    if t > 1e150 {
      // t² overflows; the tail is its leading term, in logarithms.
      return 0.5 * exp(-v * log(t / v.squareRoot())) * leadingTerm(v)
    }
    let whole = v + t * t
    return 0.5 * IncompleteBeta.tails(x: v / whole, y: t / whole * t, a: v / 2, b: 0.5).lower
  }

  /// 1 / ((v/2) B(v/2, 1/2)).
  private static func leadingTerm(_ v: Double) -> Double {
    exp(lgamma((v + 1) / 2) - lgamma(v / 2 + 1)) / Double.pi.squareRoot()
  }

  private static func fromTail(_ tail: Double, _ v: Double) -> Double {
    // In s = ln t the log of the tail is concave: Newton's steps cannot run away.
    let target = log(tail)
    let normal = Normal.quantile(1 - tail) ?? 1
    let start = log(max(normal * (1 + (normal * normal + 1) / (4 * v)), 0.5))
    let s = SafeguardedNewton.root(in: -5...709, start: min(start, 300)) { s in
      let t = exp(s)
      let q = upperTail(beyond: t, v)
      guard q > 0 else { return (1, 0) }
      // Where t² would overflow, the tail is a power of t.
      return (target - log(q), t > 1e150 ? v : t * density(t, v) / q)
    }
    // One last step in t itself: the exponential above cost a digit.
    let t = exp(s)
    guard t < 1e150 else { return t }
    return t + (upperTail(beyond: t, v) - tail) / density(t, v)
  }

  private static func fromCentre(_ half: Double, _ v: Double) -> Double {
    func share(_ t: Double) -> Double {
      if v >= normalFrom { return 0.5 * erf(t / 2.0.squareRoot()) }
      let whole = v + t * t
      return 0.5 * IncompleteBeta.tails(x: v / whole, y: t / whole * t, a: v / 2, b: 0.5).upper
    }
    return SafeguardedNewton.root(in: 0...2, start: half * 2.5) { t in
      (share(t) - half, density(t, v))
    }
  }
}
