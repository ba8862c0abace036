public import StudyModel
import StudyStore

/// Everything that scores are formed from, read from the study in one pass over its codings and
/// one over its answers.
public struct StudyEvidence: Sendable {
  /// The cases, in the order in which they came in.
  public var cases: [Case]
  /// The phases in time; empty where the study has none.
  public var phases: [Phase]
  /// The phases that have scores, in time, nil for evidence that states none; nil alone where no
  /// evidence states one.
  public var scoredPhases: [String?]
  /// The interviews, a rule of consensus each.
  public var interviews: [ConsensusRule: InterviewEvidence]
  /// The survey; nil where there is no response.
  public var survey: SurveySums?
  /// The respondents who answered in several phases; nil where it was not asked for.
  public var paired: PairedChange?

  /// The scores under a rule, with what changed between phases where that was asked for.
  ///
  /// - Returns: nil where evidence was not read under that rule.
  public func scores(
    _ framework: Framework, rule: ConsensusRule, seed: UInt64 = 1
  ) -> [CaseScore]? {
    interviews[rule].map {
      let scores = Scoring.score(
        framework: framework, interviews: $0, survey: survey, seed: seed)
      return paired.map {
        Scoring.withChanges(scores, respondents: $0, organizations: survey)
      } ?? scores
    }
  }
}

extension Study {
  /// Reads the evidence, forming consensus under each of the rules from the same units.
  ///
  /// With `changes`, respondents are paired across phases, which reads the answers once more.
  public func evidence(
    rules: Set<ConsensusRule>, changes: Bool = false
  ) throws -> StudyEvidence {
    try file.read { reader in
      let cases = try reader.cases()
      let phases = try reader.phases()
      let cells = StudyCells(
        cases: cases.map(\.case.id), phases: try Self.phaseNames(reader, phases))
      let participants = try reader.participants()
      var interviews: [ConsensusRule: InterviewEvidence] = [:]
      for rule in rules {
        interviews[rule] = InterviewEvidence(
          framework: framework, cells: cells, participants: participants, rule: rule)
      }
      try reader.forEachCodedSource { coded in
        let consensus = Consensus(of: coded, leastOverlap: framework.scoring.unitOverlap)
        for rule in rules { interviews[rule]?.add(consensus) }
      }
      return StudyEvidence(
        cases: cases.map(\.case), phases: phases.values.sorted { $0.isBefore($1) },
        scoredPhases: cells.phases, interviews: interviews,
        survey: try surveySums(reader, cells: cells, cases: cases, phases: phases),
        paired: changes
          ? try pairedChange(reader, cells: cells, cases: cases, phases: phases) : nil)
    }
  }

  private func pairedChange(
    _ reader: StudyReader, cells: StudyCells, cases: [StudyReader.NumberedCase],
    phases: [Int64: Phase]
  ) throws -> PairedChange {
    var paired = PairedChange(framework: framework, cells: cells)
    guard cells.phases.compactMap({ $0 }).count > 1 else { return paired }
    let layouts = try reader.instrumentVersions().mapValues { paired.layout(columns: $0) }
    let caseAt = Dictionary(
      uniqueKeysWithValues: cases.enumerated().map { ($0.element.number, $0.offset) })
    let phaseAt = phases.compactMapValues { cells.index(ofPhase: $0.name) }
    try reader.forEachRespondent { token, response in
      guard let layout = layouts[response.version], let at = caseAt[response.caseNumber],
        let phase = response.phaseNumber.flatMap({ phaseAt[$0] })
      else { return }
      paired.add(
        respondent: token, case: at, phase: phase, answers: response.answers, layout: layout)
    }
    return paired
  }

  /// The phases as scores name them: those in use, in time (by name where no order is given); nil
  /// after them where some evidence states none.
  static func phaseNames(
    _ reader: StudyReader, _ phases: [Int64: Phase]
  ) throws -> [String?] {
    let used = try reader.phasesInUse()
    let names = used.compactMap { $0 }.compactMap { phases[$0] }.sorted { $0.isBefore($1) }
      .map(\.name)
    guard !names.isEmpty else { return [] }
    return names + (used.contains(nil) ? [nil] : [])
  }

  private func surveySums(
    _ reader: StudyReader, cells: StudyCells, cases: [StudyReader.NumberedCase],
    phases: [Int64: Phase]
  ) throws -> SurveySums? {
    let versions = try reader.instrumentVersions()
    guard !versions.isEmpty else { return nil }
    var sums = SurveySums(framework: framework, cells: cells)
    let layouts = versions.mapValues { sums.layout(columns: $0) }
    let caseAt = Dictionary(
      uniqueKeysWithValues: cases.enumerated().map { ($0.element.number, $0.offset) })
    let phaseAt = phases.mapValues { cells.index(ofPhase: $0.name) ?? 0 }
    let noPhase = cells.index(ofPhase: nil) ?? 0
    // Responses come in runs of one questionnaire version.
    var last: (version: Int64, layout: SurveyLayout)?
    var count = 0
    try reader.forEachResponse { response in
      if last?.version != response.version {
        last = layouts[response.version].map { (response.version, $0) }
      }
      guard let layout = last?.layout, let at = caseAt[response.caseNumber] else { return }
      count += 1
      sums.add(
        case: at, phase: response.phaseNumber.map { phaseAt[$0] ?? 0 } ?? noPhase,
        organization: response.organization.map(Int.init), answers: response.answers,
        layout: layout)
    }
    return count == 0 ? nil : sums
  }
}

extension Phase {
  /// Whether a phase comes before another: by order where both have one, else by name.
  func isBefore(_ other: Phase) -> Bool {
    if let order, let otherOrder = other.order, order != otherOrder { return order < otherOrder }
    return name < other.name
  }
}
