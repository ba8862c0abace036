/// Forms a case's scores anew from what others than the researcher may see.
struct SeenForming {
  private let raw: RawScores
  private let tree: ConstructTree

  init(_ raw: RawScores) {
    self.raw = raw
    tree = ConstructTree(raw.framework)
  }

  private var framework: Framework { raw.framework }
  private var rules: ScoringRules { raw.framework.scoring }

  /// The scores of a case and phase, without changes.
  func score(_ known: CaseScore) -> SeenScore {
    let cells = raw.interviews.cells
    let cell = cells.cell(caseID: known.caseID, phase: known.phase)
    let evidence =
      cell.map { raw.interviews.evidence[$0] } ?? CellEvidence(constructs: tree.ids.count)
    let interviews = SeenInterviews(evidence, tree: tree, rules: rules)
    let survey = cell.flatMap { raw.survey?.shown[$0] }
    let constructs = constructs(interviews, evidence, survey)
    var seen = CaseScore(
      caseID: known.caseID, phase: known.phase, constructs: constructs, pillars: [],
      health: HealthScore(score: nil, seed: raw.seed),
      valueBreadth: ValueBreadth(tree.forms.map { constructs[$0] }, rules: rules),
      interviewees: evidence.interviewees, codingCover: evidence.cover,
      responses: survey?.responses ?? 0, organizations: survey?.organizations ?? 0)
    // Who codes, and how much is still to be coded, is the researcher's.
    (seen.notHandedIn, seen.unresolvedUnits) = (.hidden, .hidden)
    if interviews.isHidden { (seen.interviewees, seen.codingCover) = (.hidden, .hidden) }
    // Whether a coder has handed in must not follow from a coding or two that may be hidden.
    let awaitsCodings = known.awaitsCodings || evidence.isBarelyHandedIn
    seen.awaitsCodings = awaitsCodings && !interviews.isHidden
    // Of what coders have yet to hand in, and of whom nobody names, the cover tells in how many interviews
    // anything was found.
    if awaitsCodings || !evidence.isReadingNamed { seen.codingCover = .hidden }
    // Who answered and is behind nothing shown is hidden, and not absent.
    if let survey, survey.responses < Limits(rules).answers {
      (seen.responses, seen.organizations) = (.hidden, .hidden)
    }
    addHealth(to: &seen, survey: survey, interviews: interviews)
    // What nearly all say is told in words: its level was needed up to here.
    for (number, figure) in survey?.figures ?? [:] {
      if let alike = figure.alike { seen.constructs[number].tell(alike) }
    }
    return SeenScore(seen, formed: .forOthers(quotable: interviews.quotable(tree)))
  }

