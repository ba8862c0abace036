/// What two words of the interviews on a construct tell together that neither tells alone.
///
/// A word is kept with an edition as one mark, and the number of those who speak, where it is told.
///
/// Who was interviewed before is mostly interviewed still, so that one word is of some of those whom the other is of.
/// Nobody spoke against what several bear out: of fewer people nobody did, either, and that too little was heard of them
/// says then that one spoke for it, or none. And what was borne out, and is little heard now, one speaks against who
/// came. Of few, of whom more than one was heard, nobody spoke against. So these words may not stand beside each other.
extension EditionConflict {
  /// The constructs whose words tell that, of the interviews of a case.
  ///
  /// - Parameters:
  ///   - now: What is shown now.
  ///   - earlier: What was shown earlier of the same case and phase, or of another phase, of which the same interviews
  ///     may be a part: then people are known by these.
  ///   - limits: On how many people figures are shown.
  ///   - told: The statistics that were told already as they are now.
  /// - Returns: A conflict a construct; none where nobody was interviewed for both.
  static func ofWords(
    _ now: PublishedBase, _ earlier: PublishedBase, limits: Limits,
    told: Set<PublishedBase.Statistic>
  ) -> [EditionConflict] {
    let (own, then) = (now.membersByStatistic, earlier.membersByStatistic)
    func people(_ sets: [PublishedBase.Statistic: [PublishedBase.Member]]) -> Set<UInt64> {
      Set((sets[now.phase == earlier.phase ? .names : .interviewees] ?? []).map(\.person))
    }
    let (here, there) = (people(own), people(then))
    guard here != there, !here.isDisjoint(with: there) else { return [] }
    let isNested = here.isSubset(of: there) || there.isSubset(of: here)
    return now.people.compactMap { set in
      guard case .heard(let id) = set.statistic, !told.contains(.statements(id)),
        let word = ToldWord(set.members), let known = then[set.statistic].flatMap(ToldWord.init)
      else { return nil }
      let (few, many) = here.count < there.count ? (word, known) : (known, word)
      let all = max(here.count, there.count)
      // Of those in common each word says as much as of all.
      guard
        few.tellsOfOne(within: many, of: all) || !isNested && many.tellsOfOne(within: few, of: all)
      else { return nil }
      return EditionConflict(
        caseID: now.caseID, phase: now.phase, statistic: .statements(id),
        came: here.subtracting(there).count, went: there.subtracting(here).count,
        least: limits.interviewees, matching: .words)
    }
  }
}

/// The word that an edition told of the interviews on a construct.
private struct ToldWord {
  private let heard: Heard
  /// How many speak for it, where that is told; else 0.
  private let speaking: UInt64

  /// Nil for a word that is none of these: those who agreed to be told of stand for themselves.
  init?(_ members: [PublishedBase.Member]) {
    guard let mark = members.first,
      let heard = Heard.marked.first(where: { $0.value == mark.person })
    else { return nil }
    (self.heard, speaking) = (heard.key, mark.content ?? 0)
  }

  /// Whether this word on some people, and another on these and others, so many in all, tell of one among them, or
  /// that there is none.
  func tellsOfOne(within many: ToldWord, of all: Int) -> Bool {
    switch (heard, many.heard) {
    // Of those few at most one speaks for it, or against it.
    case (.littleHeard, .borneOut), (.hidden, .borneOut(.for)): true
    // Exactly one of the others is on the other side.
    case (.borneOut, .littleHeard), (.moreThanOne, .littleHeard): true
    // They are the two who are no convenors, or the three where nobody is named one, so that the others are silent.
    case (.moreThanOne, .borneOut(.for)): many.speaking <= UInt64(Limits.several + 1)
    // Nobody of those few speaks against it, so that who does came later, and how many speak tells of the few.
    case (.moreThanOne, .sourcesDiffer): true
    // Where everybody speaks, each of those few does, and one of them alone is on a side.
    case (.littleHeard, .sourcesDiffer), (.hidden, .sourcesDiffer): many.speaking >= UInt64(all)
    default: false
    }
  }
}

extension Heard {
  /// The marks by which editions keep words, for good.
  fileprivate static let marked: [Heard: UInt64] = [
    .borneOut(.for): 1, .borneOut(.against): 2, .sourcesDiffer: 3, .littleHeard: 4, .moreThanOne: 5,
    .hidden: 6,
  ]
}

extension PublishedBase.People {
  /// The word that is told of a construct, and how many speak, where that is told; nil where those agreed of whom it is.
  public init?(_ heard: Heard, speaking: Int?, on construct: String) {
    guard let mark = Heard.marked[heard] else { return nil }
    let told = speaking.flatMap { $0 > 0 ? UInt64($0) : nil }
    self.init(.heard(construct), [.init(person: mark, content: told)])
  }
}
