/// What was published earlier, beside which something new is held.
struct EarlierStates {
  private let states: [PublishedState]
  /// Of each state what may be another place's by now, and the rest.
  private let moved: [(gone: PublishedBase, stays: PublishedBase)]
  private let told: ToldSets
  private let rules: String
  private let limits: Limits

  /// - Parameters:
  ///   - states: What was published earlier.
  ///   - all: What the study has of all cases and phases now.
  ///   - rules: The framework and rules by which figures are made now.
  ///   - limits: On how many people figures are shown.
  init(_ states: [PublishedState], now all: [PublishedBase], rules: String, limits: Limits) {
    self.states = states
    self.rules = rules
    self.limits = limits
    moved = states.map { $0.base.moved(from: all) }
    // A reason given for one report lets out no other.
    told = ToldSets(states.filter { $0.isToldFreely }.map(\.base))
  }

  /// What stands in the way of showing a base.
  ///
  /// - Parameters:
  ///   - base: What is to be shown.
  ///   - others: What the same report shows of other cases and phases.
  /// - Returns: The conflicts, a statistic and earlier base each; empty where nothing does.
  func conflicts(
    _ base: PublishedBase, after others: ArraySlice<PublishedBase>
  ) -> [EditionRefusal.Conflict] {
    // What was published already, as it is, tells nothing new.
    guard !states.contains(where: { $0.base == base && $0.isToldFreely }) else { return [] }
    let told = told.areTold(in: base)
    let isKnown = states.contains {
      $0.base.isPlace(of: base) && base.holdsMost(of: $0.base)
    }
    var pairs = zip(states, moved).flatMap { state, parts in
      differences(base, state, parts, isKnown: isKnown, told: told)
        .map { EditionRefusal.Conflict(difference: $0, editions: state.editions) }
    }
    for other in others {
      pairs += beside(base, andOther: other, told: told)
        .map { EditionRefusal.Conflict(difference: $0, editions: []) }
    }
    return pairs.isEmpty ? together(base, others: others, told: told) : pairs
  }

  /// What stands in the way beside another case or phase that is still there.
  private func beside(
    _ base: PublishedBase, andOther other: PublishedBase, hasSameRules: Bool = true,
    told: Set<PublishedBase.Statistic>
  ) -> [EditionConflict] {
    EditionConflict.between(
      base, andOther: other, limits: limits, hasSameRules: hasSameRules, told: told)
      + EditionConflict.inCommon(base, other, limits: limits)
  }

  private func differences(
    _ base: PublishedBase, _ state: PublishedState,
    _ parts: (gone: PublishedBase, stays: PublishedBase), isKnown: Bool,
    told: Set<PublishedBase.Statistic>
  ) -> [EditionConflict] {
    let hasSameRules = state.editions.contains { $0.rules == rules }
    func beside(_ earlier: PublishedBase) -> [EditionConflict] {
      EditionConflict.between(
        base, and: earlier, limits: limits, hasSameRules: hasSameRules, isKnown: isKnown,
        told: told)
    }
    guard !state.base.isPlace(of: base) else {
      return beside(state.base)
        + EditionConflict.ofWords(base, state.base, limits: limits, told: told)
        + EditionConflict.ofAlike(base, state.base, limits: limits, told: told)
    }
    return beside(parts.gone)
      + self.beside(base, andOther: parts.stays, hasSameRules: hasSameRules, told: told)
      + (state.base.caseID == base.caseID
        ? EditionConflict.inCase(base, and: state.base, limits: limits, told: told)
          + EditionConflict.ofWords(base, state.base, limits: limits, told: told) : [])
  }

  /// What several tell together: those of the case and phase, those that may be the same under another name,
  /// and those that are parts of these.
  private func together(
    _ base: PublishedBase, others: ArraySlice<PublishedBase>,
    told: Set<PublishedBase.Statistic>
  ) -> [EditionRefusal.Conflict] {
    let gone = moved.map(\.gone).filter {
      !$0.people.isEmpty && !$0.isPlace(of: base) && base.mayBeRenamed(from: $0, limits)
    }
    let parts = zip(states, moved).map { state, parts in
      state.base.isPlace(of: base)
        ? state.base
        : gone.contains { state.base.mayBeRenamed(from: $0, limits) } ? state.base : parts.gone
    }
    let shown = others.filter { other in gone.contains { other.mayBeRenamed(from: $0, limits) } }
    let phases = states.map(\.base).filter {
      $0.caseID == base.caseID && $0.phase != base.phase
    }
    let editions = states.filter { $0.base.caseID == base.caseID || !gone.isEmpty }
      .flatMap(\.editions)
    return EditionConflict.together(
      base, with: parts + shown, besides: phases, limits: limits, told: told
    ).map { .init(difference: $0, editions: Edition.inOrder(editions)) }
  }
}

extension PublishedState {
  /// Whether it was shown in an edition that needed no reason.
  fileprivate var isToldFreely: Bool { editions.contains { $0.republished == nil } }
}

extension PublishedBase {
  /// Whether this is of the case and phase that another is of.
  fileprivate func isPlace(of other: PublishedBase) -> Bool {
    caseID == other.caseID && phase == other.phase
  }

  /// Whether those behind it may be those behind another base, under other names.
  fileprivate func mayBeRenamed(from earlier: PublishedBase, _ limits: Limits) -> Bool {
    EditionRenaming(
      shown(limits), earlier, isSamePlace: isPlace(of: earlier), tokensTell: true
    ).isOfOtherNames
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
