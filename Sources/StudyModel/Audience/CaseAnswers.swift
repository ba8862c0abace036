/// The answers of one case, held while it is settled on whom the figures that others see may rest.
///
/// Scoring specification, section 7: of one construct, case and phase, everything that is published
/// rests on the same respondents. An answer is dropped where two figures would otherwise differ by the
/// few who gave it: the level and the gap by those who left out what was wanted, two phases by those
/// who came or went. What is dropped is missing from every figure, those of parents too.
struct CaseAnswers {
  /// A response.
  struct Row {
    var token: String
    var phase: Int
    var organization: Int?
    /// Whether it is left out altogether: it names no organization, and levels go by organizations.
    var isLeftOut = false
  }

  /// Who is compared with whom on a construct from a phase to a later one.
  enum Pairing {
    /// The rows of both phases that are one respondent's.
    case respondents([(before: Int, after: Int)])
    /// Of each organization that answered in both, by number, the rows of both phases that speak for it:
    /// those that are one respondent's, or, where there are none, all.
    case organizations([(before: [Int], after: [Int])])
    /// Nobody: the levels themselves are compared.
    case none
  }

  let plan: SurveyPlan
  let least: Int
  let rules: ScoringRules
  private(set) var rows: [Row] = []
  /// Each row's figures, one after the other; not a number where there is none.
  private(set) var figures: [Double] = []
  /// Each row's answers by point of the scale.
  private(set) var points: [UInt8] = []
  /// The phases with answers, each with its rows.
  private(set) var rowsOfPhase: [Int: [Int]] = [:]
  /// Whether the levels of a phase go by organizations.
  private(set) var byOrganizations: [Int: Bool] = [:]
  /// Pairs of phases between which changes are told, with the rows that are one respondent's.
  private(set) var steps: [Step: [Int: Int]] = [:]

  /// From a phase to a later one.
  struct Step: Hashable {
    var before: Int
    var after: Int
  }

  init(plan: SurveyPlan, rules: ScoringRules) {
    self.plan = plan
    self.rules = rules
    least = Limits(rules).answers
  }

  /// Takes in a response.
  mutating func add(
    token: String, phase: Int, organization: Int?, answers: UnsafeBufferPointer<Int8>,
    layout: SurveyLayout
  ) {
    let first = figures.count
    rowsOfPhase[phase, default: []].append(rows.count)
    rows.append(Row(token: token, phase: phase, organization: organization))
    figures.append(contentsOf: repeatElement(.nan, count: plan.figureCount))
    let firstPoint = points.count
    points.append(contentsOf: repeatElement(0, count: plan.pointCount))
    let width = plan.figureCount
    figures.withUnsafeMutableBufferPointer { all in
      points.withUnsafeMutableBufferPointer { counts in
        let counter = RowPoints(points: counts, first: firstPoint)
        ResponseReader.with(layout) {
          $0.score(
            answers, into: UnsafeMutableBufferPointer(rebasing: all[first..<first + width]),
            counter: counter)
        }
      }
    }
  }

  /// Settles on whom figures rest.
  ///
  /// - Parameters:
  ///   - wanted: The phases between which changes are told.
  ///   - isFixed: Whether a figure of a phase was published on those it rests on now, so that nobody
  ///     may be dropped from it; then no change is told where a few are in no pair.
  mutating func settle(
    steps wanted: [Step], isFixed: (CaseAnswers, Int, Int) -> Bool = { _, _, _ in false }
  ) {
    leaveOutUnplaced()
    for step in wanted { steps[step] = partners(step) }
    var isSettled = false
    while !isSettled {
      // Each pass drops at least one answer, so it ends.
      isSettled = true
      for phase in rowsOfPhase.keys.sorted() {
        for form in plan.forms where dropWithoutWanted(form, phase: phase) { isSettled = false }
      }
      // A step waits for those before it: with a further phase, the earlier ones settle as they did.
      for step in wanted where isSettled {
        for measure in plan.measures where measure.figure < plan.constructs.count {
          if dropUnpaired(measure.figure, step: step, isFixed) { isSettled = false }
        }
      }
    }
    formParents()
  }

  /// A row's figure; not a number where there is none.
  func value(_ row: Int, _ figure: Int) -> Double { figures[row * plan.figureCount + figure] }

  /// The rows of a phase that have a figure.
  func base(_ figure: Int, phase: Int) -> [Int] {
    (rowsOfPhase[phase] ?? []).filter { isKept($0, figure) }
  }

  /// The rows of a phase that have both sides of a form.
  func base(_ form: SurveyPlan.Form, phase: Int) -> [Int] {
    base(form.derived, phase: phase).filter { isKept($0, form.desired) }
  }

  /// The figures of the rows of a phase that have one.
  func values(_ figure: Int, phase: Int) -> [Double] {
    base(figure, phase: phase).map { value($0, figure) }
  }

  /// Whether a row has a figure that is not dropped.
  func isKept(_ row: Int, _ figure: Int) -> Bool {
    let value = value(row, figure)
    return value == value && !rows[row].isLeftOut
  }

