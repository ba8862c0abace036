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
/// many answers is as good as a name: where there are such, half of them must return, whole or but for
/// columns that came or went. Where there are none, those of one case and phase are taken for the same, and so
/// are those of a phase that has nobody left. Of a place that has nobody left the tokens tell as well, however
/// short responses are; else one of the bases must be wholly in the other on half of the constructs.
struct EditionRenaming {
  private let isOfSurvey: Bool
  private let isOfInterviews: Bool
  private let isSamePlace: Bool
  /// Whether half of those who answered, or more, may have other names.
  let isOfOtherNames: Bool

  /// - Parameters:
  ///   - now: What is shown now.
  ///   - earlier: What was shown.
  ///   - isSamePlace: Whether of the same case and phase.
  ///   - tokensTell: Whether tokens that return are the same people's.
  init(
    _ now: PublishedBase, _ earlier: PublishedBase, isSamePlace: Bool, tokensTell: Bool
  ) {
    let (own, then) = (now.membersByStatistic, earlier.membersByStatistic)
    func isLikely(_ whole: PublishedBase.Statistic) -> Bool {
      let sets = now.people.filter {
        $0.statistic.knowsPeople && $0.statistic.isOfSurvey == whole.isOfSurvey
      }.compactMap { set in
        then[set.statistic].map { (set.statistic, UnmatchedPeople(set.members, $0)) }
      }
      let known = sets.first { $0.0 == whole }.flatMap { Self.areKnown($0.1) }
      guard known != true else { return true }
      let names = whole.isOfSurvey ? PublishedBase.Statistic.tokens : .names
      if !isSamePlace, tokensTell, Self.areBack(names, own, then) { return true }
      if whole.isOfSurvey {
        guard let parts = then[.parts] else {
          // An edition of before does not tell whether a column more made other responses of all.
          if isSamePlace { return true }
          return Self.areNested(sets)
        }
        let now = own[.parts] ?? []
        if ResponseRows(now, without: parts).areAmong(ResponseRows(parts, without: now)) {
          return true
        }
      }
      guard now.caseID != earlier.caseID || known == false || !isSamePlace && !whole.isOfSurvey
      else { return true }
      return Self.areNested(sets)
    }
    isOfSurvey = isLikely(.responses)
    let whole = then[.responses] ?? []
    isOfOtherNames =
      isOfSurvey && !whole.isEmpty
      && 2 * UnmatchedPeople(own[.responses] ?? [], whole).then.count >= whole.count
    isOfInterviews = isLikely(.interviewees)
    self.isSamePlace = isSamePlace
  }

  /// Whether half of the names of the fewer return.
  private static func areBack(
    _ statistic: PublishedBase.Statistic,
    _ own: [PublishedBase.Statistic: [PublishedBase.Member]],
    _ then: [PublishedBase.Statistic: [PublishedBase.Member]]
  ) -> Bool {
    guard let now = own[statistic], let then = then[statistic] else { return false }
    let matched = now.count - UnmatchedPeople(now, then).now.count
    return matched > 0 && 2 * matched >= min(now.count, then.count)
  }

  /// Whether on half of the constructs all of the one are among the other.
  private static func areNested(
    _ sets: [(PublishedBase.Statistic, UnmatchedPeople)]
  ) -> Bool {
    let parts = sets.filter { $0.0.construct != nil }.map(\.1)
    // One more column makes other figures of all that it belongs to.
    return !parts.isEmpty && 2 * parts.count(where: isNested) >= parts.count
  }

  /// Whether those behind a statistic may have other names.
  func isLikely(_ statistic: PublishedBase.Statistic) -> Bool {
    // Sources that were marked alike are the same ones, whatever they are called.
    switch statistic {
    case .coded, .counted: return isSamePlace || isOfInterviews
    default: return statistic.isOfSurvey ? isOfSurvey : isOfInterviews
    }
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
    case .responses, .survey, .gap, .interviewees, .interviews, .levels: true
    case .answers, .turned, .tokens, .rows, .parts, .received, .changeFrom, .changeTo, .scale,
      .weighting, .places,
      .grouping, .names, .statements, .words, .heard, .alike, .coded, .counted:
      false
    }
  }
}
