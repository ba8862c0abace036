public import FileFormats
public import StudyModel

extension JSONValue {
  /// An interval as `[low, high]`; null where there is none.
  public static func interval(_ interval: Interval?) -> JSONValue {
    self.interval(interval.map { ($0.low, $0.high) })
  }

  /// The same of a range.
  public static func interval(_ range: ClosedRange<Double>?) -> JSONValue {
    interval(range.map { ($0.lowerBound, $0.upperBound) })
  }

  private static func interval(_ ends: (Double, Double)?) -> JSONValue {
    ends.map { .array([.number($0.0), .number($0.1)]) } ?? .null
  }
}
