/// Forms the figures that may be shown of one case and phase, children before parents.
struct ShownFigures {
  private let answers: CaseAnswers
  private let phase: Int
  private let stream: SurveyStream
  private let alike: [Int: Alike]
  /// The figures of each row as they are told.
  private let told: [Int: [Double]]

  /// Prepares them: `rows` and `stream` hold what may be shown, `alike` what nearly all say of which
  /// construct.
  init(
    _ answers: CaseAnswers, phase: Int, rows: ShownRows, stream: SurveyStream, alike: [Int: Alike]
  ) {
    (self.answers, self.phase, self.stream, self.alike) = (answers, phase, stream, alike)
    told = Dictionary(zip(rows.rows, rows.figures), uniquingKeysWith: { first, _ in first })
  }

  /// The figures by the constructs' numbers, without those that are `hidden`, by id.
  func figures(hidden: Set<String>) -> [Int: ShownSurvey.Figure] {
    let tree = answers.plan.tree
    var figures: [Int: ShownSurvey.Figure] = [:]
    for construct in tree.childrenFirst where !hidden.contains(tree.ids[construct]) {
      figures[construct] = figure(
        of: construct, parts: tree.children[construct].compactMap { figures[$0] })
    }
    return figures
  }

  private func figure(of construct: Int, parts: [ShownSurvey.Figure]) -> ShownSurvey.Figure? {
    let plan = answers.plan
    guard let number = plan.figureOfConstruct[construct],
      var exact = stream.figure(of: construct)
    else { return nil }
    let base = answers.base(number, phase: phase)
    let weights = AnswerWeights(
      base.map { answers.rows[$0].organization },
      byOrganizations: exact.weighting == .organizations)
    exact.heads = weights.heads(least: answers.least)
    exact.hidesEach = weights.hidesEach(least: answers.least)
    let isFew = Self.isFew(exact)
    // Of a parent as what is told of its children makes it.
    let values = base.compactMap { told[$0]?[number] }
    let above =
      Self.above(ofParts: parts)
      ?? 100 * weights.mean(values.map { NineDecimals.isLess(50, than: $0) ? 1 : 0 })
    let step = WholeFigures.step(exact.weighting, n: exact.n)
    let share: SeenShare =
      isFew || parts.contains(where: \.isTold)
      ? .quarter(WholeFigures.quarter(above))
      : .percent(WholeFigures.share(above, step: step), step: step)
    var spread = SurveyFigure.ToldAnswers(
      above: share, aboveInterval: WholeFigures.interval(of: share, n: exact.n))
    let isAlike = answers.areAlike(values, of: base, phase: phase)
    guard let measure = plan.measureOfConstruct[construct] else {
      return parent(exact, spread, parts: parts, isAlike: isAlike)
    }
    if let shares = shares(plan.measures[measure], rows: base, weights: weights) {
      spread.shares = WholeFigures.shares(shares, isFew: isFew, step: step)
      // One share told in two ways would tell more than either: of few it is that of the answers.
      if case .quarters(_, _, let above)? = spread.shares {
        spread.above = .quarter(above)
        spread.aboveInterval = WholeFigures.interval(of: .quarter(above), n: exact.n)
      }
    }
    var survey = exact
    survey.answers = .told(spread)
    if isAlike { survey.interval = Self.interval(ofAlike: exact, about: exact.score) }
    return ShownSurvey.Figure(
      survey, level: WholeFigures.level(exact.score, n: exact.heads), alike: alike[construct],
      restsOnTold: exact.heads < Limits.fewAnswers)
  }

  /// A figure made of those of its parts; nil where none of them is shown.
  private func parent(
    _ exact: SurveyFigure, _ spread: SurveyFigure.ToldAnswers, parts: [ShownSurvey.Figure],
    isAlike: Bool
  ) -> ShownSurvey.Figure? {
    guard let first = parts.first else { return nil }
    let level = WholeFigures.level(
      parts.map(\.level).reduce(0, +) / Double(parts.count), n: exact.heads)
    let restsOnTold = exact.heads < Limits.fewAnswers || parts.contains(where: \.isTold)
    var survey = exact
    survey.answers = .told(spread)
    survey.interval =
      restsOnTold
      ? Self.interval(ofNumber: exact, about: level)
      : isAlike
        ? Self.interval(ofAlike: exact, about: level)
        : exact.interval?.moved(by: level - exact.score, limits: 0...100)
    survey.score = level
    return ShownSurvey.Figure(
      survey, level: level, alike: parts.allSatisfy { $0.alike == first.alike } ? first.alike : nil,
      restsOnTold: restsOnTold)
  }

  /// Whether so few stand behind a figure that its shares are told in quarters: where organizations weigh
  /// the same, few answers let that of a lone respondent be told, and so do few organizations.
  private static func isFew(_ survey: SurveyFigure) -> Bool {
    survey.heads < Limits.fewAnswers
      || survey.weighting == .organizations
        && (survey.heads < Limits.manyAnswers || survey.organizations < Limits.leastOrganizations)
  }

  /// The share above the middle where a part is told in words or in tens: the mean of those told of the
  /// parts; nil for whole figures.
  private static func above(ofParts parts: [ShownSurvey.Figure]) -> Double? {
    guard parts.contains(where: \.isTold) else { return nil }
    let told = parts.compactMap { part in
      part.alike.map { $0.level > 50 ? 100 : 0 } ?? part.survey.told?.above?.percent
    }
    return told.isEmpty ? nil : told.reduce(0, +) / Double(told.count)
  }

  /// The interval of a level whose parts are told in words, or over which all are alike, by the number of those
  /// behind it alone: their own spread would tell who differs, or that nobody does.
  private static func interval(ofNumber survey: SurveyFigure, about level: Double) -> Interval? {
    WholeFigures.interval(byNumber: survey.units, about: level, limits: 0...100)
  }

  /// The interval of a level over which all are alike: as narrow as that of organizations that hardly differ, of which
  /// the least half width is told, where somebody's answer would follow from a wider one; else by their number.
  private static func interval(ofAlike survey: SurveyFigure, about level: Double) -> Interval? {
    survey.weighting == .organizations && !survey.hidesEach
      ? Interval(low: level, high: level) : interval(ofNumber: survey, about: level)
  }

  /// The exact shares of the answers on a construct's own items by point, weighted as its level; nil
  /// where the items have different scales.
  private func shares(
    _ measure: SurveyPlan.Measure, rows: [Int], weights: AnswerWeights
  ) -> [Double]? {
    let items = measure.items.map { answers.plan.items[$0] }
    guard let count = items.first?.points, count > 1, items.allSatisfy({ $0.points == count })
    else { return nil }
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
}
