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
  ///   - rules: The framework and rules by which figures are made now.
  ///   - limits: On how many people figures are shown.
  public init?(
    showing bases: [PublishedBase], among all: [PublishedBase], beside states: [PublishedState],
    madeBy rules: String, limits: Limits
  ) {
    let moved = Dictionary(
      states.map { ($0.id, $0.base.moved(from: all)) }, uniquingKeysWith: { first, _ in first })
    conflicts = bases.flatMap { base -> [Conflict] in
      let earlier = states.filter { $0.base.isPlace(of: base) }
      // What was published already, as it is, tells nothing new; a reason given for one report lets out
      // no other.
      guard !earlier.contains(where: { $0.base == base && $0.edition.republished == nil }) else {
        return []
      }
      let isKnown = earlier.contains { base.holdsMost(of: $0.base) }
      let pairs = states.flatMap { state in
        let hasSameRules = state.edition.rules == rules
        func beside(_ earlier: PublishedBase) -> [EditionConflict] {
          EditionConflict.between(
            base, and: earlier, limits: limits, hasSameRules: hasSameRules, isKnown: isKnown)
        }
        let parts = moved[state.id] ?? (gone: state.base, stays: state.base)
        let found =
          state.base.isPlace(of: base)
          ? beside(state.base)
          : beside(parts.gone)
            + EditionConflict.between(
              base, andOther: parts.stays, limits: limits, hasSameRules: hasSameRules)
        return found.map { Conflict(difference: $0, edition: state.edition) }
      }
      guard pairs.isEmpty, let last = earlier.last else { return pairs }
      return EditionConflict.together(base, with: earlier.map(\.base), limits: limits)
        .map { Conflict(difference: $0, edition: last.edition) }
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

  /// What of it may be another place's by now, since in its own fewer than half of it are left, and the rest;
  /// survey and interviews each for itself.
  fileprivate func moved(from all: [PublishedBase]) -> (gone: PublishedBase, stays: PublishedBase) {
    var (gone, stays) = (self, self)
    (gone.people, stays.people) = ([], [])
    for isOfSurvey in [true, false] {
      var part = self
      part.people.removeAll { $0.statistic.isOfSurvey != isOfSurvey }
      if all.contains(where: { $0.isPlace(of: part) && $0.holdsMost(of: part) }) {
        stays.people += part.people
      } else {
        gone.people += part.people
      }
    }
    return (gone, stays)
  }

  /// Whether half of the people behind something that another shows are behind this, too.
  ///
  /// Fewer who stay where all others went under another name must not hide that they went.
  fileprivate func holdsMost(of other: PublishedBase) -> Bool {
    let known = Set(people.filter(\.statistic.isOfPeople).flatMap(\.members).map(\.person))
    return other.people.contains { set in
      set.statistic.isOfPeople
        && 2 * set.members.count { known.contains($0.person) } >= set.members.count
    }
  }
}
