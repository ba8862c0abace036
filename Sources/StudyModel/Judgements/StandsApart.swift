/// Which of several figures stands apart: an order is claimed only where intervals do not overlap.
///
/// Scoring specification, section 8. A figure without an interval can be told apart from none.
public enum StandsApart {
  /// The one whose interval lies above all others'; nil where there is none, or no other.
  public static func highest<ID>(_ figures: [(id: ID, interval: Interval?)]) -> ID? {
    first(figures) { NineDecimals.isLess($1.high, than: $0.low) }
  }

  /// The one whose interval lies below all others'; nil where there is none, or no other.
  public static func lowest<ID>(_ figures: [(id: ID, interval: Interval?)]) -> ID? {
    first(figures) { NineDecimals.isLess($0.high, than: $1.low) }
  }

  private static func first<ID>(
    _ figures: [(id: ID, interval: Interval?)], _ isBeyond: (Interval, Interval) -> Bool
  ) -> ID? {
    let known = figures.compactMap { figure in figure.interval.map { (figure.id, $0) } }
    guard known.count == figures.count, known.count > 1 else { return nil }
    return known.indices.first { place in
      known.indices.allSatisfy { $0 == place || isBeyond(known[place].1, known[$0].1) }
    }.map { known[$0].0 }
  }
}
