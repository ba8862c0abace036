/// A lower and an upper limit.
public struct Interval: Sendable, Hashable {
  /// The lower limit.
  public var low: Double
  /// The upper limit.
  public var high: Double
  /// Half its width, to the next five, where no more than that may be told; nil where the ends are
  /// told.
  public var about: Int?

  /// Creates an interval.
  public init(low: Double, high: Double, about: Int? = nil) {
    self.low = low
    self.high = high
    self.about = about
  }

  /// The interval so far up, cut where `limits` says that values end; its ends are told.
  func moved(by distance: Double, limits: ClosedRange<Double>?) -> Interval {
    Interval(
      low: max(limits?.lowerBound ?? -.infinity, low + distance),
      high: min(limits?.upperBound ?? .infinity, high + distance))
  }

  /// Whether 0 lies strictly outside.
  var excludesZero: Bool {
    NineDecimals.isLess(0, than: low) || NineDecimals.isLess(high, than: 0)
  }
}
