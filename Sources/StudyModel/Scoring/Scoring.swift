/// From evidence to case scores.
///
/// Scoring specification, sections 2 to 6. Pure: the same evidence, sums and seed give the same
/// scores on every machine.
public enum Scoring {
  /// Scores every case in every phase.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - interviews: What interviews, documents and case analyses say, under one rule of consensus.
  ///   - survey: The sums of the survey over the same cases and phases; nil where there is none.
  ///     Sums of other cases or another framework count as none.
  ///   - seed: The seed of the draws of the health interval. Each case and phase draws its own
  ///     sequence from it, so that one case's interval does not depend on which others there are.
  /// - Returns: The scores in the order of the cases and, within a case, of the phases; constructs
  ///   in the framework's order.
  public static func score(
    framework: Framework, interviews: InterviewEvidence, survey: SurveySums?, seed: UInt64 = 1
  ) -> [CaseScore] {
    let cells = interviews.cells
    let tree = ConstructTree(framework)
    guard tree == interviews.tree else { return [] }
    let sums = survey.flatMap { $0.cells == cells && $0.plan.tree == tree ? $0 : nil }
    var slots = Array(repeating: [Int](), count: cells.count)
    if let sums {
      for (slot, cell) in sums.slots.cells.enumerated() { slots[cell].append(slot) }
    }
    return cells.cases.indices.flatMap { caseAt in
      cells.phases.indices.compactMap { phaseAt in
        cells.cell(case: caseAt, phase: phaseAt).map { cell in
          score(
            framework, caseID: cells.cases[caseAt], phase: cells.phases[phaseAt],
            evidence: interviews.evidence[cell], tree: tree, sums: sums,
            stream: sums.map { SurveyStream($0, cell: cell, slots: slots[cell]) }, seed: seed)
        }
      }
    }
  }

  private static func score(
    _ framework: Framework, caseID: String, phase: String?, evidence: CellEvidence,
    tree: ConstructTree, sums: SurveySums?, stream: SurveyStream?, seed: UInt64
  ) -> CaseScore {
    let rules = framework.scoring
    let interviews = InterviewStream(evidence, tree: tree).figures
    let constructs = tree.ids.indices.map { number in
      ConstructScore(
        id: tree.ids[number], interview: interviews.isEmpty ? nil : interviews[number],
        survey: stream?.figure(of: number), rules: rules)
    }
    var gaps: [ValueGap] = []
    if let sums, let stream { gaps = ValueGaps.of(stream, plan: sums.plan, rules: rules) }
    let pillars = Pillars.scores(framework, constructs: constructs, gaps: gaps)
    let level = Pillars.health(pillars.map(\.score))
    var health = HealthScore(score: level, interval: nil, draws: 0, dropped: 0, seed: seed)
    if let level, let sums, let stream,
      let draws = HealthInterval(framework, sums: sums, stream: stream, constructs: interviews)
    {
      health = draws.draw(health: level, seed: seed)
    }
    return CaseScore(
      caseID: caseID, phase: phase, constructs: constructs, pillars: pillars, health: health,
      valueBreadth: Pillars.valueBreadth(framework, constructs: constructs), gaps: gaps,
      wantedInInterviews: tree.forms.filter { evidence.wanted[$0] != nil }.map { tree.ids[$0] },
      interviewees: evidence.interviewees, convenors: evidence.convenors,
      codingCover: evidence.cover, responses: stream?.responses ?? 0,
      organizations: stream?.organizationSlots.count ?? 0)
  }
}
