/// What may be shown of the survey of one case and phase: figures on the respondents that are settled
/// on, not yet whole.
///
/// Figures on too few answers are dropped first (``SurveyTreeSuppression`` has the rule); a parent's
/// level is the mean of those of its children that are shown, which for the same respondents is the
/// mean of their own, so that nobody who left a child out follows from the two.
struct ShownSurvey: Sendable {
  /// A construct's figure.
  struct Figure: Sendable {
    /// With its exact level and interval.
    var survey: SurveyFigure
    /// The level from which parents and changes are formed: as it is told, so that a parent is the mean of
    /// what stands beside it; or the one that stands for what nearly all say.
    var level: Double
    /// What nearly all say, where that is told in place of the level.
    var alike: Alike?
    /// Whether a part of it is told in words or in tens, of which its own spread must tell nothing.
    var restsOnTold: Bool
  }

  /// The responses that are behind something shown: with all of them it would be told how many are not.
  let responses: Int
  /// The organizations stated in them.
  let organizations: Int
  /// The figures, by the constructs' numbers.
  private(set) var figures: [Int: Figure] = [:]
  /// The constructs whose figure is hidden, by id.
  let hidden: Set<String>
  /// The gaps that are shown, exact.
  private(set) var gaps: [ValueGap] = []
  /// The forms of value whose gap is hidden.
  let hiddenGaps: Set<String>
  /// The forms of value of which somebody says both what was wanted and what was received.
  let asksBoth: Set<String>
  /// What nearly all say of constructs with items of their own.
  private let alike: [Int: Alike]
  /// The sums over what is shown, for the draws of health.
  let sums: SurveySums
  /// The same for reading.
  let stream: SurveyStream

  /// Reads a phase of a case whose hidden figures are dropped.
  init(
    _ answers: CaseAnswers, phase: Int, hidden: Set<String>, framework: Framework,
    cells: StudyCells
  ) {
    let plan = answers.plan
    let asked = (answers.rowsOfPhase[phase] ?? []).filter { !answers.rows[$0].isLeftOut }
    let kept = asked.filter(answers.isBehindAnything)
    var rules = framework
    if answers.byOrganizations[phase] != true { rules.scoring.weighting = .respondents }
    self.hidden = hidden
    alike = Self.alike(answers, phase: phase)
    hiddenGaps = Self.hiddenGaps(answers, phase: phase, alike: alike)
    asksBoth = Set(
      plan.forms.filter { form in asked.contains { answers.isKept($0, form.desired) } }
        .map { plan.tree.ids[$0.construct] })
    let formed = Self.formed(
      kept, in: answers, hiddenGaps: hiddenGaps, standing: Self.standing(answers, phase: phase))
    let organizations = kept.map { answers.rows[$0].organization }
    let numbers = Self.numbers(of: organizations, formed)
    var sums = SurveySums(framework: rules, cells: cells)
    for (figures, organization) in zip(formed, organizations) {
      sums.addFormed(figures[...], organization: organization.flatMap { numbers[$0] })
    }
    self.sums = sums
    stream = SurveyStream(sums, cell: 0, slots: Array(0..<sums.slots.count))
    responses = kept.count
    self.organizations = numbers.count
    addFigures(
      answers, phase: phase,
      formed: Dictionary(zip(kept, formed), uniquingKeysWith: { first, _ in first }))
    addGaps(answers, phase: phase, rules: rules.scoring)
  }

  /// Whether a figure of it rests on so few answers that it is told in tens.
  var restsOnFew: Bool {
    responses < WholeFigures.fewAnswers
      || figures.values.contains { $0.alike == nil && $0.survey.n < WholeFigures.fewAnswers }
  }

  /// What stands for the figures that nearly all share, by the figures' places: also for what nearly all
  /// want.
  private static func standing(_ answers: CaseAnswers, phase: Int) -> [Int: Double] {
    var standing: [Int: Double] = [:]
    for measure in answers.plan.measures {
      let rows =
        if let form = answers.plan.forms.first(where: { $0.desired == measure.figure }) {
          answers.base(form.derived, phase: phase).filter { answers.isKept($0, form.desired) }
        } else {
          answers.base(measure.figure, phase: phase)
        }
      standing[measure.figure] =
        rows.isEmpty ? nil : alike(rows.map { answers.value($0, measure.figure) })?.level
    }
    return standing
  }

  /// What nearly all say of the constructs with items of their own, by their numbers.
  private static func alike(_ answers: CaseAnswers, phase: Int) -> [Int: Alike] {
    var found: [Int: Alike] = [:]
    for measure in answers.plan.measures where measure.figure < answers.plan.constructs.count {
      let values = answers.base(measure.figure, phase: phase).map {
        answers.value($0, measure.figure)
      }
      found[answers.plan.constructs[measure.figure]] = values.isEmpty ? nil : alike(values)
    }
    return found
  }

