internal import Foundation

/// The regularized incomplete beta function I_x(a, b), from which t and F tails come.
///
/// > Reference: DiDonato & Morris (1992), Algorithm 708, ACM Transactions on Mathematical Software
/// > 18, 360-373: equation 9 for the continued fraction (BFRAC); the prefactor in Loader's form.
enum IncompleteBeta {
  /// Both tails, I_x(a, b) and 1 - I_x(a, b), the smaller to full relative precision.
  ///
  /// Takes x and its complement y = 1 - x separately, so that neither end loses digits.
  static func tails(x: Double, y: Double, a: Double, b: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    let lambda = offset(x: x, y: y, a: a, b: b)
    if lambda >= 0 {
      let fraction = fraction(x: x, y: y, a: a, b: b, lambda: lambda)
      let lower = prefactor(x: x, y: y, a: a, b: b) * fraction
      return (lower, 1 - lower)
    }
    let fraction = fraction(x: y, y: x, a: b, b: a, lambda: -lambda)
    let upper = prefactor(x: x, y: y, a: a, b: b) * fraction
    return (1 - upper, upper)
  }

  /// λ = a - (a + b) x, from whichever of x and y is the smaller and so the more exact.
  private static func offset(x: Double, y: Double, a: Double, b: Double) -> Double {
    x < y ? a - (a + b) * x : (a + b) * y - b
  }

  /// x^a y^b / B(a, b).
  static func prefactor(x: Double, y: Double, a: Double, b: Double) -> Double {
    let sum = a + b
    let lambda = offset(x: x, y: y, a: a, b: b)
    let exponent =
      -a * SpecialFunctions.excessOverLog(-lambda / a, ratio: x * (sum / a))
      - b * SpecialFunctions.excessOverLog(lambda / b, ratio: y * (sum / b))
    let stirling =
      SpecialFunctions.stirlingError(sum) - SpecialFunctions.stirlingError(a)
      - SpecialFunctions.stirlingError(b)
    return (a / sum * b / (2 * .pi)).squareRoot() * exp(exponent + stirling)
  }

  /// I_x(a, b) over the prefactor, for λ >= 0.
  ///
  /// Every term is computed from λ, so none is a small difference of large numbers.
  private static func fraction(
    x: Double, y: Double, a: Double, b: Double, lambda: Double
  ) -> Double {
    let c = 1 + lambda
    let c0 = b / a
    let c1 = 1 + 1 / a
    var n = 0.0
    var p = 1.0
    var s = a + 1
    var (above, aboveNext) = (0.0, 1.0)
    var (below, belowNext) = (1.0, c / c1)
    var value = c1 / c
    while n < 1e6 {
      n += 1
      let t = n / a
      let w = n * (b - n) * x
      let e = a / s
      let alpha = p * (p + c0) * e * e * (w * x)
      let beta = n + w / s + (t + 1) / (c1 + t + t) * (c + n * (y + 1))
      p = t + 1
      s += 2
      (above, aboveNext) = (aboveNext, alpha * above + beta * aboveNext)
      (below, belowNext) = (belowNext, alpha * below + beta * belowNext)
      let last = value
      value = aboveNext / belowNext
      if abs(value - last) <= 1e-16 * value { break }
      above /= belowNext
      below /= belowNext
      aboveNext = value
      belowNext = 1
    }
    return value
  }
}
