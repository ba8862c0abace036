/// The one rounding before any comparison with a threshold, a mean or 0.
public enum Rounding {
  /// The number rounded to 9 decimals, so that two ways of adding up cannot fall on two sides of a
  /// threshold; unchanged where it is too large for that, or not finite.
  public static func nine(_ number: Double) -> Double {
    let scaled = number * 1e9
    guard scaled.isFinite else { return number }
    return scaled.rounded() / 1e9
  }
}
