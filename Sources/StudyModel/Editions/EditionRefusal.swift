/// Why a report must not be published: held beside an earlier one it would tell of a few people.
public struct EditionRefusal: Error, Sendable, Hashable {
  /// A conflict with an earlier edition.
  public struct Conflict: Sendable, Hashable {
    /// What differs by a few.
    public var difference: EditionConflict
    /// The editions from which it differs, the oldest first; none where it differs so from another case or
    /// phase of the same report.
    public var editions: [Edition]
  }

  /// The conflicts, a base, statistic and earlier edition each.
  public let conflicts: [Conflict]

  /// What stands in the way of showing some bases; nil where nothing does.
  ///
  /// - Parameters:
  ///   - bases: What is to be shown.
  ///   - all: What the study has of all cases and phases now.
  ///   - states: What was published earlier.
  ///   - rules: The framework and rules by which figures are made now.
  ///   - limits: On how many people figures are shown.
  public init?(
    showing bases: [PublishedBase], among all: [PublishedBase], beside states: [PublishedState],
    madeBy rules: String, limits: Limits
  ) {
    let beside = EarlierStates(states, now: all, rules: rules, limits: limits)
    conflicts = bases.enumerated().flatMap { place, base in
      beside.conflicts(base, after: bases[..<place])
    }
    guard !conflicts.isEmpty else { return nil }
  }
}

extension EditionRefusal: Failing {
  /// It can be done, and something that is to hold would not.
  public var failure: Failure { Failure(.held, diagnostics) }
}
