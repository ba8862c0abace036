extension CaseReading {
  /// Whether a condition holds in this case, with `this` standing for a construct.
  func verdict(on condition: FindingCondition, this: String?) -> Verdict {
    switch condition {
    case .number(let quantity, let bounds):
      numberVerdict(quantity.resolving(this), bounds)
    case .word(let word, let oneOf):
      wordVerdict(word.resolving(this), oneOf)
    case .gap(let construct, let state):
      gapVerdict(FindingCondition.resolve(construct, this), state)
    case .extreme(let construct, let highest, let others):
      extremeVerdict(
        FindingCondition.resolve(construct, this), highest,
        of: others.map { FindingCondition.resolve($0, this) })
    case .all(let parts): Verdict.all(parts.map { verdict(on: $0, this: this) })
    case .any(let parts): Verdict.any(parts.map { verdict(on: $0, this: this) })
    case .not(let inner): verdict(on: inner, this: this).negated
    case .cases: .unknown  // Only the set has cases to count.
    }
  }

  private func numberVerdict(
    _ quantity: FindingCondition.Quantity, _ bounds: FindingCondition.Bounds
  ) -> Verdict {
    guard let range = range(quantity), let holds = bounds.hold(range) else { return .unknown }
    return Verdict(
      holds: holds, evidence: ["\(quantity.phrase): \(words(of: quantity, range))"],
      constructs: constructs(of: quantity), judged: judged(by: quantity),
      found: quantity.isOfPresence ? quantity.construct.map { [$0] } ?? [] : [],
      stake: stake(of: quantity), changes: streamOfChange(quantity).map { [$0] } ?? [],
      streams: streams(of: quantity))
  }

  /// The constructs that a number is of: of those on which the sources contradict each other all that it counts.
  private func constructs(of quantity: FindingCondition.Quantity) -> [String] {
    if case .contradicting = quantity { return sources.contradicted }
    return quantity.construct.map { [$0] } ?? []
  }

  /// The stream whose change a number is.
  private func streamOfChange(_ quantity: FindingCondition.Quantity) -> EvidenceStream? {
    switch quantity {
    case .change(let id): change(id)?.stream
    case .clearChanges: .survey
    default: nil
    }
  }

  /// A number as it is given for evidence; of a change with its stream.
  private func words(
    of quantity: FindingCondition.Quantity, _ range: ClosedRange<Double>
  ) -> String {
    if case .change(let id) = quantity, let change = change(id) { return change.words }
    let least = Words.short(range.lowerBound, atMost: 2)
    return range.lowerBound == range.upperBound ? least : "\(least) or more"
  }

  private func wordVerdict(_ word: FindingCondition.Word, _ oneOf: [String]) -> Verdict {
    guard let possible = words(word) else { return .unknown }
    let wanted = Set(oneOf.map { $0.lowercased() })
    let differs = possible == [Presence.contested.rawValue]
    var holds = differs && wanted.contains(Presence.sourcesDiffer.rawValue)
    if !holds {
      let inside = possible.filter { wanted.contains($0.lowercased()) }.count
      guard inside == 0 || inside == possible.count else { return .unknown }
      holds = inside > 0
    }
    let value = possible.count == 1 ? possible.first ?? "" : Presence.undecided.rawValue
    let construct = word.construct.map { [$0] } ?? []
    var changes: Set<EvidenceStream> = []
    if case .changed(let id) = word, let change = change(id) { changes = [change.stream] }
    return Verdict(
      holds: holds, evidence: ["\(word.phrase): \(value)"],
      constructs: stepBefore(word) + construct,
      judged: word.isOfLevel ? construct : [], found: word.isOfPresence ? construct : [],
      stake: stake(of: word), changes: changes, streams: streams(of: word),
      isClose: word.isBand && construct.contains { self.construct($0)?.borderline == true })
  }

  /// The step that a loss is counted from.
  private func stepBefore(_ word: FindingCondition.Word) -> [String] {
    guard case .loss(let id) = word else { return [] }
    return loss.step(before: id).map { [$0.id] } ?? []
  }

  /// The constructs of which a number says how much there is; of a pillar those that entered it.
  private func judged(by quantity: FindingCondition.Quantity) -> [String] {
    if case .pillar(let id) = quantity {
      return score.pillars.first { $0.id == id }?.entered ?? []
    }
    return quantity.isOfLevel ? quantity.construct.map { [$0] } ?? [] : []
  }

  private func gapVerdict(_ id: String, _ reading: GapReading) -> Verdict {
    guard let gap = gap(id).figure, let interval = gap.interval,
      let actual = construct(id)?.gapReading
    else { return .unknown }
    let isContradicted = actual == .contradicted
    return Verdict(
      holds: actual == reading,
      evidence: [
        "gap of \(id): \(Words.short(gap.gap, atMost: 2)), interval \(Words.signedInterval(interval))"
          + (isContradicted ? ", contradicted by interviews" : "")
      ],
      constructs: [id], judged: [id], stake: Stake(gap: gap.gap),
      streams: isContradicted ? [.survey, .interviews] : [.survey])
  }

  /// Whether a construct is the lowest or highest: an order is claimed only where intervals do not overlap, so
  /// unknown where none stands apart, with fewer than two constructs, and where one has no interval.
  ///
  /// Scoring specification, section 8.
  private func extremeVerdict(_ id: String, _ highest: Bool, of ids: [String]) -> Verdict {
    let others = ids.filter { $0 != id }
    let figures = ([id] + others).map { (id: $0, interval: construct($0)?.interval) }
    let extreme = highest ? StandsApart.highest(figures) : StandsApart.lowest(figures)
    guard let own = number(.score(id)), !others.isEmpty, let extreme else { return .unknown }
    let isExtreme = extreme == id
    let phrase = highest ? "highest" : "lowest"
    return Verdict(
      holds: isExtreme,
      evidence: [
        "score of \(id): \(Words.short(own, atMost: 2)), \(phrase) of \(others.count + 1)"
      ],
      constructs: [id], judged: [id], stake: Stake(level: 100 - own), streams: streams(on: id))
  }

  private func stake(of quantity: FindingCondition.Quantity) -> Stake {
    switch quantity {
    case .gap(let id), .desired(let id), .derived(let id): Stake(gap: gap(id).figure?.gap)
    case .change: Stake(drop: number(quantity).map { max(0, -$0) })
    case .score, .interviewLevel, .surveyLevel, .pillar, .health:
      Stake(level: number(quantity).map { 100 - $0 })
    default: Stake()
    }
  }

  private func stake(of word: FindingCondition.Word) -> Stake {
    switch word {
    case .quadrant(let id): Stake(gap: gap(id).figure?.gap)
    case .band(let id): Stake(level: number(.score(id)).map { 100 - $0 })
    case .loss(let id): Stake(drop: loss.loss(before: id)?.points)
    case .changed(let id): Stake(drop: number(.change(id)).map { max(0, -$0) })
    default: Stake()
    }
  }
}