  /// Whether a row is behind anything that is shown.
  func isBehindAnything(_ row: Int) -> Bool { plan.constructs.indices.contains { isKept(row, $0) } }

  /// Drops a figure of a phase altogether.
  mutating func drop(_ figure: Int, phase: Int) {
    for row in rowsOfPhase[phase] ?? [] { drop(row, figure) }
  }

  private mutating func drop(_ row: Int, _ figure: Int) {
    figures[row * plan.figureCount + figure] = .nan
  }

  /// Forms the parents' figures from those of their children that are kept.
  mutating func formParents() {
    for row in rows.indices {
      for parent in plan.parents {
        figures[row * plan.figureCount + parent.figure] = parent.level(
          of: parent.children.map { value(row, $0) })
      }
    }
  }
}

extension CaseAnswers {
  /// Leaves out who named no organization, in the phases whose levels go by organizations.
  ///
  /// Only who is behind a construct that may be shown counts: somebody behind hidden ones alone would
  /// else decide on whom the shown ones rest. Where of no construct enough are left, since of few organizations
  /// some have hardly anybody, respondents are averaged for others than the researcher.
  private mutating func leaveOutUnplaced() {
    for (phase, all) in rowsOfPhase {
      var shown = Array(plan.constructs.indices)
      var isSettled = false
      // Each pass takes a construct away, so it ends.
      while !isSettled {
        for row in all { rows[row].isLeftOut = false }
        let weighting = weighting(of: all, behind: shown)
        byOrganizations[phase] = weighting == .organizations
        if weighting == .organizations {
          for row in all where rows[row].organization == nil { rows[row].isLeftOut = true }
        }
        let left = shown.filter { areEnough(base($0, phase: phase), phase: phase) }
        isSettled = left.count == shown.count
        shown = left
      }
    }
  }

  /// How the levels of a phase are weighted, by who of it answered some constructs.
  private func weighting(of all: [Int], behind constructs: [Int]) -> ScoringRules.Weighting {
    let answered = all.filter { row in
      constructs.contains { value(row, $0) == value(row, $0) }
    }
    let placed = answered.filter { rows[$0].organization != nil }
    return SurveyMean.weighting(
      organizations: Set(placed.compactMap { rows[$0].organization }).count,
      placed: placed.count, unplaced: answered.count - placed.count, rules: rules)
  }

  /// The row before of each row after that is the same respondent's; of two in a phase the later.
  private func partners(_ step: Step) -> [Int: Int] {
    var before: [String: Int] = [:]
    for row in rowsOfPhase[step.before] ?? [] where !rows[row].isLeftOut {
      before[rows[row].token] = row
    }
    var after: [String: Int] = [:]
    for row in rowsOfPhase[step.after] ?? [] where !rows[row].isLeftOut {
      after[rows[row].token] = row
    }
    var partners: [Int: Int] = [:]
    for (token, row) in after { partners[row] = before[token] }
    return partners
  }

  /// So many of those behind a figure of a phase must be left out of another on the same values, or nobody.
  func leastApart(phase: Int) -> Int {
    Limits(rules).apart(byOrganizations: byOrganizations[phase] == true)
  }

  /// Whether so many of a phase, who are left out of what others are in, are few, but somebody.
  private func isFew(_ count: Int, phase: Int) -> Bool {
    count > 0 && count < leastApart(phase: phase)
  }

  /// Whether sums over two sets of a phase tell of a few.
  private func areFew(between one: Set<Int>, and other: Set<Int>, phase: Int) -> Bool {
    Limits(rules).areFew(
      one.subtracting(other).count, other.subtracting(one).count,
      byOrganizations: byOrganizations[phase] == true)
  }

  /// Drops the answers on a form of those few who do not say what they wanted, or weigh like few, where a
  /// gap is told.
  private mutating func dropWithoutWanted(_ form: SurveyPlan.Form, phase: Int) -> Bool {
    let few = apart(form, phase: phase)
    for row in few { drop(row, form.derived) }
    return !few.isEmpty
  }

  /// Drops the answers of those few who are in no pair, where a change is told: in both phases.
  ///
  /// Of five to nine nobody is dropped: then no pairs are told.
  /// Of those who are not few but weigh like few, whoever weighs most goes.
  private mutating func dropUnpaired(
    _ figure: Int, step: Step, _ isFixed: (CaseAnswers, Int, Int) -> Bool
  ) -> Bool {
    let before = base(figure, phase: step.before)
    let after = base(figure, phase: step.after)
    guard areEnough(before, phase: step.before), areEnough(after, phase: step.after) else {
      return false
    }
    let (first, second) = inPairs(pairs(figure, step: step), before: before, after: after)
    guard !first.isEmpty else { return false }
    let unpaired = [before.count - first.count, after.count - second.count]
    // Rather than leave out so many, the change is told of the levels, and of no pairs.
    guard !unpaired.contains(where: { isFew($0, phase: step.after) && $0 >= least }) else {
      return false
    }
    let areFew = unpaired.contains { isFew($0, phase: step.after) }
    let (goneBefore, goneAfter) =
      areFew
      ? (before.filter { !first.contains($0) }, after.filter { !second.contains($0) })
      : (
        apart(before, from: first, phase: step.before),
        apart(after, from: second, phase: step.after)
      )
    guard !goneBefore.isEmpty || !goneAfter.isEmpty,
      goneBefore.isEmpty || !isFixed(self, figure, step.before),
      goneAfter.isEmpty || !isFixed(self, figure, step.after)
    else { return false }
    for row in goneBefore + goneAfter { drop(row, figure) }
    return true
  }

