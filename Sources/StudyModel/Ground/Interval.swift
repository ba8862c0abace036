/// A lower and an upper limit.
public struct Interval: Sendable, Hashable {
  /// The lower limit.
  public var low: Double
  /// The upper limit.
  public var high: Double

  /// Creates an interval.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether 0 lies strictly outside.
  var excludesZero: Bool {
    NineDecimals.isLess(0, than: low) || NineDecimals.isLess(high, than: 0)
  }
}
