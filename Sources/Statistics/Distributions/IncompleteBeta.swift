internal import Foundation

/// The regularized incomplete beta function I_x(a, b), from which t and F tails come.
///
/// > Reference: DiDonato & Morris (1992), ACM Transactions on Mathematical Software 18, 360-373,
/// > for the splitting and the prefactor; continued fraction: NIST DLMF 8.17.22.
enum IncompleteBeta {
  /// Both tails, I_x(a, b) and 1 - I_x(a, b), each to full relative precision.
  ///
  /// Takes x and its complement y = 1 - x separately, so that neither end loses digits.
  static func tails(x: Double, y: Double, a: Double, b: Double) -> (lower: Double, upper: Double) {
    if x <= 0 { return (0, 1) }
    if y <= 0 { return (1, 0) }
    if x <= (a + 1) / (a + b + 2) {
      let lower = prefactor(x: x, y: y, a: a, b: b) / a * fraction(x: x, a: a, b: b)
      return (lower, 1 - lower)
    }
    let upper = prefactor(x: x, y: y, a: a, b: b) / b * fraction(x: y, a: b, b: a)
    return (1 - upper, upper)
  }

  /// x^a y^b / B(a, b).
  static func prefactor(x: Double, y: Double, a: Double, b: Double) -> Double {
    let sum = a + b
    // λ = a - (a + b) x, from whichever of x and y is the smaller and so the more exact.
    let lambda = x < y ? a - sum * x : sum * y - b
    let exponent =
      -a * SpecialFunctions.excessOverLog(-lambda / a)
      - b * SpecialFunctions.excessOverLog(lambda / b)
    let stirling =
      SpecialFunctions.stirlingError(sum) - SpecialFunctions.stirlingError(a)
      - SpecialFunctions.stirlingError(b)
    return (a / sum * b / (2 * .pi)).squareRoot() * exp(exponent + stirling)
  }

  /// The continued fraction by the modified Lentz method.
  private static func fraction(x: Double, a: Double, b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (abs(d) < tiny ? tiny : d)
    var value = d
    for step in 1...200_000 {
      let m = Double(step)
      let twice = 2 * m
      let even = m * (b - m) * x / ((a + twice - 1) * (a + twice))
      d = 1 + even * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + even / c
      c = abs(c) < tiny ? tiny : c
      value *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + twice) * (a + twice + 1))
      d = 1 + odd * d
      d = 1 / (abs(d) < tiny ? tiny : d)
      c = 1 + odd / c
      c = abs(c) < tiny ? tiny : c
      let change = d * c
      value *= change
      if abs(change - 1) < 1e-16 { break }
    }
    return value
  }
}
