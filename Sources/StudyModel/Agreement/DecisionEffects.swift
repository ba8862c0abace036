/// Works out what decisions would change, unit by unit, all others staying as they are.
///
/// Pure. A unit's effect costs no more than scoring its construct in its case anew, and units that
/// stand alike are scored once.
public struct DecisionEffects: Sendable {
  private let interviews: InterviewEvidence
  private let rules: ScoringRules
  private let surveys: [[SurveyFigure?]]
  private var tally: DecisionTally
  private var known: [Question: Answer] = [:]

  /// What a score hangs on where one informant's account is another.
  private struct Question: Hashable {
    var cell: Int
    var construct: Int
    var informant: Int
    var account: InformantAccount?
    var isSpokenOf: Bool
    var byOneCoder: Bool
  }

  private struct Answer {
    var score: Double?
    var band: Band?
    var bandReason: BandReason?
  }

  /// Begins without units.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - interviews: The evidence of every source, by the rule of consensus that is asked about.
  ///   - scores: The scores formed from it, for what the survey says.
  ///   - tally: What stands, where it was tallied before; else sources come in by ``add(_:)``.
  public init(
    framework: Framework, interviews: InterviewEvidence, scores: [CaseScore],
    tally: DecisionTally? = nil
  ) {
    self.interviews = interviews
    self.tally = tally ?? DecisionTally(framework: framework, rule: interviews.rule)
    rules = framework.scoring
    var surveys = Array(repeating: [SurveyFigure?](), count: interviews.cells.count)
    for score in scores {
      guard let cell = interviews.cells.cell(caseID: score.caseID, phase: score.phase) else {
        continue
      }
      surveys[cell] = score.constructs.map(\.survey.figure)
    }
    self.surveys = surveys
  }

  /// Takes in a source; every source of the cases asked about must come in before they are.
  public mutating func add(_ consensus: Consensus) { tally.add(consensus) }

  /// What deciding on a unit would change.
  ///
  /// - Returns: nil where nothing hangs on it: the framework does not know its code, the code says
  ///   that something is wanted, or the source belongs to no case.
  public mutating func effect(of unit: ConsensusUnit, in source: Source) -> DecisionEffect? {
    guard let (cell, informant) = place(of: source), let caseID = source.caseID,
      let construct = interviews.construct(ofCode: unit.codedAs)
    else { return nil }
    let place = DecisionTally.Place(caseID: caseID, phase: source.phase, construct: construct)
    let others = tally.without(unit, of: Informant(of: source), in: place, source.kind)
    let outcomes = Self.choices(unit).map { choice, forced in
      var sums = others
      if let forced {
        sums.account.add(forced, in: source.kind)
        sums.mentions += 1
        if forced.votes == 1 { sums.byOneCoder += 1 }
      }
      let answer = answer(sums, informant: informant, cell: cell, place: place)
      return DecisionEffect.Outcome(
        choice: choice, score: answer.score, band: answer.band, bandReason: answer.bandReason)
    }
    return DecisionEffect(
      construct: interviews.tree.ids[construct], outcomes: outcomes,
      isPresenceDisputed: unit.votes < unit.handedIn)
  }

  /// The ways of deciding, each with the unit as it would then stand.
  private static func choices(
    _ unit: ConsensusUnit
  ) -> [(DecisionEffect.Choice, ConsensusUnit?)] {
    var accepted = unit
    (accepted.code, accepted.span, accepted.state) = (unit.codedAs, unit.codedSpan, .accepted)
    accepted.codes = [unit.codedAs]
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

  /// The score of a construct with another account of one informant.
  private mutating func answer(
    _ own: DecisionTally.Sums.Of, informant: Int, cell: Int, place: DecisionTally.Place
  ) -> Answer {
    let account = own.account.account(topWeight: rules.topWeight)
    let question = Question(
      cell: cell, construct: place.construct, informant: informant, account: account,
      isSpokenOf: own.mentions > 0, byOneCoder: own.byOneCoder == own.mentions)
    if let answer = known[question] { return answer }
    var accounts: [Int: InformantAccount] = [:]
    for (other, tallied) in tally.sums[place]?.byInformant ?? [:] {
      guard let number = interviews.evidence[cell].number(of: other) else { continue }
      accounts[number] = tallied.account(topWeight: rules.topWeight)
    }
    accounts[informant] = account
    var changed = interviews.evidence[cell]
    changed.constructs[place.construct] = ConstructEvidence(
      accounts: accounts, mentions: own.mentions, byOneCoder: own.byOneCoder)
    let survey =
      surveys[cell].indices.contains(place.construct) ? surveys[cell][place.construct] : nil
    let (tree, id) = (interviews.tree, interviews.tree.ids[place.construct])
    let interview = InterviewStream.figure(of: place.construct, in: changed, tree: tree)
    let score =
      tree.isOfKinds[place.construct]
      ? ConstructScore(ofKinds: id, interview: interview)
      : ConstructScore(id: id, interview: interview, survey: survey, rules: rules)
    let answer = Answer(score: score.score, band: score.band, bandReason: score.bandReason)
    known[question] = answer
    return answer
  }

  private func place(of source: Source) -> (cell: Int, informant: Int)? {
    guard let caseID = source.caseID,
      let cell = interviews.cells.cell(caseID: caseID, phase: source.phase),
      let informant = interviews.evidence[cell].number(of: Informant(of: source))
    else { return nil }
    return (cell, informant)
  }
}
