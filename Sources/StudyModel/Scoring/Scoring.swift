/// From evidence to case scores.
///
/// Scoring specification, sections 2 to 6. Pure: the same evidence, sums and seed give the same
/// scores on every machine. A case can be scored by itself, so that who asks for many need not hold them
/// all; each case and phase draws its own sequence from the seed, so that one case's interval does not
/// depend on which others there are.
public struct Scoring: Sendable {
  let interviews: InterviewEvidence
  let sums: SurveySums?
  private let seed: UInt64
  private let drawsHealth: Bool
  /// Where the organizations of each case and phase lie in the sums.
  let slots: [[Int]]

  private var cells: StudyCells { interviews.cells }
  private var tree: ConstructTree { interviews.tree }
  private var framework: Framework { interviews.framework }

  /// Prepares the scores of a study.
  ///
  /// - Parameters:
  ///   - interviews: What interviews, documents and case analyses say, under one rule of consensus.
  ///   - survey: The sums of the survey over the same cases and phases; nil where there is none.
  ///     Sums of other cases or another framework count as none.
  ///   - seed: The seed of the draws of the health interval.
  ///   - drawsHealth: Whether the interval of health is drawn, which takes most of the time.
  public init(
    interviews: InterviewEvidence, survey: SurveySums?, seed: UInt64 = 1, drawsHealth: Bool = true
  ) {
    (self.interviews, self.seed, self.drawsHealth) = (interviews, seed, drawsHealth)
    sums = survey.flatMap {
      $0.cells == interviews.cells && $0.plan.tree == interviews.tree ? $0 : nil
    }
    var slots = Array(repeating: [Int](), count: interviews.cells.count)
    if let sums {
      for (slot, cell) in sums.slots.cells.enumerated() { slots[cell].append(slot) }
    }
    self.slots = slots
  }

  /// The scores of every case in every phase: in the order of the cases and, within a case, of the
  /// phases; constructs in the framework's order.
  public var scores: [CaseScore] { cells.cases.indices.flatMap(scores(ofCase:)) }

  /// The scores of one case by its place among the study's, a phase each; none outside.
  public func scores(ofCase place: Int) -> [CaseScore] {
    cells.phases.indices.compactMap { phase in
      cells.cell(case: place, phase: phase).map { cell in
        score(
          cell, caseID: cells.cases[place], phase: cells.phases[phase],
          stream: sums.map { SurveyStream($0, cell: cell, slots: slots[cell]) })
      }
    }
  }

  private func score(
    _ cell: Int, caseID: String, phase: String?, stream: SurveyStream?
  ) -> CaseScore {
    let evidence = interviews.evidence[cell]
    let rules = framework.scoring
    let interviews = InterviewStream(evidence, tree: tree).figures
    var constructs = tree.ids.indices.map { number in
      let interview = interviews.isEmpty ? nil : interviews[number]
      return tree.isOfKinds[number]
        ? ConstructScore(ofKinds: tree.ids[number], interview: interview)
        : ConstructScore(
          id: tree.ids[number], interview: interview, survey: stream?.figure(of: number),
          rules: rules)
    }
    for form in tree.forms {
      if evidence.wanted[form] != nil {
        constructs[form].wish = .wanted
      } else if evidence.openWishes.contains(form) {
        constructs[form].wish = .open
      }
    }
    if let sums, let stream {
      for gap in ValueGaps.of(stream, plan: sums.plan, rules: rules) {
        if let number = tree.index[gap.id] { constructs[number].gap = .shown(gap) }
      }
    }
    let pillars = Pillars.scores(framework, constructs: constructs)
    let level = Pillars.health(pillars.map(\.score))
    var health = HealthScore(score: level, seed: seed)
    if drawsHealth, let level, let sums, let stream,
      let draws = HealthInterval(framework, sums: sums, stream: stream, constructs: interviews)
    {
      health = draws.draw(health: level, seed: seed)
    }
    return CaseScore(
      caseID: caseID, phase: phase, constructs: constructs, pillars: pillars, health: health,
      valueBreadth: ValueBreadth(tree.forms.map { constructs[$0] }, rules: rules),
      interviewees: evidence.interviewees, codingCover: evidence.cover,
      notHandedIn: NotHandedIn.all(evidence.notHandedIn),
      unresolvedUnits: evidence.unresolvedUnits,
      responses: stream?.responses ?? 0, organizations: stream?.organizationSlots.count ?? 0)
  }
}
