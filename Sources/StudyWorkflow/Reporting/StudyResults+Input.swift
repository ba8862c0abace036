public import Reports
public import StudyModel

extension StudyResults {
  /// The material as an audience may see it.
  ///
  /// Cases are ordered by the attribute `order`; nil takes the framework's first ordered attribute
  /// that the cases state.
  public func input(for audience: Audience, order: String? = nil) -> ReportInput {
    let attribute = orderAttribute(order)
    let ordered = attribute.map { attribute in
      StudyModel.CaseOrder.attribute(attribute.id, values: attribute.values)
        .sorted(evidence.cases)
    }
    let cases = ordered ?? evidence.cases
    let views = scores.map { OtherEyes.view(of: $0, for: audience, framework: framework) }
    var input = ReportInput(
      study: facts, audience: audience, framework: framework, frameworkHash: frameworkHash,
      cases: cases, scores: views)
    if audience != .researcher { (input.study.hash, input.study.isHashKeyed) = (publicHash, true) }
    input.consensus = rule
    input.order = attribute.map { .init(attribute: $0.id, label: $0.name) }
    input.phases = evidence.phases
    addFindings(to: &input)
    input.quotes = quotes.filter { OtherEyes.mayQuote(isCleared: $0.clear, to: audience) }
    input.agreement = agreement
    input.imports = imports
    input.invited = invited
    input.unmapped = unmapped
    if audience == .researcher { input.sensitivity = sensitivityLines }
    addComparison(to: &input)
    return input
  }

  private func orderAttribute(_ told: String?) -> CaseAttribute? {
    if let told {
      return framework.attributes.first { $0.id == told } ?? CaseAttribute(id: told, name: told)
    }
    return framework.attributes.first { attribute in
      !attribute.values.isEmpty && evidence.cases.contains { $0.attribute(attribute.id) != nil }
    }
  }

  private func addFindings(to input: inout ReportInput) {
    let engine = FindingEngine(framework: framework)
    let phases = phaseNames(of: input.scores)
    let byPlace = Dictionary(
      input.scores.enumerated().map { (CasePhase(caseID: $1.caseID, phase: $1.phase), $0) },
      uniquingKeysWith: { first, _ in first })
    let about = Dictionary(
      input.cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for score in input.scores {
      let before = previous(to: score.phase, in: phases).flatMap { phase in
        byPlace[CasePhase(caseID: score.caseID, phase: phase)].map { input.scores[$0] }
      }
      let findings = engine.findings(
        in: score, about: about[score.caseID], previous: before)
      input.findings.append(
        CaseFindings(
          caseID: score.caseID, phase: score.phase, findings: findings,
          recommends: Recommendations.ordered(from: findings, framework: framework)
            .map(\.recommendation.id)))
    }
    guard !phases.isEmpty else { return }
    let last = lastPhase(of: input.scores)
    let before = previous(to: last, in: phases)
    input.setFindings = engine.findings(
      across: latest(input.scores, phase: last), cases: input.cases,
      previous: before.map { latest(input.scores, phase: $0) } ?? [])
  }

  private func addComparison(to input: inout ReportInput) {
    let last = lastPhase(of: input.scores)
    let scores = latest(input.scores, phase: last)
    let setOnly = segments.filter { $0.caseID == nil }
    let byConstruct = Dictionary(grouping: setOnly, by: \.construct)
    input.setEvidence = framework.constructs.compactMap { construct in
      let own = byConstruct[construct.id] ?? []
      return own.first.map {
        SetEvidence(construct: construct.id, source: $0.source, mentions: own.count)
      }
    }
    input.likeness = likeness(scores, cases: input.cases)
    for expectation in framework.expectations {
      let deviants = DeviantCases(
        outcome: expectation.outcome, conditions: expectation.conditions, scores: scores,
        cases: input.cases, framework: framework)
      input.deviant += deviants.deviants
    }
  }

  /// Cases by the forms of value found in them; nil with fewer than two cases to compare.
  private func likeness(_ scores: [CaseScore], cases: [Case]) -> Likeness? {
    guard cases.count <= Dendrogram.mostCases else { return nil }
    let profiles = CaseProfiles(scores: scores, cases: cases, framework: framework)
    guard profiles.profiles.count > 1, !profiles.constructs.isEmpty else { return nil }
    let ids = profiles.profiles.map(\.caseID)
    let tree = profiles.dendrogram
    // Groups by the places of their cases: single cases first, then one number a merge.
    var numbers: [Set<Int>: Int] = [:]
    for place in ids.indices { numbers[[place]] = place }
    var merges: [Likeness.Merge] = []
    for merge in tree.merges {
      let left = numbers[Set(merge.left)] ?? 0
      let right = numbers[Set(merge.right)] ?? 0
      numbers[Set(merge.left + merge.right)] = ids.count + merges.count
      merges.append(.init(left: left, right: right, height: merge.height))
    }
    return Likeness(
      cases: ids, basis: "\(profiles.constructs.count) forms of value, found or not",
      distances: profiles.distances.map { $0.map { $0 } }, merges: merges, notes: tree.notes())
  }

  private var sensitivityLines: [SensitivityLine] {
    evidence.sensitivity(scoredBy: rule).flatMap { change in
      ConsensusRule.allCases.compactMap { other in
        guard other != rule, change.bands[other] != change.bands[rule] else { return nil }
        return SensitivityLine(
          caseID: change.caseID, phase: change.phase, construct: change.construct, rule: other,
          band: change.bands[rule], other: change.bands[other])
      }
    }
  }

  /// The last phase of the scores; nil where no evidence states one.
  func lastPhase(of scores: [CaseScore]) -> String? {
    phaseNames(of: scores).compactMap { $0 }.last
  }

  /// The phases of the scores in time, nil after them for what states none; a single nil where the
  /// study has none.
  private func phaseNames(of scores: [CaseScore]) -> [String?] {
    let used = Set(scores.map(\.phase))
    let known: [String?] = evidence.phases.map(\.name).filter { used.contains($0) }
    return known + (used.contains(nil) ? [nil] : [])
  }

  private func previous(to phase: String?, in phases: [String?]) -> String? {
    guard phase != nil, let at = phases.firstIndex(of: phase), at > 0 else { return nil }
    return phases[at - 1]
  }

  private func latest(_ scores: [CaseScore], phase: String?) -> [CaseScore] {
    scores.filter { $0.phase == phase }
  }
}