/// The streams that a condition's figures rest on.
extension CaseReading {
  private func streams(of quantity: FindingCondition.Quantity) -> Set<EvidenceStream> {
    switch quantity {
    case .score(let id), .evidence(let id): streams(on: id)
    case .interviewLevel, .strength, .informants, .contrary, .mentions, .spoken, .interviewees:
      [.interviews]
    case .surveyLevel, .desired, .derived, .gap, .answers, .organizations, .clearChanges: [.survey]
    case .change: streamOfChange(quantity).map { [$0] } ?? []
    case .pillar(let id):
      (score.pillars.first { $0.id == id }?.entered ?? []).reduce(into: []) {
        $0.formUnion(streams(on: $1))
      }
    case .agreeing, .agreeingInPart, .contradicting, .compared, .health, .valueBreadth, .formsFound:
      Set(EvidenceStream.allCases)
    case .attribute: []
    }
  }

  private func streams(of word: FindingCondition.Word) -> Set<EvidenceStream> {
    switch word {
    case .band(let id), .convergence(let id), .standing(let id): streams(on: id)
    case .grade, .side, .presence, .wanted: [.interviews]
    case .quadrant, .loss: [.survey]
    case .changed(let id): change(id).map { [$0.stream] } ?? []
    case .attribute: []
    }
  }

  /// The streams that say anything of a construct.
  private func streams(on id: String) -> Set<EvidenceStream> {
    var streams: Set<EvidenceStream> = []
    if !survey(id).isAbsent { streams.insert(.survey) }
    if interview(id)?.isSpoken == true { streams.insert(.interviews) }
    return streams
  }
}

extension FindingCondition.Bounds {
  /// Whether a number lies within all bounds that are set; compared after rounding to 9 decimals.
  public func contain(_ number: Double) -> Bool {
    let value = NineDecimals.rounded(number)
    if let atLeast, value < NineDecimals.rounded(atLeast) { return false }
    if let above, value <= NineDecimals.rounded(above) { return false }
    if let atMost, value > NineDecimals.rounded(atMost) { return false }
    if let below, value >= NineDecimals.rounded(below) { return false }
    return true
  }

  /// Whether all numbers of a range lie within the bounds, or none; nil where some do.
  ///
  /// Bounds cut one interval out of the line, so both ends inside mean all inside, and both ends
  /// under it, or both over it, none.
  func hold(_ range: ClosedRange<Double>) -> Bool? {
    let (low, high) = (contain(range.lowerBound), contain(range.upperBound))
    if low || high { return low && high ? true : nil }
    let lower = FindingCondition.Bounds(atLeast: atLeast, above: above)
    let bothUnder = !lower.contain(range.upperBound)
    let bothOver = lower.contain(range.lowerBound)
    return bothUnder || bothOver ? false : nil
  }
}