  /// The forms asked both ways whose gap is hidden: too few say both, or the level is told in words.
  private static func hiddenGaps(
    _ answers: CaseAnswers, phase: Int, alike: [Int: Alike]
  ) -> Set<String> {
    let plan = answers.plan
    return Set(
      plan.forms.filter { form in
        let both = (answers.rowsOfPhase[phase] ?? []).count {
          answers.isKept($0, form.derived) && answers.isKept($0, form.desired)
        }
        return both > 0 && both < answers.least || alike[form.construct] != nil
      }.map { plan.tree.ids[$0.construct] })
  }

  /// The figures of each row that may be shown: what was wanted only where a gap is told; for what nearly
  /// all say, what stands for it, so that nothing drawn from them tells who differs.
  private static func formed(
    _ rows: [Int], in answers: CaseAnswers, hiddenGaps: Set<String>, standing: [Int: Double]
  ) -> [[Double]] {
    let plan = answers.plan
    return rows.map { row in
      var figures = Array(
        answers.figures[row * plan.figureCount..<(row + 1) * plan.figureCount])
      for form in plan.forms
      where !answers.isKept(row, form.derived) || hiddenGaps.contains(plan.tree.ids[form.construct])
      {
        figures[form.desired] = .nan
      }
      for (figure, level) in standing where figures[figure] == figures[figure] {
        figures[figure] = level
      }
      for parent in plan.parents {
        let values = parent.children.map { figures[$0] }.filter { $0 == $0 }
        figures[parent.figure] =
          values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
      }
      return figures
    }
  }

