/// Whether something that is expected, or expected to bring it about, came about in a case.
public enum Occurrence: String, Sendable, Hashable, CaseIterable {
  case found
  case notFound = "not found"
  /// Neither clearly there nor clearly not.
  case unclear
}

extension ConstructScore {
  /// Whether the construct is found in the case.
  ///
  /// It is unclear where the level may as well lie on the other side of the border of a concern.
  ///
  /// - Parameter border: The level from which it is no concern.
  /// - Returns: Whether it is found; nil where that is unknown.
  public func occurrence(border: Double) -> Occurrence? {
    guard let isFound else { return nil }
    if let interval, NineDecimals.isLess(interval.low, than: border),
      NineDecimals.isLess(border, than: interval.high)
    {
      return .unclear
    }
    return isFound ? .found : .notFound
  }

  /// The same of an outcome, which is unclear also where there is some of it and clearly less than is wanted.
  public func occurrenceAsOutcome(border: Double) -> Occurrence? {
    guard let occurrence = occurrence(border: border) else { return nil }
    return standing == .partly && gapReading == .short ? .unclear : occurrence
  }

  /// The same of a condition, of which silence tells nothing: what is missing needs evidence against it.
  public func occurrenceAsCondition(border: Double) -> Occurrence? {
    standing == .silent ? nil : occurrence(border: border)
  }
}
