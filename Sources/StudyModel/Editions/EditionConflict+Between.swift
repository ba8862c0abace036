extension EditionConflict {
  /// What differs by a few between what is shown now and what was shown earlier of the same case and
  /// phase, or of one that is not there any more and may be the same under another name.
  ///
  /// - Parameters:
  ///   - now: What is shown now of a case and phase.
  ///   - earlier: What was shown earlier.
  ///   - limits: On how many people figures are shown.
  ///   - hasSameRules: Whether both were made by the same framework and rules.
  ///   - isKnown: Whether most of those shown now were published under this case and phase: then it takes more
  ///     than tokens, which are often mere numbers, to take them for people of another case.
  /// - Returns: A conflict a statistic, in the order of the new base; empty where both can stand.
  public static func between(
    _ now: PublishedBase, and earlier: PublishedBase, limits: Limits,
    hasSameRules: Bool = true, isKnown: Bool = false
  ) -> [EditionConflict] {
    let pair = Pair(
      now, earlier, limits, hasSameRules: hasSameRules,
      tokensTell: !isKnown || now.caseID == earlier.caseID)
    let found = pair.now.people.compactMap(pair.conflict)
    // Of the same people under the same names constructs tell more than whole responses.
    return found.contains { $0.statistic.isOfSurvey } ? found : found + pair.copies(.answers)
  }

  /// What differs by a few between what is shown now and what was shown earlier of another case or phase
  /// that is still there, where the one seems to be a copy of the other under other names.
  public static func between(
    _ now: PublishedBase, andOther earlier: PublishedBase, limits: Limits,
    hasSameRules: Bool = true
  ) -> [EditionConflict] {
    let pair = Pair(now, earlier, limits, hasSameRules: hasSameRules)
    return pair.copies(.answers) + pair.copies(.interviewees)
  }
}

/// Two bases held side by side.
private struct Pair {
  /// What is shown now.
  let now: PublishedBase
  private let earlier: PublishedBase
  private let then: [PublishedBase.Statistic: [PublishedBase.Member]]
  private let own: [PublishedBase.Statistic: [PublishedBase.Member]]
  private let limits: Limits
  private let isSamePlace: Bool
  private let renaming: EditionRenaming
  private let hasSameRules: Bool

  init(
    _ now: PublishedBase, _ earlier: PublishedBase, _ limits: Limits,
    hasSameRules: Bool, tokensTell: Bool = false
  ) {
    self.now = now.shown(limits)
    self.earlier = earlier
    self.limits = limits
    self.hasSameRules = hasSameRules
    then = earlier.membersByStatistic
    own = self.now.membersByStatistic
    isSamePlace = now.caseID == earlier.caseID && now.phase == earlier.phase
    renaming = EditionRenaming(
      self.now, earlier, isSamePlace: isSamePlace, tokensTell: tokensTell)
  }

  /// What differs by a few behind a statistic that both show.
  func conflict(_ set: PublishedBase.People) -> EditionConflict? {
    let statistic = set.statistic
    guard isCompared(statistic) else { return nil }
    guard let then = then[statistic] else { return untold(set) }
    let rest = UnmatchedPeople(set.members, then)
    if isSamePlace {
      if isFew(rest, statistic) { return conflict(statistic, rest, .names) }
      // The same people averaged in two ways give the answers of whoever weighs most.
      if rest.isEmpty {
        return weighsOtherwise(statistic, areNamed: true)
          ? conflict(statistic, UnmatchedPeople(now: set.members, then: then), .names) : nil
      }
      if let held = weighsLikeFew(statistic, than: statistic, rest, .names) { return held }
    }
    guard renaming.isLikely(statistic) else { return nil }
    let unknown = rest.matchedByContribution
    guard unknown.now.count < rest.now.count else { return nil }
    if unknown.isEmpty, weighsOtherwise(statistic, areNamed: false) {
      return conflict(
        statistic, UnmatchedPeople(now: rest.now, then: Array(rest.then.prefix(rest.now.count))),
        .names)
    }
    let matching = EditionConflict.Matching.contributions(formerly: formerly)
    return isFew(unknown, statistic)
      ? conflict(statistic, unknown, matching)
      : weighsLikeFew(statistic, than: statistic, unknown, matching)
  }

  /// A change, beside an edition of before that does not say on whom its own rested: whoever stands in a
  /// pair now may be the one who did not then.
  private func untold(_ set: PublishedBase.People) -> EditionConflict? {
    guard isSamePlace, isOfBefore else { return nil }
    switch set.statistic {
    case .changeFrom(let id), .changeTo(let id):
      guard then[.survey(id)] != nil else { return nil }
      return conflict(
        set.statistic, UnmatchedPeople(now: set.members, then: set.members), .names)
    default: return nil
    }
  }

