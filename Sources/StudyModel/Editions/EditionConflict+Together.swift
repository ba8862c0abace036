extension EditionConflict {
  private typealias Members = [PublishedBase.Statistic: [PublishedBase.Member]]

  /// Of whom what is shown now tells beside all that was shown earlier, where no two tell.
  ///
  /// - Parameters:
  ///   - now: What is shown now of a case and phase.
  ///   - earlier: What was shown of it, and of what may be the same under another name.
  ///   - phases: What was shown of other phases of the case.
  ///   - limits: On how many people figures are shown.
  ///   - told: The statistics that were told already as they are now.
  /// - Returns: A conflict a statistic.
  public static func together(
    _ now: PublishedBase, with earlier: [PublishedBase], besides phases: [PublishedBase] = [],
    limits: Limits,
    told: Set<PublishedBase.Statistic> = []
  ) -> [EditionConflict] {
    let shown = now.shown(limits)
    let (known, elsewhere) = (
      earlier.map(\.membersByStatistic), phases.map(\.membersByStatistic)
    )
    let shownNow = shown.membersByStatistic
    let areRenamed = zip(earlier, known).contains { base, members in
      members.keys.contains { !$0.sameSums.isEmpty }
        && EditionRenaming(
          shown, base, isSamePlace: now.caseID == base.caseID && now.phase == base.phase,
          tokensTell: true
        ).isOfOtherNames
    }
    // Most figures rest on the same people.
    var found: [SumsTogether: Int?] = [:]
    func sums(_ statistics: [PublishedBase.Statistic], _ bases: [Members]) -> [EditionsTogether.Sum]
    {
      bases.flatMap { base in
        statistics.compactMap { statistic in
          base[statistic].map { WeighedPeople($0, places: base[.places(of: statistic)]).sum }
        }
      }
    }
    func fewNamed(_ statistic: PublishedBase.Statistic, least: Int, apart: Int) -> Int? {
      let before = sums(statistic.sameSums, elsewhere + known)
      // What was told already tells nothing new.
      guard let own = sums([statistic], [shownNow]).first, !before.contains(own) else { return nil }
      let together = SumsTogether(
        own, after: before, besides: sums(statistic.sameSums, [shownNow]))
      if let few = found[together] { return few }
      let few = together.few(least: least, apart: apart)
      found[together] = few
      return few
    }
    return shown.people.compactMap { set in
      let sameSums = set.statistic.sameSums
      guard !sameSums.isEmpty, !told.contains(set.statistic) else { return nil }
      let sets = known.flatMap { base in sameSums.compactMap { base[$0] } }
      let least = set.statistic.isOfSurvey ? limits.answers : limits.interviewees
      let apart =
        set.statistic.isOfSurvey
        ? limits.apart(byOrganizations: !set.statistic.weighsAlike(in: shownNow)) : least
      let few =
        fewNamed(set.statistic, least: least, apart: apart)
        ?? (areRenamed ? ContributionsTogether(set.members, sets, least: least).told : nil)
      return few.map {
        EditionConflict(
          caseID: now.caseID, phase: now.phase, statistic: set.statistic, came: $0, went: $0,
          least: least, matching: .together)
      }
    }
  }
}

/// What several sums tell together, where names changed between them: people are told apart by what they
/// contributed alone, so that sums are added and taken off as counts of equal contributions.
struct ContributionsTogether {
  private let now: [UInt64: Int]
  private let earlier: [[UInt64: Int]]
  private let least: Int

  /// So many earlier sums are tried, the newest; each may be added or taken off up to twice.
  private static let mostSums = 6
  private static let factors = [-2, -1, 0, 1, 2]

  init(_ now: [PublishedBase.Member], _ earlier: [[PublishedBase.Member]], least: Int) {
    func counts(_ members: [PublishedBase.Member]) -> [UInt64: Int] {
      members.reduce(into: [:]) { if let content = $1.content { $0[content, default: 0] += 1 } }
    }
    self.now = counts(now)
    self.least = least
    var kept: [[UInt64: Int]] = []
    for counts in earlier.reversed().map(counts) where !kept.contains(counts) {
      kept.append(counts)
    }
    self.earlier = Array(kept.prefix(Self.mostSums))
  }

  /// The fewest people who are left when earlier sums are taken off; nil where there are enough, or where
  /// nobody is.
  var told: Int? {
    // What all contributed who were told of before tells nothing new.
    guard earlier.count > 1, !earlier.contains(now) else { return nil }
    return fewest(now, from: 0)
  }

  private func fewest(_ rest: [UInt64: Int], from place: Int) -> Int? {
    guard place < earlier.count else {
      let left = rest.values.reduce(0) { $0 + abs($1) }
      return left > 0 && left < least ? left : nil
    }
    return Self.factors.compactMap { factor in
      fewest(
        factor == 0
          ? rest : rest.merging(earlier[place].mapValues { factor * $0 }) { $0 + $1 },
        from: place + 1)
    }.min()
  }
}
