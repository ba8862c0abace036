import StudyModel

/// A stretch of whole years along a strip.
public struct TimeAxis: Sendable, Hashable {
  /// The first year.
  public let first: Int
  /// The year after the last.
  public let end: Int

  /// So many years are named at most.
  private static let mostNamed = 5

  /// The years that cover all of these days, counted from the start of the year 0; nil of none.
  init?(_ days: [ClosedRange<Int>]) {
    guard let low = days.map(\.lowerBound).min(), let high = days.map(\.upperBound).max() else {
      return nil
    }
    (first, end) = (CalendarDay.year(of: low), CalendarDay.year(of: high) + 1)
  }

  /// The years that are named, each with where it begins, in per cent of the strip.
  public var named: [(year: Int, place: Double)] {
    let step = [1, 2, 5, 10, 20, 50].first { (end - first + $0 - 1) / $0 <= Self.mostNamed } ?? 100
    return stride(from: first, to: end, by: step).map { ($0, place(ofYear: $0)) }
  }

  /// From where to where days lie, in per cent of the strip.
  func place(of days: ClosedRange<Int>) -> Interval {
    Interval(low: place(days.lowerBound), high: place(days.upperBound + 1))
  }

  private func place(ofYear year: Int) -> Double { place(CalendarDay.first(ofYear: year)) }

  /// Whole, as every place in a drawing is.
  private func place(_ day: Int) -> Double {
    let (low, high) = (CalendarDay.first(ofYear: first), CalendarDay.first(ofYear: end))
    return (100 * Double(day - low) / Double(high - low)).rounded()
  }
}
