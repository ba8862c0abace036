internal import Foundation

/// Pieces of the gamma function that keep full precision where a plain difference of logs loses it.
enum SpecialFunctions {
  /// The error of Stirling's formula, ln Γ(z) - ((z - 1/2) ln z - z + ln √(2π)), for z > 0.
  ///
  /// Densities of the beta and gamma families are written with it, so that large parameters lose
  /// no digits to the difference of large logarithms.
  ///
  /// > Reference: Loader (2000), Fast and accurate computation of binomial probabilities.
  static func stirlingError(_ z: Double) -> Double {
    var shifted = z
    var carried = 0.0
    // δ(z) = δ(z + 1) + (z + 1/2) ln(1 + 1/z) - 1 lifts small arguments to where the series holds.
    while shifted < 16 {
      carried += (shifted + 0.5) * log1p(1 / shifted) - 1
      shifted += 1
    }
    let square = 1 / (shifted * shifted)
    let series =
      (1.0 / 12
        - square
        * (1.0 / 360
          - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))))
      / shifted
    return carried + series
  }

  /// x - ln(1 + x) for x > -1, exact near 0 and, from `ratio` = 1 + x, near -1.
  static func excessOverLog(_ x: Double, ratio: Double) -> Double {
    guard abs(x) <= 0.4 else { return x - log(ratio) }
    let r = x / (2 + x)
    let square = r * r
    var sum = 0.0
    var power = 1.0
    var divisor = 3.0
    while true {
      let next = sum + power / divisor
      if next == sum { break }
      sum = next
      power *= square
      divisor += 2
    }
    return r * x - 2 * r * square * sum
  }
}