  /// What differs by a few where all else that was given returns, whatever anything is called.
  ///
  /// Of those who answered under the same name in another phase it is a further round, and nothing
  /// follows from their answers being alike. Few short responses are as good as a name, so all of the
  /// one must be among the other there, and nothing is made of them between cases.
  func copies(_ statistic: PublishedBase.Statistic) -> [EditionConflict] {
    guard let now = own[statistic], let then = then[statistic] else { return [] }
    let isTelling = statistic == .interviewees || areTelling(own) && areTelling(self.then)
    guard isTelling || self.now.caseID == earlier.caseID else { return [] }
    let all = UnmatchedPeople(now: now, then: then)
    let rest = isSamePlace ? all : UnmatchedPeople(now, then)
    let unknown = rest.matchedByContribution
    let matched = rest.now.count - unknown.now.count
    guard matched > 0, 4 * matched >= 3 * min(rest.now.count, rest.then.count),
      2 * matched >= min(now.count, then.count)
    else { return [] }
    if unknown.isEmpty {
      let areNamed = isSamePlace && UnmatchedPeople(now, then).isEmpty
      guard statistic == .answers,
        own.keys.contains(where: { $0.isOfSurvey && weighsOtherwise($0, areNamed: areNamed) })
      else { return [] }
      return [conflict(statistic, rest, .names)]
    }
    let least = least(statistic)
    guard unknown.now.count < least, unknown.then.count < least,
      isTelling || unknown.now.isEmpty || unknown.then.isEmpty
    else { return [] }
    return [conflict(statistic, unknown, .contributions(formerly: formerly))]
  }

  /// Whether it is people by whom a statistic is compared, and more is told than was told already.
  private func isCompared(_ statistic: PublishedBase.Statistic) -> Bool {
    switch statistic {
    case .weighting, .places, .grouping, .words, .answers, .tokens, .parts, .names: false
    case .statements(let id): own[.words(id)] != then[.words(id)]
    case .responses, .survey, .gap, .changeFrom, .changeTo, .scale, .interviewees, .interviews,
      .coded, .counted:
      true
    }
  }

  private var formerly: EditionConflict.Place? {
    isSamePlace ? nil : .init(caseID: earlier.caseID, phase: earlier.phase)
  }

  private func conflict(
    _ statistic: PublishedBase.Statistic, _ rest: UnmatchedPeople,
    _ matching: EditionConflict.Matching
  ) -> EditionConflict {
    EditionConflict(
      caseID: now.caseID, phase: now.phase, statistic: statistic, came: rest.now.count,
      went: rest.then.count, least: least(statistic), matching: matching)
  }

  /// How many must have come, or gone, at least; of sources as many as of those who speak in them.
  private func least(_ statistic: PublishedBase.Statistic) -> Int {
    statistic.isOfSurvey ? limits.answers : limits.interviewees
  }

  /// Whether few came or went, but somebody.
  private func isFew(_ rest: UnmatchedPeople, _ statistic: PublishedBase.Statistic) -> Bool {
    [rest.now.count, rest.then.count].contains { $0 > 0 && $0 < least(statistic) }
  }

  /// What differs by many who weigh like few from a statistic of the earlier base; nil where they weigh as many
  /// as they are.
  private func weighsLikeFew(
    _ statistic: PublishedBase.Statistic, than other: PublishedBase.Statistic,
    _ rest: UnmatchedPeople, _ matching: EditionConflict.Matching
  ) -> EditionConflict? {
    guard let places = own[.places(of: statistic)] else { return nil }
    let earlier = WeighedPeople(then[other] ?? [], places: then[.places(of: other)])
    guard
      let told = WeighedPeople(own[statistic] ?? [], places: places).weighing(
        beside: earlier, least: least(statistic), byContribution: matching != .names)
    else { return nil }
    var held = conflict(statistic, rest, matching)
    held.weighing = told
    return held
  }

  /// Whether the same people behind a figure weigh otherwise than they did.
  ///
  /// An edition of before says how they were grouped, and not whether the groups weighed the same: people of
  /// the same names and rules did as they do; of others it is not known.
  private func weighsOtherwise(_ statistic: PublishedBase.Statistic, areNamed: Bool) -> Bool {
    guard let weighting = own[.weighting(of: statistic)], then[statistic] != nil else {
      return false
    }
    guard let known = then[.weighting(of: statistic)] else {
      return !(areNamed && hasSameRules)
    }
    return weighting != known
  }

  /// Whether the earlier edition is one of before, which says neither who stood in pairs nor who weighed what.
  private var isOfBefore: Bool {
    !then.keys.contains { if case .weighting = $0 { true } else { false } }
  }

  /// Whether most responses are long enough to be as good as a name.
  private func areTelling(_ sets: [PublishedBase.Statistic: [PublishedBase.Member]]) -> Bool {
    guard let whole = sets[.responses] else { return false }
    return 2 * whole.count { $0.content != nil } >= whole.count
  }
}