  /// The constructs; what is told in words still as a level.
  private func constructs(
    _ interviews: SeenInterviews, _ evidence: CellEvidence, _ survey: ShownSurvey?
  ) -> [ConstructScore] {
    let gaps = Dictionary(gaps(survey).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return tree.ids.enumerated().map { number, id in
      let figure = interviews.figures.isEmpty ? nil : interviews.figures[number]
      var seen = construct(number, interview: figure, survey: survey?.figures[number])
      if survey?.hidden.contains(id) == true { seen.survey = .hidden }
      guard tree.forms.contains(number) else { return seen }
      seen.gap = survey?.hidesGap(id) == true ? .hidden : Told(gaps[id])
      if interviews.wanted.contains(number) {
        seen.wish = .wanted
      } else if figure?.heard != nil {
        seen.wish = .hidden
      } else if evidence.openWishes.contains(number) {
        seen.wish = .open
      }
      return seen
    }
  }

  private func addHealth(
    to seen: inout CaseScore, survey: ShownSurvey?, interviews: SeenInterviews
  ) {
    seen.pillars = Pillars.scores(framework, constructs: seen.constructs).map {
      var pillar = $0
      pillar.score = pillar.score.map(WholeFigures.whole)
      return pillar
    }
    guard let health = Pillars.health(seen.pillars.map(\.score)) else { return }
    let level = WholeFigures.whole(health)
    seen.health.score = level
    guard let survey,
      let draws = HealthInterval(
        framework, sums: survey.sums, stream: survey.stream, constructs: interviews.figures)
    else { return }
    guard Limits.tellsSpread(heads: survey.heads, weighting: survey.weighting) else {
      // How their answers spread is told nowhere else, and whoever draws again from those that fit finds them here.
      seen.health.interval = WholeFigures.interval(
        byNumber: survey.units, about: level, limits: 0...100)
      return
    }
    let drawn = draws.draw(health: health, seed: raw.seed)
    // The draws are known by their seed: both ends, or that there are none, would tell which answers give them.
    seen.health.interval = WholeFigures.interval(
      drawn.interval, about: health, shownAs: level, isRough: true,
      least: Limits.leastHalfWidth(hidesEach: survey.hidesEach), limits: 0...100)
    seen.health.draws = drawn.draws.map { .init(made: $0.made, dropped: .hidden) }
  }

  // MARK: - A construct

  private func construct(
    _ number: Int, interview: InterviewFigure?, survey: ShownSurvey.Figure?
  ) -> ConstructScore {
    guard !tree.isOfKinds[number] else {
      return ConstructScore(ofKinds: tree.ids[number], interview: interview)
    }
    let figure = survey.map(whole)
    // Whether nobody spoke, or one, is not told: without a level nothing is said of the two together.
    let isTold = interview?.heard == nil || interview?.score != nil
    var heard = Judgement.Interviews(interview)
    // Of how many a word is told is not told with it.
    if interview?.heard != nil { heard.informants = max(rules.leastInformants, 1) }
    let together = Judgement(
      heard,
      survey.map {
        .init(
          level: $0.alike?.level ?? WholeFigures.level($0.level, n: $0.survey.heads),
          n: $0.survey.n,
          weighting: $0.survey.weighting)
      }, rules: rules)
    let score = together.score.map(WholeFigures.whole)
    var seen = ConstructScore(
      id: tree.ids[number], interview: interview, survey: Told(figure), evidence: together.evidence,
      score: score, interval: nil,
      band: together.bandReason == nil ? score.map { Judgement.band($0, rules: rules) } : nil,
      bandReason: together.bandReason, borderline: nil,
      convergence: isTold && (interview?.score != nil || figure != nil || isPublished(interview))
        ? together.convergence : nil)
    if let score, let figure, let range = figure.interval {
      seen.interval = interval(range, of: figure, share: together.surveyShare, score: score)
    }
    if seen.band != nil, let interval = seen.interval {
      seen.borderline = [rules.developingFrom, rules.strengthFrom].contains {
        NineDecimals.isLess(interval.low, than: $0) && NineDecimals.isLess($0, than: interval.high)
      }
    }
    return seen
  }

  /// Whether what was coded is told as it is: that of published cases, where nobody was interviewed.
  private func isPublished(_ interview: InterviewFigure?) -> Bool {
    interview.map { $0.heard == nil } ?? false
  }

  /// The survey's interval about the score, as much of it as the survey weighs.
  private func interval(
    _ range: Interval, of figure: SurveyFigure, share: Double, score: Double
  ) -> Interval? {
    if let about = range.about {
      let half = share * Double(about)
      return WholeFigures.interval(
        Interval(low: score - half, high: score + half), about: score, shownAs: score,
        isRough: true, limits: 0...100)
    }
    // The score is rounded by itself, and with a half more the interval could end beyond the scale.
    return Interval(
      low: max(0, WholeFigures.whole(score - share * (figure.score - range.low))),
      high: min(100, WholeFigures.whole(score + share * (range.high - figure.score))))
  }

  /// A survey figure in whole numbers.
  private func whole(_ shown: ShownSurvey.Figure) -> SurveyFigure {
    var figure = shown.survey
    let exact = figure.score
    figure.score = WholeFigures.level(exact, n: figure.heads)
    // What nearly all say is told in words, without an interval.
    guard shown.alike == nil else { return figure }
    figure.interval = interval(
      figure.interval, about: exact, shownAs: figure.score, heads: figure.heads,
      units: figure.units, weighting: figure.weighting, organizations: figure.organizations,
      hidesEach: figure.hidesEach, limits: 0...100)
    return figure
  }

  /// As much of an interval as is told of a figure: of few, and where respondents weigh alike, the number of units
  /// alone, else half the width or all of it.
  private func interval(
    _ interval: Interval?, about exact: Double, shownAs level: Double, heads: Int, units: Int,
    weighting: ScoringRules.Weighting, organizations: Int, hidesEach: Bool,
    limits: ClosedRange<Double>?
  ) -> Interval? {
    guard Limits.tellsSpread(heads: heads, weighting: weighting) else {
      return WholeFigures.interval(byNumber: units, about: level, limits: limits)
    }
    return WholeFigures.interval(
      interval, about: exact, shownAs: level,
      isRough: Limits.tellsHalfWidth(n: heads, organizations: organizations) || !hidesEach,
      least: Limits.leastHalfWidth(hidesEach: hidesEach), limits: limits)
  }

  private func gaps(_ survey: ShownSurvey?) -> [ValueGap] {
    let gaps = (survey?.gaps ?? []).map { exact -> ValueGap in
      var gap = exact
      gap.desired = WholeFigures.level(exact.desired, n: exact.heads)
      gap.derived = WholeFigures.level(exact.derived, n: exact.heads)
      gap.gap = gap.desired - gap.derived
      gap.interval = interval(
        exact.interval, about: exact.gap, shownAs: gap.gap, heads: exact.heads,
        units: exact.units, weighting: exact.organizations > 0 ? .organizations : .respondents,
        organizations: exact.organizations, hidesEach: exact.hidesEach, limits: nil)
      return gap
    }
    // Quadrants about the means of the forms listed: the old ones would betray those gone.
    return ValueGaps.withQuadrants(gaps, rules: rules)
  }

  // MARK: - Changes

  /// Adds what changed since the phase before; what the levels show needs no pairs.
  static func withChanges(
    _ seen: [SeenScore], raw: [CaseScore], survey: SurveyForOthers?
  ) -> [SeenScore] {
    var changed = seen
    for (place, known) in raw.enumerated() {
      guard let since = known.change?.since,
        let at = raw.indices.last(where: {
          raw[$0].caseID == known.caseID && raw[$0].phase == since
        })
      else { continue }
      let paired =
        survey?.cells.cell(caseID: known.caseID, phase: known.phase)
        .flatMap { survey?.changes[$0] } ?? [:]
      changed[place].score.change = PhaseChange(
        from: seen[at].score, to: seen[place].score, since: since, interviews: []
      ) { number, before, after in
        change(from: before, to: after, paired: paired[number])
      }
    }
    return changed
  }

  /// A change of two levels; hidden where one of them is, or is told in words.
  private static func change(
    from before: Told<SurveyFigure, Alike>, to after: Told<SurveyFigure, Alike>,
    paired: SurveyChange?
  ) -> Told<SurveyChange, Never> {
    switch (before, after) {
    case (.hidden, _), (.inWords, _), (_, .hidden), (_, .inWords): .hidden
    case (.absent, _), (_, .absent): .absent
    case (.shown(let before), .shown(let after)):
      .shown(
        paired.map { whole($0, heads: min(before.heads, after.heads)) }
          ?? SurveyChange(from: before, to: after))
    }
  }

  /// A change as it is told: beside the lists of both phases its own width tells who moved from what to what.
  ///
  /// - Parameters:
  ///   - exact: The change.
  ///   - heads: As how many those count, as they weigh, who are behind the level on fewest.
  /// - Returns: The change with as much of its interval as is told.
  private static func whole(_ exact: SurveyChange, heads: Int) -> SurveyChange {
    var change = exact
    change.change = WholeFigures.level(exact.change, n: min(exact.n, heads))
    change.interval =
      heads < Limits.fewAnswers
        || !Limits.tellsSpread(ofPairs: exact.n, arePeople: exact.pairing == .respondents)
      ? WholeFigures.interval(byNumber: exact.n, about: change.change, limits: nil)
      : WholeFigures.interval(
        exact.interval, about: exact.change, shownAs: change.change, isRough: true,
        least: Limits.leastHalfWidth(hidesEach: false), limits: nil)
    return change
  }
}

extension ConstructScore {
  /// Tells what nearly all say in place of the level, and beside it no number.
  fileprivate mutating func tell(_ alike: Alike) {
    survey = .inWords(alike)
    (score, interval, borderline) = (nil, nil, nil)
  }
}
