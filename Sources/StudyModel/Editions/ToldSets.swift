/// What was told already on exactly the same people, who weigh the same: it tells nothing new when it is told
/// again.
///
/// Digests of people hold their case and phase, so that nothing is taken for another place's.
struct ToldSets: Sendable {
  private struct Entry: Hashable {
    let statistic: PublishedBase.Statistic
    let members: [PublishedBase.Member]
    let weighting: [PublishedBase.Member]?
  }

  private let sets: Set<Entry>

  /// Takes in what was published.
  init(_ bases: [PublishedBase]) { sets = Set(bases.flatMap(Self.entries)) }

  /// The statistics of a base that were told.
  func areTold(in base: PublishedBase) -> Set<PublishedBase.Statistic> {
    Set(
      zip(base.people, Self.entries(base)).filter { sets.contains($0.1) }.map { $0.0.statistic })
  }

  private static func entries(_ base: PublishedBase) -> [Entry] {
    let members = base.membersByStatistic
    return base.people.map { people in
      Entry(
        // Sums over the same values are one statistic, wherever they stand.
        statistic: people.statistic.sameSums.first ?? people.statistic, members: people.members,
        weighting: members[.weighting(of: people.statistic)])
    }
  }
}