  /// Numbers for the organizations by what is answered in them, so that the order in which they came
  /// in, which hidden rows may change, moves no draw and no digit.
  private static func numbers(of organizations: [Int?], _ formed: [[Double]]) -> [Int: Int] {
    var sums: [Int: [Double]] = [:]
    for (organization, figures) in zip(organizations, formed) {
      guard let organization else { continue }
      var sum = sums[organization] ?? Array(repeating: 0, count: 2 * figures.count + 1)
      sum[0] += 1
      for (place, value) in figures.enumerated() where value == value {
        sum[1 + 2 * place] += 1
        sum[2 + 2 * place] += value
      }
      sums[organization] = sum
    }
    let ordered = sums.mapValues { $0.map(NineDecimals.rounded) }.sorted { left, right in
      left.value == right.value
        ? left.key < right.key : left.value.lexicographicallyPrecedes(right.value)
    }
    return Dictionary(
      ordered.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func addFigures(
    _ answers: CaseAnswers, phase: Int, formed: [Int: [Double]]
  ) {
    let plan = answers.plan
    for construct in plan.tree.childrenFirst {
      guard let figure = plan.figureOfConstruct[construct],
        !hidden.contains(plan.tree.ids[construct]),
        var survey = stream.figure(of: construct)
      else { continue }
      (survey.sd, survey.rwg, survey.averageDeviation, survey.unplaced) = (nil, nil, nil, 0)
      let base = answers.base(figure, phase: phase)
      let weights = Weights(
        base.map { answers.rows[$0].organization },
        byOrganizations: survey.weighting == .organizations)
      // Of a parent as what is told of its children makes it.
      let values = base.compactMap { formed[$0]?[figure] }
      // Where organizations weigh the same, few of them let the answer of a lone respondent be told.
      let isFew =
        survey.n < WholeFigures.fewAnswers
        || survey.weighting == .organizations
          && survey.organizations < WholeFigures.fewOrganizations
      let children = plan.tree.children[construct].compactMap { figures[$0] }
      let above =
        Self.above(ofParts: children)
        ?? 100 * weights.mean(values.map { NineDecimals.isLess(50, than: $0) ? 1 : 0 })
      let share: SeenShare =
        isFew || children.contains { $0.alike != nil || $0.restsOnTold }
        ? .quarter(WholeFigures.quarter(above)) : .percent(WholeFigures.share(above))
      survey.seenAbove = share
      survey.seenAboveInterval = WholeFigures.interval(of: share, n: survey.n)
      (survey.above, survey.middle, survey.below, survey.points) = (0, 0, 0, [])
      (survey.notAnswered, survey.askable) = (0, 0)
      var alike: Alike?
      var restsOnTold = survey.n < WholeFigures.fewAnswers
      var level = survey.score
      if let measure = plan.measureOfConstruct[construct] {
        let shares = Self.shares(
          plan.measures[measure], rows: base, in: answers, weights: weights)
        survey.seenShares = shares.map { WholeFigures.shares($0, isFew: isFew) }
        survey.seenThirds = isFew ? nil : shares.map { WholeFigures.thirds($0) }
        alike = self.alike[construct]
        // Parents and changes are formed from what is told of it.
        level = WholeFigures.level(level, n: survey.n)
      } else {
        guard !children.isEmpty else { continue }
        let mean = children.map(\.level).reduce(0, +) / Double(children.count)
        level = WholeFigures.level(mean, n: survey.n)
        if let first = children.first?.alike, children.allSatisfy({ $0.alike == first }) {
          alike = first
        }
        restsOnTold = restsOnTold || children.contains { $0.alike != nil || $0.restsOnTold }
        survey.interval =
          restsOnTold
          ? Self.interval(ofNumber: survey, about: level)
          : survey.interval.map { Self.moved($0, by: level - survey.score) }
        survey.score = level
      }
      if let alike {
        level = alike.level
        (survey.seenShares, survey.seenThirds, survey.interval) = (nil, nil, nil)
        (survey.seenAbove, survey.seenAboveInterval) = (nil, nil)
      }
      figures[construct] = Figure(
        survey: survey, level: level, alike: alike, restsOnTold: restsOnTold)
    }
  }

  /// The share above the middle where a part is told in words or in tens: the mean of those told of the
  /// parts; nil for whole figures.
  private static func above(ofParts children: [Figure]) -> Double? {
    guard children.contains(where: { $0.alike != nil || $0.restsOnTold }) else { return nil }
    let told = children.compactMap { child in
      child.alike.map { $0.level > 50 ? 100 : 0 } ?? child.survey.seenAbove?.percent
    }
    return told.isEmpty ? nil : told.reduce(0, +) / Double(told.count)
  }

  /// The interval of a level whose parts are told in words, by the number of those behind it alone: their
  /// own spread would tell who differs.
  private static func interval(ofNumber survey: SurveyFigure, about level: Double) -> Interval? {
    let count = survey.weighting == .organizations ? survey.organizations : survey.n
    return WholeFigures.interval(ofFew: count, about: level, limits: 0...100)
  }

  /// An interval about another level, cut where levels end.
  private static func moved(_ interval: Interval, by distance: Double) -> Interval {
    Interval(low: max(0, interval.low + distance), high: min(100, interval.high + distance))
  }

  /// What nearly all say: where all, or all but one, give the same answer, the one who does not would
  /// know those of all the others.
  private static func alike(_ values: [Double]) -> Alike? {
    guard values.count < WholeFigures.manyAnswers else { return nil }
    let counts = Dictionary(grouping: values.map(NineDecimals.rounded)) { $0 }.mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value >= values.count - 1
    else { return nil }
    return Alike(level: most.key)
  }

  /// The exact shares of the answers on a construct's own items by point, weighted as its level; nil
  /// where the items have different scales.
  private static func shares(
    _ measure: SurveyPlan.Measure, rows: [Int], in answers: CaseAnswers, weights: Weights
  ) -> [Double]? {
    let items = measure.items.map { answers.plan.items[$0] }
    guard let count = items.first?.points, count > 1, items.allSatisfy({ $0.points == count })
    else {
      return nil
    }
    let chosen = rows.map { row -> [Double] in
      let first = row * answers.plan.pointCount
      let counts = (0..<count).map { point in
        items.reduce(0.0) { $0 + Double(answers.points[first + $1.firstPoint + point]) }
      }
      let all = counts.reduce(0, +)
      return counts.map { all > 0 ? $0 / all : 0 }
    }
    return (0..<count).map { point in 100 * weights.mean(chosen.map { $0[point] }) }
  }

  private mutating func addGaps(_ answers: CaseAnswers, phase: Int, rules: ScoringRules) {
    let plan = answers.plan
    for gap in ValueGaps.of(stream, plan: plan, rules: rules) where !hidden.contains(gap.id) {
      guard let number = plan.tree.index[gap.id],
        let form = plan.forms.first(where: { $0.construct == number })
      else { continue }
      let wanted = answers.base(form.derived, phase: phase).map { answers.value($0, form.desired) }
        .filter { $0 == $0 }
      var told = gap
      // What nearly all want stands as the middle of what the word for it covers.
      if let same = Self.alike(wanted) {
        told.desired = same.level
        told.gap = told.desired - told.derived
        told.interval = gap.interval.flatMap { _ in
          WholeFigures.interval(ofFew: gap.n, about: told.gap, limits: nil)
        }
      }
      gaps.append(told)
    }
  }
}

/// Averages over respondents as their level is formed.
struct Weights {
  private let of: [Double]

  init(_ organizations: [Int?], byOrganizations: Bool) {
    guard byOrganizations else {
      of = Array(repeating: 1 / Double(max(1, organizations.count)), count: organizations.count)
      return
    }
    let sizes = Dictionary(grouping: organizations) { $0 }.mapValues(\.count)
    of = organizations.map { 1 / Double(sizes.count * (sizes[$0] ?? 1)) }
  }

  /// The weighted mean of as many values as there are respondents.
  func mean(_ values: [Double]) -> Double { zip(values, of).reduce(0) { $0 + $1.0 * $1.1 } }
}
