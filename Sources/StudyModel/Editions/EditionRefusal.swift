/// Why a report must not be published: held beside an earlier one it would tell of a few people.
public struct EditionRefusal: Error, Sendable, Hashable {
  /// A conflict with an earlier edition.
  public struct Conflict: Sendable, Hashable {
    /// What differs by a few.
    public var difference: EditionConflict
    /// The edition from which it differs.
    public var edition: Edition
  }

  /// The conflicts, a base, statistic and earlier edition each.
  public let conflicts: [Conflict]

  /// What stands in the way of showing some bases; nil where nothing does.
  ///
  /// - Parameters:
  ///   - bases: What is to be shown.
  ///   - all: What the study has of all cases and phases now.
  ///   - states: What was published earlier.
  ///   - limits: On how many people figures are shown.
  public init?(
    showing bases: [PublishedBase], among all: [PublishedBase], beside states: [PublishedState],
    limits: Limits
  ) {
    // What was published of a place that has nobody left of it may be another place's by now.
    let gone = Set(
      states.filter { state in
        !all.contains { $0.isPlace(of: state.base) && $0.sharesSomebody(with: state.base) }
      }.map(\.id))
    conflicts = bases.flatMap { base -> [Conflict] in
      // What was published already, as it is, tells nothing new; a reason given for one report lets out
      // no other.
      guard !states.contains(where: { $0.base == base && $0.edition.republished == nil }) else {
        return []
      }
      return states.flatMap { state in
        let found =
          state.base.isPlace(of: base) || gone.contains(state.id)
          ? EditionConflict.between(base, and: state.base, limits: limits)
          : EditionConflict.between(base, andOther: state.base, limits: limits)
        return found.map { Conflict(difference: $0, edition: state.edition) }
      }
    }
    guard !conflicts.isEmpty else { return nil }
  }
}

extension EditionRefusal: Failing {
  /// It can be done, and something that is to hold would not.
  public var failure: Failure { Failure(.held, diagnostics) }
}

extension PublishedBase {
  /// Whether this is of the case and phase that another is of.
  fileprivate func isPlace(of other: PublishedBase) -> Bool {
    caseID == other.caseID && phase == other.phase
  }

  /// Whether somebody of another base is in this, with the same contribution.
  fileprivate func sharesSomebody(with other: PublishedBase) -> Bool {
    let known = Set(people.filter(\.statistic.isOfPeople).flatMap(\.members).map(\.person))
    return other.people.contains { $0.members.contains { known.contains($0.person) } }
  }
}
