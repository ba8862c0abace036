/// The members of two bases' sets that are in the one alone.
struct UnmatchedPeople {
  /// Those in the newer alone.
  var now: [PublishedBase.Member]
  /// Those in the earlier alone.
  var then: [PublishedBase.Member]

  /// Somebody who can be known by what was contributed.
  private struct Telling {
    let member: PublishedBase.Member
    let content: UInt64
  }

  /// Matches by person; both in ascending order.
  init(_ first: [PublishedBase.Member], _ second: [PublishedBase.Member]) {
    (now, then) = Self.rest(first, second, by: \.person)
  }

  init(now: [PublishedBase.Member], then: [PublishedBase.Member]) {
    (self.now, self.then) = (now, then)
  }

  /// Whether nobody is in the one alone.
  var isEmpty: Bool { now.isEmpty && then.isEmpty }

  /// Those who are left when, besides, each is matched with one who contributed the same.
  var matchedByContribution: UnmatchedPeople {
    func telling(_ members: [PublishedBase.Member]) -> [Telling] {
      members.compactMap { member in
        member.content.map { Telling(member: member, content: $0) }
      }.sorted { $0.content < $1.content }
    }
    let (first, second) = Self.rest(telling(now), telling(then), by: \.content)
    return UnmatchedPeople(
      now: first.map(\.member) + now.filter { $0.content == nil },
      then: second.map(\.member) + then.filter { $0.content == nil })
  }

  /// What is in the first alone and in the second alone, by a key in whose order both are.
  private static func rest<Item>(
    _ first: [Item], _ second: [Item], by key: (Item) -> UInt64
  ) -> ([Item], [Item]) {
    var (at, other) = (0, 0)
    var alone: [Item] = []
    var otherAlone: [Item] = []
    while at < first.count, other < second.count {
      let (left, right) = (key(first[at]), key(second[other]))
      if left == right {
        at += 1
        other += 1
      } else if left < right {
        alone.append(first[at])
        at += 1
      } else {
        otherAlone.append(second[other])
        other += 1
      }
    }
    return (alone + first[at...], otherAlone + second[other...])
  }
}

/// Whether people of two bases who share no name may be the same people under other names.
///
/// On short scales many give the same answers, so equal answers alone say little. A whole response of
/// many answers is as good as a name: where there are such, half of them must return. Where there are
/// none, those of one case and phase are taken for the same; all others, where one of the bases is wholly
/// in the other on half of the constructs: another column makes other responses of all.
struct EditionRenaming {
  private let isOfSurvey: Bool
  private let isOfInterviews: Bool
  private let isSamePlace: Bool

  init(_ now: PublishedBase, _ earlier: PublishedBase, isSamePlace: Bool) {
    func isLikely(_ whole: PublishedBase.Statistic) -> Bool {
      let sets = now.people.filter(\.statistic.knowsPeople).compactMap { set in
        earlier.people.first { $0.statistic == set.statistic }.map {
          (set.statistic, UnmatchedPeople(set.members, $0.members))
        }
      }.filter { $0.0.isOfSurvey == whole.isOfSurvey }
      let known = sets.first { $0.0 == whole }.flatMap { Self.areKnown($0.1) }
      guard known != true else { return true }
      guard !isSamePlace || known == false else { return true }
      let parts = sets.filter { $0.0.construct != nil }.map(\.1)
      // One more column makes other figures of all that it belongs to.
      return !parts.isEmpty && 2 * parts.count(where: Self.isNested) >= parts.count
    }
    isOfSurvey = isLikely(.responses)
    isOfInterviews = isLikely(.interviewees)
    self.isSamePlace = isSamePlace
  }

  /// Whether those behind a statistic may have other names.
  func isLikely(_ statistic: PublishedBase.Statistic) -> Bool {
    // Sources that were marked alike are the same ones, whatever they are called.
    if case .coded = statistic { return isSamePlace || isOfInterviews }
    return statistic.isOfSurvey ? isOfSurvey : isOfInterviews
  }

  /// Whether half of whole accounts that tell people apart return; nil where there are too few such.
  private static func areKnown(_ rest: UnmatchedPeople) -> Bool? {
    let (now, then) = (
      rest.now.count { $0.content != nil }, rest.then.count { $0.content != nil }
    )
    guard 2 * now >= rest.now.count, 2 * then >= rest.then.count, now > 0, then > 0 else {
      return nil
    }
    let matched = rest.now.count - rest.matchedByContribution.now.count
    return 2 * matched >= min(now, then)
  }

  /// Whether all of the one are among the other by what they contributed.
  private static func isNested(_ rest: UnmatchedPeople) -> Bool {
    let unknown = rest.matchedByContribution
    return unknown.now.count < rest.now.count && (unknown.now.isEmpty || unknown.then.isEmpty)
  }
}

extension PublishedBase.Statistic {
  /// Whether those behind it can be known again by what they said of it: silence is everybody's.
  fileprivate var knowsPeople: Bool {
    switch self {
    case .responses, .survey, .gap, .interviewees, .interviews: true
    case .answers, .weights, .statements, .words, .coded: false
    }
  }
}
