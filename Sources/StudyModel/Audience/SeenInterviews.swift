/// What others than the researcher see of the interviews of one case and phase.
///
/// Scoring specification, section 7. Formed anew from the informants' accounts: a parent's figures are
/// made of those of its children that are shown, so that nothing hidden follows from it.
struct SeenInterviews {
  /// The figures, by the constructs' numbers; empty where the case and phase has no source.
  let figures: [InterviewFigure]
  /// The forms of value that may be said to be wanted, by number.
  let wanted: Set<Int>
  /// What is told of what was coded with a construct itself, by number.
  ///
  /// A parent's word is that of its children. Empty where nobody was interviewed.
  let ownWords: [Int: Heard]
  /// The level of what was coded with a construct itself, by number, where it is told.
  private(set) var ownLevels: [Int: Double] = [:]
  /// Whether too few were interviewed for the interviews to enter any figure.
  let isHidden: Bool
  /// Whether all of those few agreed that presence is told in words.
  let hasAgreed: Bool

  private struct Part {
    var heard: Heard
    /// Who speaks of it, where two people or more do and it is told.
    var informants: Set<Int> = []
    /// Their level as it is told, of which parents are formed; nil where it is not shown.
    var level: Double?
    var side: InterviewFigure.Side?
    var weight = 0.0

    /// The figure, of a case and phase.
    func figure(of cell: CellEvidence) -> InterviewFigure {
      let speaking = informants.count { cell.kinds[$0].isPerson }
      var figure = InterviewFigure(
        heard,
        voices: speaking >= Limits.several
          ? .init(speaking: speaking, interviewees: cell.interviewees) : nil)
      (figure.score, figure.side, figure.weight) = (level, side, weight)
      return figure
    }
  }

  init(_ cell: CellEvidence, tree: ConstructTree, rules: ScoringRules) {
    let interviewees = cell.interviewees
    // A source that may be an interview and names nobody hides a person, too, and it is not known how
    // many there are.
    let isByUnnamed = !cell.unnamed.isEmpty
    let isHidden =
      (interviewees > 0 || isByUnnamed)
      && interviewees < Limits(rules).interviewees
    let hasAgreed =
      isHidden && !isByUnnamed
      && cell.kinds.indices.allSatisfy { !cell.kinds[$0].isPerson || cell.agreed.contains($0) }
    self.isHidden = isHidden
    self.hasAgreed = hasAgreed
    guard cell.sources > 0 else {
      figures = []
      wanted = []
      ownWords = [:]
      return
    }
    // Where nobody was interviewed there is nobody to make out: published cases, documents.
    guard interviewees > 0 || isByUnnamed else {
      figures = Self.whole(InterviewStream(cell, tree: tree).figures, tree: tree)
      wanted = Set(cell.wanted.keys)
      ownWords = [:]
      return
    }
    guard !isHidden else {
      let own =
        hasAgreed
        ? InterviewStream(cell, tree: tree).figures.map { Heard(ofAgreed: $0.presence) }
        : Self.ofFew(cell)
      let heard = hasAgreed ? own : Self.withParents(own, tree: tree)
      figures = heard.map { InterviewFigure($0) }
      // Of those who agreed, the word of a parent is formed of what was coded on it, too.
      ownWords = Self.byNumber(own) { !hasAgreed || tree.isLeaf($0) }
      wanted = []
      return
    }
    let own = cell.constructs.map { Self.leaf($0, cell: cell, rules: rules) }
    figures = Self.ofSeveral(own, cell: cell, tree: tree)
    ownWords = Self.byNumber(own.map(\.heard)) { _ in true }
    ownLevels = Dictionary(
      own.enumerated().compactMap { place, part in part.level.map { (place, $0) } },
      uniquingKeysWith: { first, _ in first })
    // A document beside one person who wants it is not a second person.
    wanted = Set(
      cell.wanted.filter { $0.value.count { cell.kinds[$0].isPerson } >= Limits.several }.keys)
  }

  // MARK: - Fewer interviewees than the framework asks for

  private static func ofFew(_ cell: CellEvidence) -> [Heard] {
    cell.constructs.map { evidence -> Heard in
      let speaking = evidence.accounts.filter(\.value.speaksFor)
      // Of a case of which nobody is named who convenes, one of those who speak may be the one.
      let others =
        speaking.keys.count { cell.kinds[$0] == .interviewee } - (cell.isConvenorKnown ? 0 : 1)
      return others >= Limits.several && speaking.count == evidence.accounts.count
        ? .moreThanOne : .hidden
    }
  }

