/// The survey as it may be shown to others than the researcher, a case after the other.
///
/// Sums cannot give it, for it takes to know who answered what: the responses of one case are held
/// until all of them are in, and then only what may be shown is kept. Give those of a case one after
/// the other.
public struct SurveyForOthers: Sendable {
  /// The cases and phases.
  public let cells: StudyCells

  private let framework: Framework
  private let plan: SurveyPlan
  /// The cells that have a source.
  private let sourced: Set<Int>
  private var answers: CaseAnswers
  private var caseIndex: Int?
  /// What may be shown, by cell.
  private(set) var shown: [Int: ShownSurvey] = [:]
  /// The changes that may be shown, by the cell of the later phase, exact.
  private(set) var changes: [Int: [Int: SurveyChange]] = [:]
  /// The people behind what may be shown, a case and phase each; none without marks.
  public private(set) var bases: [PublishedBase] = []
  private let marks: RespondentMarks?

  /// Starts without responses.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose items and rules count.
  ///   - interviews: The interviews, of which it matters in which phases a case has a source.
  ///   - marks: How respondents are told apart without their names, and what was published of them.
  public init(
    framework: Framework, interviews: InterviewEvidence, marks: RespondentMarks? = nil
  ) {
    self.framework = framework
    self.marks = marks
    cells = interviews.cells
    plan = SurveyPlan(framework)
    sourced = Set(interviews.evidence.indices.filter { interviews.evidence[$0].sources > 0 })
    answers = CaseAnswers(plan: plan, rules: framework.scoring)
  }

  /// How a version of the instrument is read; see ``SurveyLayout/init(framework:columns:)``.
  public func layout(columns: [String]) -> SurveyLayout {
    SurveyLayout(plan: plan, rules: framework.scoring, columns: columns)
  }

  /// Takes in a response.
  ///
  /// - Parameters:
  ///   - respondent: The token that is the same in all phases.
  ///   - caseIndex: The place of the case in ``cells``. Responses of a case must follow each other.
  ///   - phaseIndex: The place of the phase in ``cells``.
  ///   - organization: A number of the organization; nil where none is stated.
  ///   - answers: One byte a column, see ``Answer``.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  /// - Returns: False, with nothing changed, for a case or phase there is none of, a response shorter
  ///   than its layout, or a layout of another framework.
  @discardableResult
  public mutating func add(
    respondent: String, case caseIndex: Int, phase phaseIndex: Int, organization: Int?,
    answers: UnsafeBufferPointer<Int8>, layout: SurveyLayout
  ) -> Bool {
    guard cells.cell(case: caseIndex, phase: phaseIndex) != nil, answers.count >= layout.width,
      layout.plan.figureCount == plan.figureCount, layout.plan.pointCount == plan.pointCount
    else { return false }
    if caseIndex != self.caseIndex {
      finish()
      self.caseIndex = caseIndex
    }
    self.answers.add(
      token: respondent, phase: phaseIndex,
      organization: organization.flatMap { $0 >= 0 ? $0 : nil }, answers: answers, layout: layout)
    return true
  }

  /// Settles what may be shown of the case at hand; call it after the last response.
  public mutating func finish() {
    guard let caseIndex, !answers.rows.isEmpty else { return }
    let all = answers
    answers = CaseAnswers(plan: plan, rules: framework.scoring)
    self.caseIndex = nil
    let steps = steps(of: all, caseIndex: caseIndex)
    let phases = all.rowsOfPhase.keys.sorted()
    var (own, hidden) = settled(all, steps: steps)
    if !isAsPublished(own, caseIndex: caseIndex) {
      (own, hidden) = settled(all, steps: steps, isFixed: fixed(caseIndex))
    }
    for (phase, gone) in zip(phases, hidden) {
      guard let cell = cells.cell(case: caseIndex, phase: phase) else { continue }
      shown[cell] = ShownSurvey(
        own, phase: phase, hidden: gone, framework: framework,
        cells: StudyCells(cases: [cells.cases[caseIndex]]))
    }
    addChanges(own, steps: steps, caseIndex: caseIndex)
    addBases(own, phases: phases, steps: steps, caseIndex: caseIndex)
  }

  /// Adds what changed in each step.
  private mutating func addChanges(
    _ own: CaseAnswers, steps: [CaseAnswers.Step], caseIndex: Int
  ) {
    for step in steps {
      guard let before = cells.cell(case: caseIndex, phase: step.before),
        let after = cells.cell(case: caseIndex, phase: step.after),
        let from = shown[before], let to = shown[after]
      else { continue }
      let held = held(own, step: step, caseIndex: caseIndex)
      changes[after] = ShownChanges(own, step: step, from: from, to: to, held: held).changes
    }
  }

  /// The constructs whose change in a step would rest on a few more or fewer than one that was published, or than what
  /// several leave together.
  ///
  /// Less that, it would tell what changed for these few. The levels' difference tells no more than they do.
  private func held(
    _ own: CaseAnswers, step: CaseAnswers.Step, caseIndex: Int
  ) -> Set<String> {
    let caseID = cells.cases[caseIndex]
    guard let marks else { return [] }
    let earlier = marks.earlier(caseID: caseID)
    guard !earlier.isEmpty else { return [] }
    let sides = own.people(
      marks, step: step, of: plan.constructs.indices, caseID: caseID, named: { cells.phases[$0] })
    let limits = Limits(framework.scoring)
    let bases = [(step.before, sides.before), (step.after, sides.after)].map { phase, side in
      let name = cells.phases[phase]
      return PublishedBase(
        caseID: caseID, phase: name,
        people: own.people(marks, phase: phase, caseID: caseID, named: name) + side)
    }
    return Set(
      bases.flatMap { base in
        let told = marks.told.areTold(in: base)
        return earlier.flatMap {
          EditionConflict.inCase(base, and: $0, limits: limits, told: told)
        }
          + EditionConflict.together(
            base, with: earlier.filter { $0.phase == base.phase },
            besides: earlier.filter { $0.phase != base.phase }, limits: limits, told: told)
      }.compactMap { conflict in
        switch conflict.statistic {
        case .changeFrom(let id), .changeTo(let id): id
        default: nil
        }
      })
  }

