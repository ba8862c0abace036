extension EditionConflict {
  /// That those behind two cases or phases, which both stand, are the same people with the same answers.
  ///
  /// Where a case is a whole and others are its parts, or one holds a copy of another, figures on them can be
  /// added and taken off until a few are left, however many they differ by in pairs. So people stand behind one of
  /// them alone.
  ///
  /// They are known by their tokens, where these gave the same answers: tokens are often mere numbers, so three in
  /// four of those that both have must have answered alike, in another phase of a case in long responses. Under
  /// other names they are known by what they contributed where that is as good as a name, half of the fewer return,
  /// and not all of them contributed the same.
  ///
  /// - Parameters:
  ///   - now: What is to be shown.
  ///   - other: What was shown, or is shown beside it, of another case or phase.
  ///   - limits: On how many people figures are shown.
  /// - Returns: A conflict each for the survey and for interviews; empty where they have too few in common to be
  ///   taken for the same.
  static func inCommon(
    _ now: PublishedBase, _ other: PublishedBase, limits: Limits
  ) -> [EditionConflict] {
    let pair = PeopleInCommon(
      now.shown(limits).membersByStatistic, other.membersByStatistic,
      isSameCase: now.caseID == other.caseID)
    let found: [(PublishedBase.Statistic, least: Int, count: Int)] = [
      (.responses, limits.answers, pair.respondents(least: limits.answers)),
      (.interviewees, limits.interviewees, pair.interviewees(least: limits.interviewees)),
    ]
    return found.filter { $0.count > 0 }.map { statistic, least, count in
      EditionConflict(
        caseID: now.caseID, phase: now.phase, statistic: statistic, came: count, went: count,
        least: least,
        matching: .inCommon(.init(caseID: other.caseID, phase: other.phase)))
    }
  }
}

/// Who is behind two bases.
private struct PeopleInCommon {
  typealias Sets = [PublishedBase.Statistic: [PublishedBase.Member]]

  let now: Sets
  let other: Sets
  let isSameCase: Bool

  init(_ now: Sets, _ other: Sets, isSameCase: Bool) {
    (self.now, self.other, self.isSameCase) = (now, other, isSameCase)
  }

  /// How many respondents are the same; 0 where they are fewer than `least`, or may be alike by chance.
  func respondents(least: Int) -> Int {
    let areLong = isTelling(.responses, now) && isTelling(.responses, other)
    if areLong || !isSameCase {
      let rows = inCommon(.rows)
      if rows >= least, 4 * rows >= 3 * inCommon(.tokens) { return rows }
    }
    return areLong ? contributing(.answers, least: least) : 0
  }

  /// The same of interviewees: who is interviewed in two phases may well say the same.
  func interviewees(least: Int) -> Int {
    isSameCase ? 0 : contributing(.interviewees, least: least)
  }

  /// How many bear the same mark in both.
  private func inCommon(_ statistic: PublishedBase.Statistic) -> Int {
    guard let own = now[statistic], let others = other[statistic] else { return 0 }
    return own.count - UnmatchedPeople(own, others).now.count
  }

  /// How many under other names contributed the same, half of the fewer and not all alike; else 0.
  private func contributing(_ statistic: PublishedBase.Statistic, least: Int) -> Int {
    guard let own = now[statistic], let others = other[statistic] else { return 0 }
    // Who is known by name in another phase answers in a further round.
    let rest = isSameCase ? UnmatchedPeople(own, others) : .init(now: own, then: others)
    let (first, second) = (counts(rest.now), counts(rest.then))
    let same = first.compactMap { content, count in second[content].map { min(count, $0) } }
    let matched = same.reduce(0, +)
    guard same.count >= least, 2 * matched >= min(rest.now.count, rest.then.count) else { return 0 }
    return matched
  }

  private func counts(_ members: [PublishedBase.Member]) -> [UInt64: Int] {
    members.reduce(into: [:]) { if let content = $1.content { $0[content, default: 0] += 1 } }
  }

  /// Whether most contributions are long enough to be as good as a name.
  private func isTelling(_ statistic: PublishedBase.Statistic, _ sets: Sets) -> Bool {
    guard let whole = sets[statistic] else { return false }
    return 2 * whole.count { $0.content != nil } >= whole.count
  }
}
