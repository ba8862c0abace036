/// What a word and a number of the survey tell together.
extension EditionConflict {
  /// The constructs of which one tells in words what nearly all say, and the other a number on some of these and
  /// others: with it follows what they all said, and perhaps who differs.
  ///
  /// Where the others stand in the middle of the scale, no number of them hides it.
  static func ofAlike(
    _ now: PublishedBase, _ earlier: PublishedBase, limits: Limits,
    told: Set<PublishedBase.Statistic>
  ) -> [EditionConflict] {
    let (own, then) = (now.membersByStatistic, earlier.membersByStatistic)
    return own.keys.compactMap { statistic -> EditionConflict? in
      guard case .survey(let id) = statistic, !told.contains(statistic),
        let members = own[statistic], let others = then[statistic],
        own[.alike(id)] != then[.alike(id)]
      else { return nil }
      let (here, there) = (Set(members.map(\.person)), Set(others.map(\.person)))
      guard here != there, !here.isDisjoint(with: there) else { return nil }
      return EditionConflict(
        caseID: now.caseID, phase: now.phase, statistic: statistic,
        came: here.subtracting(there).count, went: there.subtracting(here).count,
        least: limits.answers, matching: .words)
    }.sorted { $0.statistic.name < $1.statistic.name }
  }
}

extension PublishedBase.People {
  /// What nearly all say of a construct, as a word of the survey.
  init(_ alike: Alike, on construct: String) {
    let mark = Alike.allCases.firstIndex(of: alike).map { UInt64($0 + 1) } ?? 0
    self.init(.alike(construct), [.init(person: mark, content: nil)])
  }
}
