internal import Statistics

/// How levels of many cases lie.
public struct LevelSpread: Sendable, Hashable {
  /// How many cases have a level.
  public let count: Int
  /// The lowest and the highest, 0 to 100.
  public let range: ClosedRange<Double>
  /// Between which the middle half of them lies.
  public let quartiles: ClosedRange<Double>
  /// The level that as many are under as over.
  public let median: Double

  /// The spread of some levels; nil of none.
  ///
  /// Quartiles are interpolated between neighbours (Hyndman and Fan 1996, American Statistician 50, 361-365,
  /// definition 7).
  public init?(_ levels: [Double]) {
    let sorted = levels.sorted()
    guard let low = sorted.first, let high = sorted.last,
      let lower = Descriptive.percentile(sorted, 0.25), let median = Descriptive.median(sorted),
      let upper = Descriptive.percentile(sorted, 0.75)
    else { return nil }
    count = sorted.count
    range = low...high
    quartiles = min(lower, upper)...max(lower, upper)
    self.median = median
  }
}
