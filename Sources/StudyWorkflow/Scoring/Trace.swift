public import StudyModel
import StudyStore

/// Everything behind the figures of one construct in one case: its segments and its answers.
public struct Trace: Sendable {
  /// A unit of one source, with the codings that make it.
  public struct Unit: Sendable {
    /// The source.
    public var source: Source
    /// The unit as consensus has it.
    public var unit: ConsensusUnit
    /// Its codings with words, memos and places of origin.
    public var codings: [TracedCoding]
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

extension StudySnapshot {
  /// Gathers what is behind a construct's figures in a case.
  ///
  /// Of all phases, or of one; ``Phase/notStated`` names what states none. Cost: linear in what was
  /// coded and answered in the case.
  ///
  /// - Throws: `Failure` where the case, the construct or the phase is not known.
  public func trace(
    caseID: String, construct id: String, phase: String? = nil, rule: ConsensusRule = .majority
  ) throws -> Trace {
    let construct = try framework.required(construct: id)
    let below = Set(framework.descendants(of: id).map(\.id) + [id])
    var units: [PlacedUnit] = []
    let evidence = try evidence(rule: rule, changes: false, of: caseID) { consensus in
      for unit in consensus.units(under: rule) {
        let meanings = [unit.code, unit.codedAs].compactMap { framework.meaning(ofCode: $0) }
        guard meanings.contains(where: { below.contains($0.construct) }) else { continue }
        units.append(PlacedUnit(source: consensus.source, unit: unit))
      }
    }
    if let phase { try evidence.require(phase: phase) }
    func isWanted(_ own: String?) -> Bool { phase == nil || (own ?? Phase.notStated) == phase }
    let scores = evidence.scores(drawsHealth: false).filter { isWanted($0.phase) }
    let items = framework.items.filter { below.contains($0.construct) }
    return Trace(
      caseID: caseID, construct: construct, hasPhases: evidence.scoredPhases != [nil],
      scores: scores.compactMap { score in score.construct(id).map { (score.phase, $0) } },
      units: try traced(units.filter { isWanted($0.source.phase) }), items: items,
      answers: try answers(caseID: caseID, items: items, phases: evidence.scoredPhases)
        .filter { isWanted($0.phase) })
  }

  private struct PlacedUnit {
    var source: Source
    var unit: ConsensusUnit
  }

  /// The units with the words, memos and origins of their codings.
  private func traced(_ units: [PlacedUnit]) throws -> [Trace.Unit] {
    let codebook = Codebook(framework)
    return try units.map { entry in
      Trace.Unit(
        source: entry.source, unit: entry.unit,
        codings: try reader.tracedCodings(
          alike: entry.unit.codings, ofSource: entry.source.id, by: codebook))
    }
  }

  private struct AnswerPlace: Hashable {
    var phase: String?
    var item: String
  }

  private func answers(
    caseID: String, items: [Item], phases inTime: [String?]
  ) throws -> [Trace.ItemAnswers] {
    guard !items.isEmpty,
      let number = try reader.cases().first(where: { $0.case.id == caseID })?.number
    else { return [] }
    let phases = try reader.phases()
    // Which column an item has in each version of the questionnaire.
    let columns = try reader.instrumentVersions().mapValues { names in
      let places = Dictionary(
        names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      return items.compactMap { item in places[item.id].map { (item.id, $0) } }
    }
    var found: [AnswerPlace: Trace.ItemAnswers] = [:]
    try reader.forEachResponse(ofCase: number) { response in
      let phase = response.phaseNumber.flatMap { phases[$0]?.name }
      for (item, column) in columns[response.version] ?? []
      where response.answers.indices.contains(column) {
        let answer = response.answers[column]
        found[
          AnswerPlace(phase: phase, item: item),
          default: .init(phase: phase, item: item, points: [:], missing: 0)
        ].count(answer)
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

extension Trace.ItemAnswers {
  fileprivate mutating func count(_ answer: Int8) {
    if Answer.isMissing(answer) {
      missing += 1
    } else {
      points[Int(answer), default: 0] += 1
    }
  }
}

extension Study {
  /// Gathers what is behind a figure; see ``StudySnapshot/trace(caseID:construct:phase:rule:)``.
  public func trace(
    caseID: String, construct: String, phase: String? = nil, rule: ConsensusRule = .majority
  ) throws -> Trace {
    try read {
      try $0.trace(caseID: caseID, construct: construct, phase: phase, rule: rule)
    }
  }
}
