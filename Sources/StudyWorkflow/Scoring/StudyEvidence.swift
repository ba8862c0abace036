public import StudyModel
import StudyStore

/// Everything that scores are formed from under one rule of consensus, read from the study in one pass
/// over its codings and one over its answers, with the framework by which it was read.
public struct StudyEvidence: Sendable {
  /// The framework.
  public let framework: Framework
  /// The cases, in the order in which they came in.
  public let cases: [Case]
  /// The phases in time; empty where the study has none.
  public let phases: [Phase]
  /// The phases that have scores, in time, nil for evidence that states none; nil alone where no
  /// evidence states one.
  public let scoredPhases: [String?]
  /// Whether any case of the study has a source or a response.
  public let hasEvidence: Bool
  /// The interviews under the rule of consensus; of one case alone where that was asked for.
  public let interviews: InterviewEvidence
  /// The survey; nil where there is no response.
  public let survey: SurveySums?
  /// The respondents who answered in several phases; nil where it was not asked for.
  public let paired: PairedChange?

  /// The rule of consensus.
  public var rule: ConsensusRule { interviews.rule }

  /// The scores, with what changed between phases where that was asked for.
  ///
  /// - Parameters:
  ///   - seed: The seed of health's draws.
  ///   - drawsHealth: Whether the interval of health is drawn, which takes most of the time.
  /// - Returns: A score a case and phase.
  public func scores(seed: UInt64 = 1, drawsHealth: Bool = true) -> [CaseScore] {
    let scored = casesScored(seed: seed, drawsHealth: drawsHealth)
    return scored.cases.indices.flatMap(scored.scores(ofCase:))
  }

  /// The same, a case at a time: for who asks for many and need not hold them all.
  public func casesScored(seed: UInt64 = 1, drawsHealth: Bool = true) -> CasesScored {
    casesScored(of: interviews, seed: seed, drawsHealth: drawsHealth)
  }

  /// The same by interviews under another rule.
  func casesScored(
    of interviews: InterviewEvidence, seed: UInt64, drawsHealth: Bool
  ) -> CasesScored {
    CasesScored(
      cases: interviews.cells.cases,
      scoring: Scoring(
        interviews: interviews, survey: survey, seed: seed, drawsHealth: drawsHealth),
      paired: paired)
  }
}

extension StudySnapshot {
  /// Reads the evidence.
  ///
  /// - Parameters:
  ///   - rule: The rule of consensus.
  ///   - changes: Whether respondents are paired across phases, which reads the answers once more.
  ///   - caseID: Only this case has evidence and scores, the same as among all; nil for all.
  /// - Returns: The evidence.
  /// - Throws: `Failure` where there is no such case.
  public func evidence(
    rule: ConsensusRule = .majority, changes: Bool = false, of caseID: String? = nil
  ) throws -> StudyEvidence {
    try evidence(rule: rule, changes: changes, of: caseID) { _ in }
  }

  /// Reads the evidence and hands over each source besides, for what else is asked of it.
  func evidence(
    rule: ConsensusRule, changes: Bool, of caseID: String? = nil,
    beside: (Consensus) throws -> Void
  ) throws -> StudyEvidence {
    try evidence(rule: rule, others: [], changes: changes, of: caseID, beside: beside).own
  }

  /// Reads the evidence under all rules of consensus, formed from the same units.
  ///
  /// - Parameters:
  ///   - rule: The rule by which the study is scored.
  ///   - changes: Whether respondents are paired across phases, which reads the answers once more.
  ///   - caseID: Only this case has evidence and scores, the same as among all; nil for all.
  ///   - beside: Is handed each source, for what else is asked of it.
  /// - Returns: The evidence.
  /// - Throws: `Failure` where there is no such case.
  func evidenceByRule(
    scoredBy rule: ConsensusRule, changes: Bool, of caseID: String? = nil,
    beside: (Consensus) throws -> Void
  ) throws -> EvidenceByRule {
    try evidence(
      rule: rule, others: ConsensusRule.allCases.filter { $0 != rule }, changes: changes,
      of: caseID,
      beside: beside)
  }