  private static func withParents(_ own: [Heard], tree: ConstructTree) -> [Heard] {
    var heard = own
    for parent in tree.childrenFirst where !tree.isLeaf(parent) {
      let parts = tree.children[parent].map { heard[$0] } + [heard[parent]]
      heard[parent] = parts.contains(.moreThanOne) ? .moreThanOne : .hidden
    }
    return heard
  }

  private static func byNumber(
    _ words: [Heard], where isTold: (Int) -> Bool
  ) -> [Int: Heard] {
    Dictionary(
      words.enumerated().filter { isTold($0.offset) }.map { ($0.offset, $0.element) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: - Enough interviewees

  private static func ofSeveral(
    _ own: [Part], cell: CellEvidence, tree: ConstructTree
  ) -> [InterviewFigure] {
    var parts = own
    for parent in tree.childrenFirst where !tree.isLeaf(parent) {
      parts[parent] = self.parent(
        own: parts[parent], children: tree.children[parent].map { parts[$0] },
        isOfKinds: tree.isOfKinds[parent])
    }
    return parts.map { $0.figure(of: cell) }
  }

  private static func leaf(
    _ evidence: ConstructEvidence, cell: CellEvidence, rules: ScoringRules
  ) -> Part {
    let accounts = evidence.accounts
    // The words protect people, so people are counted: a document beside one voice does not hide it.
    let people = accounts.filter { cell.kinds[$0.key].isPerson }
    let speaking = people.count { $0.value.speaksFor }
    let heard = Heard.of(speaking: speaking, denying: people.count - speaking)
    // In an order of their own, so that who comes first changes no digit.
    // Who is not named is in no word, and in no level beside it.
    let levels = accounts.filter { !cell.unnamed.contains($0.key) }.values.compactMap(\.level)
      .sorted()
    // Beside "little heard" stands no number: with one, the lone voice against all others could be told
    // from silence.
    let isTold = heard != .littleHeard
    // Documents can be read elsewhere: a level of them and one person would be that person's.
    let measured = people.count { $0.value.level != nil }
    let isMeasured = isTold && measured >= Limits(rules).informants
    let level =
      isMeasured ? WholeFigures.whole(100 * levels.reduce(0, +) / Double(levels.count)) : nil
    let side: InterviewFigure.Side? = if case .borneOut(let side) = heard { side } else { nil }
    return Part(
      heard: heard, informants: isTold && people.count >= Limits.several ? Set(accounts.keys) : [],
      level: level,
      side: side, weight: level == nil ? 0 : heard.strength)
  }

  private static func parent(own: Part, children: [Part], isOfKinds: Bool) -> Part {
    // What was coded on the parent itself is one part more, where it may be told.
    let isToldOfOwn = own.level != nil || own.heard != .littleHeard || !own.informants.isEmpty
    let parts = isToldOfOwn ? children + [own] : children
    let levels = isOfKinds ? [] : parts.compactMap(\.level)
    let level =
      levels.isEmpty ? nil : WholeFigures.whole(levels.reduce(0, +) / Double(levels.count))
    let informants = parts.reduce(into: Set<Int>()) { $0.formUnion($1.informants) }
    return Part(
      heard: Heard.ofParent(parts.map(\.heard)), informants: informants, level: level,
      weight: min(1, parts.reduce(0) { $0 + $1.weight } / Double(max(1, children.count))))
  }

  /// The figures in whole numbers, a parent being the mean of its children's; where something was coded on
  /// it, which is one part more, of the exact ones.
  private static func whole(
    _ figures: [InterviewFigure], tree: ConstructTree
  ) -> [InterviewFigure] {
    func mean(_ levels: [Double]) -> Double? {
      levels.isEmpty ? nil : levels.reduce(0, +) / Double(levels.count)
    }
    var told = figures
    for number in tree.childrenFirst {
      let children = tree.children[number]
      let exact = figures[number].score.map(NineDecimals.rounded)
      let isOfChildrenAlone =
        exact != nil
        && exact == mean(children.compactMap { figures[$0].score }).map(NineDecimals.rounded)
      let level =
        isOfChildrenAlone ? mean(children.compactMap { told[$0].score }) : figures[number].score
      told[number].score = level.map(WholeFigures.whole)
    }
    return told
  }
}
