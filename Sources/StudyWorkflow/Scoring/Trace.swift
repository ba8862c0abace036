public import StudyModel
public import StudyStore

/// Everything behind the figures of one construct in one case: its segments and its answers.
public struct Trace: Sendable {
  /// A unit of one source, with the codings that make it.
  public struct Unit: Sendable {
    /// The source.
    public var source: Source
    /// The unit as consensus has it.
    public var unit: ConsensusUnit
    /// Its codings with words, memos and places of origin.
    public var codings: [StudyReader.TracedCoding]
  }

  /// The case.
  public var caseID: String
  /// The construct.
  public var construct: Construct
  /// Whether some evidence of the study states a phase.
  public var hasPhases: Bool
  /// The scores of the construct, a phase each.
  public var scores: [(phase: String?, score: ConstructScore)]
  /// The units on the construct, its descendants' included, standing or not.
  public var units: [Unit]
  /// The items of the construct and its descendants.
  public var items: [Item]
  /// How many chose each answer, a phase and item each; missing answers under their kinds.
  public var answers: [ItemAnswers]

  /// The answers to one item in one phase.
  public struct ItemAnswers: Sendable, Hashable {
    /// The phase.
    public var phase: String?
    /// The item.
    public var item: String
    /// How many chose each point.
    public var points: [Int: Int]
    /// How many gave none.
    public var missing: Int
  }
}

extension Study {
  /// Gathers what is behind a construct's figures in a case.
  ///
  /// Of all phases, or of one; ``Phase/notStated`` names what states none.
  ///
  /// - Throws: `Failure` where the case, the construct or the phase is not known.
  public func trace(
    caseID: String, construct id: String, phase: String? = nil, rule: ConsensusRule = .majority
  ) throws -> Trace {
    let evidence = try evidence(rules: [rule])
    try require(case: caseID, in: evidence)
    try require(construct: id)
    if let phase { try evidence.require(phase: phase) }
    func isWanted(_ own: String?) -> Bool { phase == nil || (own ?? Phase.notStated) == phase }
    guard let construct = framework.construct(id) else { throw Failure.unreachable }
    let scores = (evidence.scores(framework, rule: rule) ?? []).filter {
      $0.caseID == caseID && isWanted($0.phase)
    }
    let below = Set(framework.descendants(of: id).map(\.id) + [id])
    let items = framework.items.filter { below.contains($0.construct) }
    var trace = Trace(
      caseID: caseID, construct: construct, hasPhases: evidence.scoredPhases != [nil],
      scores: scores.compactMap { score in score.construct(id).map { (score.phase, $0) } },
      units: try units(caseID: caseID, constructs: below, rule: rule), items: items,
      answers: try answers(caseID: caseID, items: items, phases: evidence.scoredPhases))
    trace.units.removeAll { !isWanted($0.source.phase) }
    trace.answers.removeAll { !isWanted($0.phase) }
    return trace
  }

  private func units(
    caseID: String, constructs: Set<String>, rule: ConsensusRule
  ) throws -> [Trace.Unit] {
    try file.read { reader in
      var units: [(Source, ConsensusUnit)] = []
      var codes: Set<String> = []
      try reader.forEachCodedSource { coded in
        guard coded.source.caseID == caseID else { return }
        let consensus = Consensus(of: coded, leastOverlap: framework.scoring.unitOverlap)
        for unit in consensus.units(under: rule) {
          let meanings = [unit.code, unit.codedAs].compactMap { framework.meaning(ofCode: $0) }
          guard meanings.contains(where: { constructs.contains($0.construct) }) else { continue }
          units.append((coded.source, unit))
          codes.insert(unit.codedAs)
        }
      }
      guard !codes.isEmpty else { return [] }
      let traced = try reader.tracedCodings(codes: codes.sorted(), caseID: caseID)
      let bySource = Dictionary(grouping: traced, by: \.source)
      return units.map { source, unit in
        let own = (bySource[source.id] ?? []).filter { coding in
          unit.codings.contains {
            $0.coder == coding.coder && $0.code == coding.code && $0.span == coding.span
          }
        }
        return Trace.Unit(source: source, unit: unit, codings: own)
      }
    }
  }

  private func answers(
    caseID: String, items: [Item], phases inTime: [String?]
  ) throws -> [Trace.ItemAnswers] {
    guard !items.isEmpty else { return [] }
    return try file.read { reader in
      guard let number = try reader.cases().first(where: { $0.case.id == caseID })?.number else {
        return []
      }
      let phases = try reader.phases()
      let versions = try reader.instrumentVersions()
      var found: [String: Trace.ItemAnswers] = [:]
      try reader.forEachResponse(ofCase: number) { response in
        let phase = response.phaseNumber.flatMap { phases[$0]?.name }
        let columns = versions[response.version] ?? []
        for item in items {
          guard let position = columns.firstIndex(of: item.id) else { continue }
          let key = "\(phase ?? "")\u{1F}\(item.id)"
          let answer = response.answers[position]
          var entry =
            found[key] ?? .init(phase: phase, item: item.id, points: [:], missing: 0)
          if Answer.isMissing(answer) {
            entry.missing += 1
          } else {
            entry.points[Int(answer), default: 0] += 1
          }
          found[key] = entry
        }
      }
      let order = Dictionary(
        items.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { a, _ in a })
      func place(_ phase: String?) -> Int { inTime.firstIndex(of: phase) ?? inTime.count }
      return found.values.sorted {
        (place($0.phase), order[$0.item] ?? 0) < (place($1.phase), order[$1.item] ?? 0)
      }
    }
  }
}

extension Failure {
  /// For what an earlier check has made sure of.
  static var unreachable: Failure {
    Failure(
      .busy, .changedMeanwhile, "The study changed while it was read", remedy: "Try again.")
  }
}
