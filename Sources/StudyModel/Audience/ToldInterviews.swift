/// What others than the researcher are told of the interviews on a construct, and by whom it was made.
public struct ToldInterviews: Sendable, Hashable {
  /// What somebody contributes to it.
  public struct Voice: Sendable, Hashable {
    /// The pseudonym; of a source that does not name who speaks in it, the source.
    public var speaker: String
    /// What he or she says of it and wants, and as whom; the same for all who are silent in one role.
    public var said: [String]
  }

  /// The construct.
  public var construct: String
  /// What is told; nil where it may be silence as well.
  public var told: [String]?
  /// The word of it, silence included; nil where there is none.
  public var heard: Heard?
  /// How many speak for it, where that is told.
  public var speaking: Int?
  /// Everybody who was interviewed, silent or not.
  public var voices: [Voice]
}

extension InterviewEvidence {
  /// What others are told of a case's interviews in a phase, a construct each in the framework's order.
  ///
  /// Empty where nobody was interviewed, and where so few were that nothing could be told: then what is not
  /// told says nothing.
  public func toldToOthers(
    caseID: String, phase: String?, framework: Framework
  ) -> [ToldInterviews] {
    guard let cell = cells.cell(caseID: caseID, phase: phase) else { return [] }
    let own = evidence[cell]
    let seen = SeenInterviews(own, tree: tree, rules: framework.scoring)
    guard !own.speakers.isEmpty, !seen.figures.isEmpty, !seen.isHidden || own.mayBeHeard(seen)
    else { return [] }
    let speakers = own.speakers.sorted { $0.key < $1.key }
    return tree.ids.indices.map { number in
      let isWanted = seen.wanted.contains(number)
      let words = seen.toldWords(number, tree)
      return ToldInterviews(
        construct: tree.ids[number],
        told: words == nil && !isWanted ? nil : (words ?? []) + (isWanted ? ["wanted"] : []),
        heard: seen.figures[number].heard, speaking: seen.figures[number].voices?.speaking,
        voices: speakers.map { informant, name in
          .init(
            speaker: name,
            said: own.said(by: informant, of: number))
        })
    }
  }
}

extension CellEvidence {
  /// Whether a word on few interviewees could be told: two are not known to convene, or all agreed.
  fileprivate func mayBeHeard(_ seen: SeenInterviews) -> Bool {
    seen.hasAgreed
      || kinds.count { $0 == .interviewee } - (isConvenorKnown ? 0 : 1) >= Limits.several
  }

  /// What an informant says of a construct and wants, and as whom: a word on few people depends on who
  /// convenes, and on whether that is known.
  fileprivate func said(by informant: Int, of construct: Int) -> [String] {
    let account = constructs[construct].accounts[informant]
    return [
      kinds[informant] == .convenor ? "convenor" : isConvenorKnown ? "other" : "not known",
      account.map { $0.level.map { String(NineDecimals.rounded($0)) } ?? "spoken of" } ?? "",
      account.map { $0.speaksFor ? "for" : "against" } ?? "",
      wanted[construct]?.contains(informant) == true ? "wanted" : "",
    ]
  }
}

extension SeenInterviews {
  /// What is told of a construct; nil where it may be silence as well.
  ///
  /// What was coded with a parent itself enters its score, quotes and agreement, whatever its children say.
  fileprivate func toldWords(_ number: Int, _ tree: ConstructTree) -> [String]? {
    guard let words = figures[number].toldWords else { return nil }
    guard !tree.isLeaf(number), let own = ownWords[number], own != .littleHeard, own != .hidden
    else { return words }
    return words + [own.kept, ownLevels[number].map { String($0) } ?? ""]
  }
}

extension InterviewFigure {
  /// What is told in it; nil where it may be silence as well.
  fileprivate var toldWords: [String]? {
    guard let heard else { return nil }
    let mayBeSilence = heard == .littleHeard || heard == .hidden
    guard !mayBeSilence || score != nil || voices != nil else { return nil }
    let side = if case .borneOut(let side) = heard { side.rawValue } else { "" }
    // Twice, as editions that were kept have it.
    let speaking = String(voices?.speaking ?? 0)
    return [heard.kept, side, score.map { String($0) } ?? "", speaking, speaking]
  }
}

extension Heard {
  /// The word by which editions know it, for good, whatever pages come to call it.
  fileprivate var kept: String {
    switch self {
    case .borneOut(.for): "borne out by several"
    case .borneOut(.against): "denied by several"
    case .sourcesDiffer: "sources differ"
    case .littleHeard: "little heard"
    case .moreThanOne: "heard from more than one"
    case .hidden: "hidden"
    case .agreed(let presence):
      switch presence {
      case .evident: "evident"
      case .inPart: "in part"
      case .contested: "contested"
      case .denied: "denied"
      case .littleHeard: "little heard"
      case .notSpokenOf, .undecided, .sourcesDiffer, .heardFromMoreThanOne, .hidden:
        "not of those who agreed"
      }
    }
  }
}