  private func evidence(
    rule: ConsensusRule, others: [ConsensusRule], changes: Bool, of caseID: String?,
    beside: (Consensus) throws -> Void
  ) throws -> EvidenceByRule {
    let places = try StudyPlaces(reader, columns: .inUse, caseID: caseID)
    if let caseID, places.onlyCase == nil {
      throw Failure.noCase(caseID, known: places.cases.map(\.id))
    }
    let participants = try reader.participants()
    func empty(_ rule: ConsensusRule) -> InterviewEvidence {
      InterviewEvidence(
        framework: framework, cells: places.cells, participants: participants, rule: rule)
    }
    var (interviews, underOthers) = (empty(rule), others.map(empty))
    try forEachSource(ofCase: caseID) { consensus in
      interviews.add(consensus)
      for place in underOthers.indices { underOthers[place].add(consensus) }
      try beside(consensus)
    }
    let own = StudyEvidence(
      framework: framework, cases: places.cases, phases: places.phases,
      scoredPhases: places.cells.phases, hasEvidence: places.hasEvidence, interviews: interviews,
      survey: try surveySums(places), paired: changes ? try pairedChange(places) : nil)
    return EvidenceByRule(own: own, others: underOthers)
  }

  private func pairedChange(_ places: StudyPlaces) throws -> PairedChange {
    var paired = PairedChange(framework: framework, cells: places.cells)
    guard places.cells.phases.compactMap({ $0 }).count > 1 else { return paired }
    let layouts = try reader.instrumentVersions().mapValues { paired.layout(columns: $0) }
    try reader.forEachRespondent { token, response in
      guard let layout = layouts[response.version],
        let at = places.place(ofCase: response.caseNumber),
        let phase = places.place(ofStated: response.phaseNumber)
      else { return }
      paired.add(
        respondent: token, case: at, phase: phase,
        organization: response.organization.map(Int.init), answers: response.answers,
        layout: layout)
    }
    paired.finish()
    return paired
  }

  private func surveySums(_ places: StudyPlaces) throws -> SurveySums? {
    let versions = try reader.instrumentVersions()
    guard !versions.isEmpty else { return nil }
    var adding = SurveyAdding(
      SurveySums(framework: framework, cells: places.cells), versions, places)
    if let number = places.onlyCase {
      try reader.forEachResponse(ofCase: number) { try adding.add($0) }
    } else {
      try reader.forEachResponse { try adding.add($0) }
    }
    return adding.count == 0 ? nil : adding.sums
  }
}

/// Adds up responses as they are read.
private struct SurveyAdding {
  private(set) var sums: SurveySums
  private(set) var count = 0
  private let layouts: [Int64: SurveyLayout]
  private let places: StudyPlaces
  // Responses come in runs of one questionnaire version.
  private var last: (version: Int64, layout: SurveyLayout)?

  init(_ sums: SurveySums, _ versions: [Int64: [String]], _ places: StudyPlaces) {
    self.sums = sums
    self.places = places
    layouts = versions.mapValues { sums.layout(columns: $0) }
  }

  mutating func add(_ response: StudyReader.Response) throws {
    if last?.version != response.version {
      last = layouts[response.version].map { (response.version, $0) }
    }
    guard let layout = last?.layout, let at = places.place(ofCase: response.caseNumber),
      let phase = places.place(ofPhase: response.phaseNumber)
    else { return }
    count += 1
    if count & 0xFFF == 0 { try Task.checkCancellation() }
    sums.add(
      case: at, phase: phase,
      organization: response.organization.map(Int.init), answers: response.answers, layout: layout)
  }
}

extension Study {
  /// Reads the evidence; see ``StudySnapshot/evidence(rule:changes:of:)``.
  public func evidence(
    rule: ConsensusRule = .majority, changes: Bool = false, of caseID: String? = nil
  ) throws -> StudyEvidence {
    try read { try $0.evidence(rule: rule, changes: changes, of: caseID) }
  }

  /// Reads the evidence under all rules of consensus, without what changed between phases.
  ///
  /// - Parameters:
  ///   - rule: The rule by which the study is scored.
  ///   - caseID: Only this case; nil for all.
  /// - Returns: The evidence.
  /// - Throws: `Failure` where there is no such case.
  public func evidenceByRule(
    scoredBy rule: ConsensusRule, of caseID: String? = nil
  ) throws -> EvidenceByRule {
    try read { try $0.evidenceByRule(scoredBy: rule, changes: false, of: caseID) { _ in } }
  }
}
