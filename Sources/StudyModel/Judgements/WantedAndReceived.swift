/// Wanted and received: judged once, for whatever speaks of it.
extension ConstructScore {
  /// What can be said of the gap; nil without an interval, for nobody can then tell whether it is clear.
  public var gapReading: GapReading? {
    guard let interval = gap.figure?.interval else { return nil }
    if convergence == .dissonance { return .contradicted }
    if NineDecimals.isLess(0, than: interval.low) { return .short }
    return NineDecimals.isLess(interval.high, than: 0) ? .over : .level
  }

  /// Whether wanted and received clearly differ.
  public var hasClearGap: Bool { gapReading == .short || gapReading == .over }

  /// The quadrant as rules, pages and tables name it: only of a gap that is clear.
  public var namedQuadrant: ValueGap.Quadrant? { hasClearGap ? gap.figure?.quadrant : nil }
}
