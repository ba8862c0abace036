/// What wanted and received say when held beside each other, and beside the interviews.
///
/// Scoring specification, sections 6 and 8: a gap is clear where its interval leaves out 0, and nothing is
/// diagnosed of what interviews and survey contradict each other on. The gap is the survey's alone; what it says
/// is received, interviews may deny.
public enum GapReading: String, Sendable, Hashable, CaseIterable {
  /// Clearly more is wanted than received: 0 lies strictly below the interval.
  case short
  /// Clearly more is received than wanted: 0 lies strictly above it.
  case over
  /// The interval holds 0.
  case level
  /// Interviews contradict what the survey says is received.
  case contradicted
}