  /// The rows of both phases that stand in pairs; none where nobody is compared.
  func inPairs(
    _ pairing: Pairing, before: [Int], after: [Int]
  ) -> (before: Set<Int>, after: Set<Int>) {
    switch pairing {
    case .none: ([], [])
    case .respondents(let pairs): (Set(pairs.map(\.before)), Set(pairs.map(\.after)))
    case .organizations(let both): (Set(both.flatMap(\.before)), Set(both.flatMap(\.after)))
    }
  }

  /// Who is compared on a figure, where there are enough of them: organizations or respondents, as the levels
  /// go by the ones or the others.
  private func pairs(_ figure: Int, step: Step) -> Pairing {
    let partners = steps[step] ?? [:]
    let pairs = base(figure, phase: step.after).compactMap { row in
      partners[row].flatMap { isKept($0, figure) ? (before: $0, after: row) : nil }
    }
    // A change is weighted as the levels beside it: of two that are weighted differently on the same
    // people, the difference is somebody's own.
    let goesByOrganizations = [step.before, step.after].map { byOrganizations[$0] == true }
    guard goesByOrganizations[0] == goesByOrganizations[1] else { return .none }
    if !goesByOrganizations[0] { return pairs.count >= least ? .respondents(pairs) : .none }
    let both = organizations(figure, step: step, stayed: pairs)
    return both.count >= least ? .organizations(both) : .none
  }

  /// Of each organization behind a figure in both phases, by number, the rows that speak for it.
  private func organizations(
    _ figure: Int, step: Step, stayed pairs: [(before: Int, after: Int)]
  ) -> [(before: [Int], after: [Int])] {
    func all(_ phase: Int) -> [Int?: [Int]] {
      Dictionary(grouping: base(figure, phase: phase)) { rows[$0].organization }
    }
    let (before, after) = (all(step.before), all(step.after))
    let stayed = Dictionary(
      grouping: pairs.filter { rows[$0.before].organization == rows[$0.after].organization }
    ) { rows[$0.after].organization }
    return before.keys.compactMap(\.self).sorted().compactMap { organization in
      guard let earlier = before[organization], let later = after[organization] else { return nil }
      return stayed[organization].map { ($0.map(\.before), $0.map(\.after)) } ?? (earlier, later)
    }
  }

  /// Those in the pairs of the step before, in the phase that it shares with a step.
  func earlierPairs(_ figure: Int, before step: Step) -> Set<Int> {
    guard let other = steps.keys.first(where: { $0.after == step.before }) else { return [] }
    return inPairs(
      pairing(figure, step: other), before: base(figure, phase: other.before),
      after: base(figure, phase: other.after)
    ).after
  }

  /// Whether those in a step's pairs are those of the step before, in the phase they share, but for a
  /// few: what that phase's level is by the one and by the other would be a figure on those few.
  private func differsByFew(_ paired: Set<Int>, from step: Step, figure: Int) -> Bool {
    let earlier = earlierPairs(figure, before: step)
    guard !paired.isEmpty, !earlier.isEmpty else { return false }
    return areFew(between: paired, and: earlier, phase: step.before)
  }

  /// Who is compared on a figure once all is settled; nobody where the change would rest on other
  /// respondents than the level or the gap of one of the phases, but for a few, or would tell of a few beside
  /// all of them.
  func pairing(_ figure: Int, step: Step) -> Pairing {
    let before = base(figure, phase: step.before)
    let after = base(figure, phase: step.after)
    let pairing = pairs(figure, step: step)
    let (first, second) = inPairs(pairing, before: before, after: after)
    guard !first.isEmpty, !isFew(before.count - first.count, phase: step.before),
      !isFew(after.count - second.count, phase: step.after)
    else { return .none }
    if differsByFew(first, from: step, figure: figure) || tellsOfFew(pairing, figure, step: step) {
      return .none
    }
    guard let form = plan.forms.first(where: { $0.derived == figure }) else { return pairing }
    for (base, paired, phase) in [(before, first, step.before), (after, second, step.after)] {
      let wanted = Set(base.filter { isKept($0, form.desired) })
      guard areEnough(Array(wanted), phase: phase), wanted != paired else { continue }
      if areFew(between: wanted, and: paired, phase: phase) { return .none }
    }
    return pairing
  }
}

/// Counts the points chosen in one response.
private struct RowPoints: AnswerCounter {
  let points: UnsafeMutableBufferPointer<UInt8>
  let first: Int

  @inline(__always)
  func count(point: Int, complete: Bool) { points[first &+ point] &+= 1 }

  @inline(__always)
  func count(missing answer: Int8, of measure: Int) {}
}