  /// Adds who is behind what is shown of each phase, and of its changes since the one before and until the
  /// one after.
  private mutating func addBases(
    _ own: CaseAnswers, phases: [Int], steps: [CaseAnswers.Step], caseIndex: Int
  ) {
    guard let marks else { return }
    let caseID = cells.cases[caseIndex]
    var ofChanges: [Int: [PublishedBase.People]] = [:]
    for step in steps {
      let told = cells.cell(case: caseIndex, phase: step.after).flatMap { changes[$0] } ?? [:]
      let sides = own.people(
        marks, step: step,
        of: plan.constructs.indices.filter { told[plan.constructs[$0]] != nil }, caseID: caseID,
        named: { cells.phases[$0] })
      ofChanges[step.before, default: []] += sides.before
      ofChanges[step.after, default: []] += sides.after
    }
    for phase in phases {
      let name = cells.phases[phase]
      bases.append(
        PublishedBase(
          caseID: caseID, phase: name,
          people: own.people(marks, phase: phase, caseID: caseID, named: name)
            + (ofChanges[phase] ?? [])))
    }
  }

  /// A case's answers with those dropped on whom no figure may rest, and what is hidden of each phase.
  private func settled(
    _ all: CaseAnswers, steps: [CaseAnswers.Step],
    isFixed: (CaseAnswers, Int, Int) -> Bool = { _, _, _ in false }
  ) -> (answers: CaseAnswers, hidden: [Set<String>]) {
    var own = all
    own.settle(steps: steps, isFixed: isFixed)
    let hidden = own.rowsOfPhase.keys.sorted().map { dropHidden(from: &own, phase: $0) }
    return (own, hidden)
  }

  /// Whether all that is shown of a case rests on the people of an earlier edition, or nothing was
  /// published of it: an unchanged study is shown as it was.
  private func isAsPublished(_ own: CaseAnswers, caseIndex: Int) -> Bool {
    guard let marks else { return true }
    let caseID = cells.cases[caseIndex]
    return own.rowsOfPhase.keys.allSatisfy { phase in
      let name = cells.phases[phase]
      guard marks.hasEarlier(caseID: caseID, phase: name) else { return true }
      return own.people(marks, phase: phase, caseID: caseID, named: name).allSatisfy { people in
        switch people.statistic {
        case .survey, .gap:
          people.members.count < own.least
            || marks.wasPublished(people, caseID: caseID, phase: name)
        // On whom those rest is all that is settled; of what else is formed of them no report tells all.
        default: true
        }
      }
    }
  }

  /// Whether a figure of a phase was published on exactly those it rests on now: then nobody is dropped
  /// from it for the sake of a change.
  private func fixed(_ caseIndex: Int) -> (CaseAnswers, Int, Int) -> Bool {
    let caseID = cells.cases[caseIndex]
    return { [marks, cells, plan] answers, figure, phase in
      let name = cells.phases[phase]
      guard let marks, marks.hasEarlier(caseID: caseID, phase: name) else { return false }
      let people = marks.people(
        .survey(plan.tree.ids[plan.constructs[figure]]), answers.said(figure, phase: phase),
        caseID: caseID, phase: name)
      return marks.wasPublished(people, caseID: caseID, phase: name)
    }
  }

  /// The phases between which changes are told: each and the last earlier one in which the case has a
  /// source or a response; what states no phase has no place in time.
  private func steps(of own: CaseAnswers, caseIndex: Int) -> [CaseAnswers.Step] {
    let known = cells.phases.indices.filter { phase in
      guard cells.phases[phase] != nil, let cell = cells.cell(case: caseIndex, phase: phase) else {
        return false
      }
      return own.rowsOfPhase[phase] != nil || sourced.contains(cell)
    }
    return zip(known, known.dropFirst()).map { CaseAnswers.Step(before: $0, after: $1) }
      .filter { own.rowsOfPhase[$0.before] != nil && own.rowsOfPhase[$0.after] != nil }
  }

  /// Drops the figures of a phase that are hidden, and names them; parents are formed anew.
  private func dropHidden(from own: inout CaseAnswers, phase: Int) -> Set<String> {
    // Those of organizations that weigh the same count as so many that weigh alike.
    let counts = plan.constructs.indices.map { figure in
      own.answerWeights(own.base(figure, phase: phase), phase: phase).effective
    }
    let answered = zip(plan.constructs, counts).filter { $0.1 > 0 }
    var hidden = SurveyTreeSuppression(
      answers: Dictionary(
        answered.map { (plan.tree.ids[$0.0], $0.1) }, uniquingKeysWith: { first, _ in first }),
      threshold: own.least, framework: framework
    ).hidden()
    for (figure, construct) in plan.constructs.enumerated()
    where plan.tree.isLeaf(construct) && hidden.contains(plan.tree.ids[construct]) {
      own.drop(figure, phase: phase)
    }
    own.formParents()
    // A parent of which no child is shown has nothing to be formed from.
    for (figure, construct) in plan.constructs.enumerated()
    where counts[figure] > 0 && own.base(figure, phase: phase).isEmpty {
      hidden.insert(plan.tree.ids[construct])
    }
    return hidden
  }
}
