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
  ///   - told: The statistics that were told already as they are now.
  /// - Returns: A conflict a statistic, in the order of the new base; empty where both can stand.
  public static func between(
    _ now: PublishedBase, and earlier: PublishedBase, limits: Limits,
    hasSameRules: Bool = true, isKnown: Bool = false, told: Set<PublishedBase.Statistic> = []
  ) -> [EditionConflict] {
    let pair = Pair(
      now, earlier, limits, hasSameRules: hasSameRules,
      tokensTell: !isKnown || now.caseID == earlier.caseID, told: told)
    let found = pair.now.people.compactMap(pair.conflict)
    // Of the same people under the same names constructs tell more than whole responses.
    guard !found.contains(where: \.statistic.isOfSurvey) else { return found }
    let answeredAnew = pair.answeredAnew
    return found + (answeredAnew.isEmpty ? pair.copiedResponses : answeredAnew)
  }

  /// What differs by a few between what is shown now and what was shown earlier of another case or phase
  /// that is still there, where the one seems to be a copy of the other under other names.
  public static func between(
    _ now: PublishedBase, andOther earlier: PublishedBase, limits: Limits,
    hasSameRules: Bool = true, told: Set<PublishedBase.Statistic> = []
  ) -> [EditionConflict] {
    let pair = Pair(now, earlier, limits, hasSameRules: hasSameRules, told: told)
    return pair.copiedResponses + pair.copies(.interviewees)
  }

  /// What differs by a few between what is shown now and what was shown earlier of any phase of the case.
  ///
  /// Of another phase it is what a change was told of: the same values as behind a level.
  static func inCase(
    _ now: PublishedBase, and earlier: PublishedBase, limits: Limits,
    told: Set<PublishedBase.Statistic> = []
  ) -> [EditionConflict] {
    now.phase == earlier.phase
      ? between(now, and: earlier, limits: limits, told: told)
      : Pair(now, earlier, limits, hasSameRules: true, told: told).sums
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
  /// What tells nothing new.
  private let told: Set<PublishedBase.Statistic>

  init(
    _ now: PublishedBase, _ earlier: PublishedBase, _ limits: Limits,
    hasSameRules: Bool, tokensTell: Bool = false, told: Set<PublishedBase.Statistic>
  ) {
    self.told = told
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

  /// What differs by a few behind a statistic that both show, or behind sums over the same values.
  func conflict(_ set: PublishedBase.People) -> EditionConflict? {
    guard isCompared(set.statistic) else { return nil }
    if let untold = untold(set) { return untold }
    return others(of: set.statistic).lazy.compactMap { conflict(set, $0) }.first
  }

  /// What differs by a few of sums over the same values of the same people, by their names, in whatever
  /// phases these stand.
  var sums: [EditionConflict] {
    now.people.filter { isCompared($0.statistic) && !$0.statistic.sameSums.isEmpty }.compactMap {
      set in
      others(of: set.statistic).lazy.compactMap { other in
        let rest = UnmatchedPeople(set.members, then[other] ?? [])
        // Sums that have nobody in common have no difference.
        guard rest.now.count < set.members.count else { return nil }
        return isFew(rest, set.statistic)
          ? conflict(set.statistic, rest, .names)
          : weighsLikeFew(set.statistic, than: other, rest, .names)
      }.first
    }
  }

  /// The statistics of the earlier base beside which one tells, its own first.
  private func others(of statistic: PublishedBase.Statistic) -> [PublishedBase.Statistic] {
    ([statistic] + statistic.sameSums.filter { $0 != statistic }).filter { then[$0] != nil }
  }

  private func conflict(
    _ set: PublishedBase.People, _ other: PublishedBase.Statistic
  ) -> EditionConflict? {
    let (statistic, then) = (set.statistic, then[other] ?? [])
    let rest = UnmatchedPeople(set.members, then)
    if isSamePlace {
      if isFew(rest, statistic) { return conflict(statistic, rest, .names) }
      // The same people averaged in two ways give the answers of whoever weighs most.
      if rest.isEmpty {
        return weighsOtherwise(statistic, than: other, areNamed: true)
          ? conflict(statistic, UnmatchedPeople(now: set.members, then: then), .names) : nil
      }
      if let held = weighsLikeFew(statistic, than: other, rest, .names) { return held }
    }
    guard renaming.isLikely(statistic) else { return nil }
    let unknown = unknown(of: rest, in: [statistic] + statistic.sameSums)
    guard unknown.now.count < rest.now.count else { return nil }
    if unknown.isEmpty, weighsOtherwise(statistic, than: other, areNamed: false) {
      return conflict(
        statistic, UnmatchedPeople(now: rest.now, then: Array(rest.then.prefix(rest.now.count))),
        .names)
    }
    let matching = EditionConflict.Matching.contributions(formerly: formerly)
    return isFew(unknown, statistic)
      ? conflict(statistic, unknown, matching)
      : weighsLikeFew(statistic, than: other, unknown, matching)
  }

  /// Who is left when others are matched by what they contributed: of those alone who do not stand under
  /// their names in other sums of the other base.
  private func unknown(
    of rest: UnmatchedPeople, in sums: [PublishedBase.Statistic]
  ) -> UnmatchedPeople {
    func persons(_ sets: [PublishedBase.Statistic: [PublishedBase.Member]]) -> Set<UInt64> {
      Set(sums.flatMap { sets[$0] ?? [] }.map(\.person))
    }
    let (knownNow, knownThen) = (persons(own), persons(then))
    var unknown = UnmatchedPeople(
      now: rest.now.filter { !knownThen.contains($0.person) },
      then: rest.then.filter { !knownNow.contains($0.person) }
    ).matchedByContribution
    unknown.now += rest.now.filter { knownThen.contains($0.person) }
    unknown.then += rest.then.filter { knownNow.contains($0.person) }
    return unknown
  }

  /// A change, beside an edition of before that does not say on whom its own rested: whoever stands in a
  /// pair now may be the one who did not then.
  private func untold(_ set: PublishedBase.People) -> EditionConflict? {
    guard isSamePlace, isOfBefore, then[set.statistic] == nil else { return nil }
    switch set.statistic {
    case .changeFrom(let id), .changeTo(let id):
      guard then[.survey(id)] != nil else { return nil }
      return conflict(
        set.statistic, UnmatchedPeople(now: set.members, then: set.members), .names)
    default: return nil
    }
  }

  /// The same tokens in the same place with other answers, but for a few: an item may be read the other way
  /// round, or organizations may be known by now, and who came would follow.
  var answeredAnew: [EditionConflict] {
    guard isSamePlace, tellsNew(isOfSurvey: true), let now = own[.tokens],
      let then = then[.tokens]
    else { return [] }
    let tokens = UnmatchedPeople(now, then)
    let least = least(.tokens)
    guard tokens.now.count < least, tokens.then.count < least, now.count > tokens.now.count
    else { return [] }
    let areOthers = self.now.people.contains { set in
      guard case .survey = set.statistic, let before = self.then[set.statistic] else {
        return false
      }
      let rest = UnmatchedPeople(set.members, before)
      return 2 * (set.members.count - rest.now.count) < min(set.members.count, before.count)
    }
    guard areOthers else { return [] }
    return [
      conflict(.responses, tokens.isEmpty ? UnmatchedPeople(now: now, then: now) : tokens, .names)
    ]
  }

  /// Responses that return whatever anything is called, also with all answers turned round, or with their
  /// tokens.
  var copiedResponses: [EditionConflict] {
    for own in [PublishedBase.Statistic.answers, .turned] {
      let copies = copies(.answers, as: own)
      if !copies.isEmpty { return copies }
    }
    return rowsAgain
  }

  /// The same tokens with the same answers in another case or phase, but for a few.
  ///
  /// Tokens are often mere numbers, and few answers are easily alike; so all of the one must be among the
  /// other.
  private var rowsAgain: [EditionConflict] {
    guard !isSamePlace, tellsNew(isOfSurvey: true), let now = own[.rows], let then = then[.rows]
    else { return [] }
    let rest = UnmatchedPeople(now, then)
    let least = least(.rows)
    guard now.count - rest.now.count >= least, !rest.isEmpty, rest.now.isEmpty || rest.then.isEmpty,
      rest.now.count < least, rest.then.count < least
    else { return [] }
    return [conflict(.responses, rest, .contributions(formerly: formerly))]
  }

  /// Whether anything is shown that was not told before.
  private func tellsNew(isOfSurvey: Bool) -> Bool {
    now.people.contains { $0.statistic.isOfSurvey == isOfSurvey && isCompared($0.statistic) }
  }

  /// What differs by a few where all else that was given returns, whatever anything is called.
  ///
  /// Of those who answered under the same name in another phase it is a further round, and nothing
  /// follows from their answers being alike. Few short responses are as good as a name, so all of the
  /// one must be among the other there, and nothing is made of them between cases.
  func copies(
    _ statistic: PublishedBase.Statistic, as own: PublishedBase.Statistic? = nil
  ) -> [EditionConflict] {
    guard tellsNew(isOfSurvey: statistic.isOfSurvey) else { return [] }
    guard let now = self.own[own ?? statistic], let then = then[statistic] else { return [] }
    let isTelling = statistic == .interviewees || areTelling(self.own) && areTelling(self.then)
    // Turned round, few short answers are as good as any others.
    guard isTelling || own == nil || own == statistic else { return [] }
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
        self.own.keys.contains(where: {
          // Who stands in pairs may be others though all who answered return.
          if case .survey = $0 {
            weighsOtherwise($0, than: $0, areNamed: areNamed)
          } else {
            false
          }
        })
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
    guard !told.contains(statistic) else { return false }
    return switch statistic {
    case .weighting, .places, .grouping, .words, .heard, .alike, .answers, .turned, .tokens, .rows,
      .parts,
      .names:
      false
    case .statements(let id): own[.words(id)] != then[.words(id)]
    case .responses, .survey, .gap, .received, .changeFrom, .changeTo, .scale, .interviewees,
      .interviews, .levels, .coded, .counted:
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
    let isWithin = rest.now.isEmpty || rest.then.isEmpty
    return EditionConflict(
      caseID: now.caseID, phase: now.phase, statistic: statistic, came: rest.now.count,
      went: rest.then.count,
      least: isWithin && statistic.isOfSurvey
        ? limits.apart(byOrganizations: !statistic.weighsAlike(in: own)) : least(statistic),
      matching: matching)
  }

  /// How many must have come, or gone, at least; of sources as many as of those who speak in them.
  private func least(_ statistic: PublishedBase.Statistic) -> Int {
    statistic.isOfSurvey ? limits.answers : limits.interviewees
  }

  /// Whether few came or went, but somebody.
  private func isFew(_ rest: UnmatchedPeople, _ statistic: PublishedBase.Statistic) -> Bool {
    guard statistic.isOfSurvey else {
      return [rest.now.count, rest.then.count].contains { $0 > 0 && $0 < least(statistic) }
    }
    return limits.areFew(
      rest.now.count, rest.then.count, byOrganizations: !statistic.weighsAlike(in: own))
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
        beside: earlier, least: limits.answers, byContribution: matching != .names)
    else { return nil }
    var held = conflict(statistic, rest, matching)
    held.weighing = told
    return held
  }

  /// Whether the same people behind a figure weigh otherwise than they did.
  ///
  /// An edition of before says how they were grouped, and not whether the groups weighed the same: people of
  /// the same names and rules did as they do; of others it is not known.
  private func weighsOtherwise(
    _ statistic: PublishedBase.Statistic, than other: PublishedBase.Statistic, areNamed: Bool
  ) -> Bool {
    guard let weighting = own[.weighting(of: statistic)], then[other] != nil else {
      return false
    }
    guard let known = then[.weighting(of: other)] else {
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

extension PublishedBase.Statistic {
  /// Whether people weigh alike in it; what has no weights of its own goes by the levels beside it.
  ///
  /// - Parameter sets: What is shown with it.
  /// - Returns: False where organizations weigh the same, and where that is not kept.
  func weighsAlike(in sets: [Self: [PublishedBase.Member]]) -> Bool {
    let places =
      sets[.places(of: self)].map { [$0] }
      ?? Array(
        sets.filter { if case .places(of: .survey) = $0.key { true } else { false } }.values)
    return places.contains { $0.count == 1 && $0[0].content == nil }
  }
}
