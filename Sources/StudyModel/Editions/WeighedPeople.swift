/// The people behind a figure of an edition, and how much each weighs in it.
struct WeighedPeople {
  private let members: [PublishedBase.Member]
  /// As one of how many in an organization each weighs, in the order of the members; nil where it is not known.
  private let sizes: [Int]?

  /// Takes the people of a statistic, and the organizations that they are in.
  ///
  /// - Parameters:
  ///   - members: The people.
  ///   - places: What is kept of ``PublishedBase/Statistic/places(of:)``; nil where nothing is.
  init(_ members: [PublishedBase.Member], places: [PublishedBase.Member]?) {
    self.members = members
    sizes = places.flatMap { Self.sizes(of: members, $0) }
  }

  /// How much each weighs; nil where it is not known.
  private var weights: [Double]? { sizes?.map { 1 / Double($0) } }

  /// The sum over them, by their names; where it is not known how they weigh, as if alike.
  var sum: EditionsTogether.Sum {
    Dictionary(
      zip(members.map(\.person), sizes ?? members.map { _ in 1 }),
      uniquingKeysWith: { first, _ in first })
  }

  /// As how many those count who are behind the one alone, or weigh otherwise in the other.
  ///
  /// Where all weigh alike in both, heads tell.
  ///
  /// - Parameters:
  ///   - earlier: The people behind the earlier figure.
  ///   - least: As how many they must count.
  ///   - byContribution: Whether those of different names are one person where they contributed the same.
  /// - Returns: Nil where they count as enough, or are nobody.
  func weighing(
    beside earlier: WeighedPeople, least: Int, byContribution: Bool
  ) -> EditionConflict.Weighing? {
    guard let weights, let then = earlier.weights else {
      return shares(with: earlier, byContribution: byContribution) ? .notKnown : nil
    }
    guard Set(weights).count > 1 || Set(then).count > 1 else { return nil }
    let (own, known) = Self.keys(
      Array(zip(members, weights)), Array(zip(earlier.members, then)),
      byContribution: byContribution)
    return SharedSums.few(own, beside: [known], least: least).map { .few(max(1, Int($0))) }
  }

  /// Whether somebody is behind both.
  private func shares(with other: WeighedPeople, byContribution: Bool) -> Bool {
    !Set(members.map(\.person)).isDisjoint(with: other.members.map(\.person))
      || byContribution
        && !Set(members.compactMap(\.content)).isDisjoint(with: other.members.compactMap(\.content))
  }

  /// As one of how many each member weighs: those in an organization together as much as those in another.
  ///
  /// A single mark of nobody's organization stands where all weigh alike.
  private static func sizes(
    of members: [PublishedBase.Member], _ places: [PublishedBase.Member]
  ) -> [Int]? {
    if places.count == 1, places[0].content == nil {
      return Array(repeating: 1, count: members.count)
    }
    let organizations = Dictionary(
      places.map { ($0.person, $0.content) }, uniquingKeysWith: { first, _ in first })
    let own = members.map { organizations[$0.person].flatMap { $0 } }
    guard !own.contains(nil) else { return nil }
    let sizes = Dictionary(grouping: own) { $0 }.mapValues(\.count)
    return own.map { sizes[$0] ?? 1 }
  }

  /// Who is whom in two figures, with the weight in each.
  private static func keys(
    _ now: [(PublishedBase.Member, Double)], _ then: [(PublishedBase.Member, Double)],
    byContribution: Bool
  ) -> (now: SharedSums.Weights<Key>, then: SharedSums.Weights<Key>) {
    let known = (Set(now.map(\.0.person)), Set(then.map(\.0.person)))
    func keyed(
      _ people: [(PublishedBase.Member, Double)], known: Set<UInt64>
    ) -> SharedSums.Weights<Key> {
      var found: SharedSums.Weights<Key> = [:]
      var places: [UInt64: Int] = [:]
      // Of several who contributed the same those who weigh as much are one another.
      for (member, weight) in people.sorted(by: { $0.1 < $1.1 }) {
        guard byContribution, !known.contains(member.person), let content = member.content else {
          found[.person(member.person), default: 0] += weight
          continue
        }
        found[.contribution(content, places[content, default: 0])] = weight
        places[content, default: 0] += 1
      }
      return found
    }
    return (keyed(now, known: known.1), keyed(then, known: known.0))
  }

  /// Somebody, by name, or by what was contributed and as the how many-th of those who contributed that.
  private enum Key: Hashable {
    case person(UInt64)
    case contribution(UInt64, Int)
  }
}
