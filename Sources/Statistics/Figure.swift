/// A computed figure: its value with what went into it, or the reason there is none.
///
/// Exactly one of ``value`` and ``undefined`` is present. A figure without an answer is never 0, 1
/// or NaN; what could still be computed, such as the observed agreement, stays readable.
public struct Figure: Sendable, Hashable {
  /// The value; nil where the figure is undefined.
  public let value: Double?
  /// Why there is no value; nil where there is one.
  public let undefined: UndefinedReason?
  /// The observed part of the formula (agreement, disagreement or variance), where it has one.
  public let observed: Double?
  /// The part expected by chance or under the null, where the formula has one.
  public let expected: Double?
  /// The standard error, for intervals.
  public let standardError: Double?
  /// The standard error under the hypothesis that the true value is 0, for that test only.
  public let nullStandardError: Double?
  /// The confidence interval.
  public let interval: ClosedRange<Double>?
  /// How many cases (units, respondents, groups) the figure rests on, where that is one number.
  public let n: Int?

  private init(
    _ value: Double?, _ undefined: UndefinedReason?, _ observed: Double?, _ expected: Double?,
    _ standardError: Double?, _ nullStandardError: Double?, _ interval: ClosedRange<Double>?,
    _ n: Int?
  ) {
    self.value = value
    self.undefined = undefined
    self.observed = observed
    self.expected = expected
    self.standardError = standardError
    self.nullStandardError = nullStandardError
    self.interval = interval
    self.n = n
  }

  /// A figure with a value; one that is not finite becomes undefined.
  public static func defined(
    _ value: Double, observed: Double? = nil, expected: Double? = nil,
    standardError: Double? = nil, nullStandardError: Double? = nil,
    interval: ClosedRange<Double>? = nil, n: Int? = nil
  ) -> Figure {
    guard value.isFinite else {
      return undefined(.notFinite, observed: observed, expected: expected, n: n)
    }
    return Figure(
      value, nil, observed, expected, standardError, nullStandardError, interval, n)
  }

  /// A figure without a value, and why.
  public static func undefined(
    _ reason: UndefinedReason, observed: Double? = nil, expected: Double? = nil, n: Int? = nil
  ) -> Figure {
    Figure(nil, reason, observed, expected, nil, nil, nil, n)
  }
}
