/// Works out what decisions would change, unit by unit, all others staying as they are.
///
/// Pure. Keeps the units that count, per case, phase and construct, so that one unit's effect costs
/// no more than scoring its construct in its case anew.
public struct DecisionEffects: Sendable {
  /// Where a unit counts.
  private struct Place: Hashable {
    var cell: Int
    var construct: Int
  }

  /// A unit that counts, with the source it is in and the one who speaks there.
  private struct Placed {
    var source: String
    var informant: Int
    var unit: ConsensusUnit

    /// Whether this is what the coders marked there, as it was or as a decision changed it.
    func isMade(of other: ConsensusUnit, in source: String) -> Bool {
      self.source == source && unit.codedAs == other.codedAs && unit.codedSpan == other.codedSpan
        && unit.codings == other.codings
    }
  }

  private let interviews: InterviewEvidence
  private let rules: ScoringRules
  private let surveys: [[SurveyFigure?]]
  private var units: [Place: [Placed]] = [:]

  /// Begins without units.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - interviews: The evidence of every source, by the rule of consensus that is asked about.
  ///   - scores: The scores formed from it, for what the survey says.
  public init(framework: Framework, interviews: InterviewEvidence, scores: [CaseScore]) {
    self.interviews = interviews
    rules = framework.scoring
    var surveys = Array(repeating: [SurveyFigure?](), count: interviews.cells.count)
    for score in scores {
      guard let cell = interviews.cells.cell(caseID: score.caseID, phase: score.phase) else {
        continue
      }
      surveys[cell] = score.constructs.map(\.survey)
    }
    self.surveys = surveys
  }

  /// Takes in a source; every source of the cases asked about must come in before they are.
  public mutating func add(_ consensus: Consensus) {
    guard let (cell, informant) = place(of: consensus.source) else { return }
    for unit in consensus.units(under: interviews.rule) where unit.stands {
      guard let construct = interviews.construct(ofCode: unit.code) else { continue }
      units[Place(cell: cell, construct: construct), default: []].append(
        Placed(source: consensus.source.id, informant: informant, unit: unit))
    }
  }

  /// What deciding on a unit would change.
  ///
  /// - Returns: nil where nothing hangs on it: the framework does not know its code, the code says
  ///   that something is wanted, or the source belongs to no case.
  public func effect(of unit: ConsensusUnit, in source: Source) -> DecisionEffect? {
    guard let (cell, informant) = place(of: source),
      let construct = interviews.construct(ofCode: unit.codedAs)
    else { return nil }
    let others = (units[Place(cell: cell, construct: construct)] ?? [])
      .filter { !$0.isMade(of: unit, in: source.id) }
    var outcomes: [DecisionEffect.Outcome] = []
    for (choice, forced) in Self.choices(unit) {
      var evidence = ConstructEvidence()
      for other in others {
        evidence.add(other.unit, informant: other.informant, topWeight: rules.topWeight)
      }
      if let forced { evidence.add(forced, informant: informant, topWeight: rules.topWeight) }
      outcomes.append(outcome(choice, evidence, cell: cell, construct: construct))
    }
    return DecisionEffect(
      construct: interviews.tree.ids[construct], outcomes: outcomes,
      isPresenceDisputed: unit.votes < unit.registered)
  }

  /// The ways of deciding, each with the unit as it would then stand.
  private static func choices(
    _ unit: ConsensusUnit
  ) -> [(DecisionEffect.Choice, ConsensusUnit?)] {
    var accepted = unit
    (accepted.code, accepted.span, accepted.state) = (unit.codedAs, unit.codedSpan, .accepted)
    var choices: [(DecisionEffect.Choice, ConsensusUnit?)] = [(.reject, nil), (.accept, accepted)]
    let given = Set(unit.codings.map { Given(weight: $0.weight, valence: $0.valence) })
    guard given.count > 1 else { return choices }
    for coding in unit.codings.sorted(by: { $0.coder < $1.coder }) {
      var asCoded = accepted
      (asCoded.weight, asCoded.valence) = (coding.weight, coding.valence ?? .supporting)
      choices.append((.asCoded(by: coding.coder), asCoded))
    }
    return choices
  }

  /// What a coder gave; a missing valence is `supporting`.
  private struct Given: Hashable {
    var weight: Double?
    var valence: Valence

    init(weight: Double?, valence: Valence?) {
      self.weight = weight
      self.valence = valence ?? .supporting
    }
  }

  private func outcome(
    _ choice: DecisionEffect.Choice, _ evidence: ConstructEvidence, cell: Int, construct: Int
  ) -> DecisionEffect.Outcome {
    var changed = interviews.evidence[cell]
    changed.constructs[construct] = evidence
    let survey = surveys[cell].indices.contains(construct) ? surveys[cell][construct] : nil
    let score = ConstructScore(
      id: interviews.tree.ids[construct],
      interview: InterviewStream.figure(of: construct, in: changed, tree: interviews.tree),
      survey: survey, rules: rules)
    return DecisionEffect.Outcome(
      choice: choice, score: score.score, band: score.band, bandReason: score.bandReason)
  }

  private func place(of source: Source) -> (cell: Int, informant: Int)? {
    guard let caseID = source.caseID,
      let cell = interviews.cells.cell(caseID: caseID, phase: source.phase),
      let informant = interviews.evidence[cell].number(of: Informant(of: source))
    else { return nil }
    return (cell, informant)
  }
}
