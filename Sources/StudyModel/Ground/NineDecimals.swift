/// Comparisons after rounding to 9 decimals, so that two programs that add in another order agree.
///
/// Every comparison of a figure with a threshold, a mean or 0 goes through here.
public enum NineDecimals {
  /// The value rounded to 9 decimals, halves away from 0; what is not finite stays as it is.
  public static func rounded(_ value: Double) -> Double {
    (value * 1e9).rounded() / 1e9
  }

  /// Whether `left` is less than `right` once both are rounded.
  @inlinable
  public static func isLess(_ left: Double, than right: Double) -> Bool {
    order(left, right) < 0
  }

  /// Whether `left` is `right` or more once both are rounded.
  @inlinable
  public static func isAtLeast(_ left: Double, _ right: Double) -> Bool {
    order(left, right) >= 0
  }

  /// Whether both are the same once rounded.
  @inlinable
  public static func isEqual(_ left: Double, _ right: Double) -> Bool {
    order(left, right) == 0
  }

  /// Whether the value rounds to 0.
  @inlinable
  public static func isZero(_ value: Double) -> Bool {
    order(value, 0) == 0
  }

  /// -1, 0 or 1: how two values stand to each other once both are rounded.
  ///
  /// Values further apart than two units of the ninth decimal need no rounding to be told apart.
  @inlinable
  public static func order(_ left: Double, _ right: Double) -> Int {
    let difference = left - right
    if difference > 2e-9 { return 1 }
    if difference < -2e-9 { return -1 }
    return orderOfNeighbours(left, right)
  }

  @usableFromInline
  static func orderOfNeighbours(_ left: Double, _ right: Double) -> Int {
    let a = rounded(left)
    let b = rounded(right)
    return a < b ? -1 : (a > b ? 1 : 0)
  }
}
