/// What may be shown of the survey of one case and phase: figures on the respondents that are settled
/// on, not yet whole.
///
/// Figures on too few answers are dropped first (``SurveyTreeSuppression`` has the rule); a parent's
/// level is the mean of those of its children as they are told, so that nobody who left a child out
/// follows from the two.
struct ShownSurvey: Sendable {
  /// A construct's figure.
  struct Figure: Sendable {
    /// With its exact level and interval; of a parent as its children make it.
    var survey: SurveyFigure
    /// The level from which parents and changes are formed: as it is told, so that a parent is the mean of
    /// what stands beside it; or the one that stands for what nearly all say.
    var level: Double
    /// What nearly all say, where that is told in place of the level.
    var alike: Alike?
    /// Whether it, or a part of it, is told in words or in tens, of which its own spread must tell nothing.
    var restsOnTold: Bool

    /// A figure; of what nearly all say nothing beside the word is told.
    init(_ survey: SurveyFigure, level: Double, alike: Alike?, restsOnTold: Bool) {
      (self.survey, self.alike, self.restsOnTold) = (survey, alike, restsOnTold)
      self.level = alike?.level ?? level
      guard alike != nil else { return }
      self.survey.interval = nil
      self.survey.answers = .told(.init())
    }

    /// Whether it is told in words or in tens, or has such a part.
    var isTold: Bool { alike != nil || restsOnTold }
  }

  /// The responses that are behind something shown: with all of them it would be told how many are not.
  let responses: Int
  /// The organizations stated in them.
  let organizations: Int
  /// The figures, by the constructs' numbers.
  let figures: [Int: Figure]
  /// The constructs whose figure is hidden, by id.
  let hidden: Set<String>
  /// The gaps that are shown, exact but for what nearly all want.
  let gaps: [ValueGap]
  /// The forms of value whose gap is hidden.
  let hiddenGaps: Set<String>
  /// The forms of value of which somebody says what was wanted.
  let asksBoth: Set<String>
  /// The sums over what is shown, for the draws of health.
  let sums: SurveySums
  /// The same for reading.
  let stream: SurveyStream
  /// Whether organizations weigh the same.
  private let weighsByOrganizations: Bool

  /// Reads a phase of a case whose hidden figures are dropped.
  init(
    _ answers: CaseAnswers, phase: Int, hidden: Set<String>, framework: Framework,
    cells: StudyCells
  ) {
    let plan = answers.plan
    var rules = framework
    weighsByOrganizations = answers.byOrganizations[phase] == true
    if !weighsByOrganizations { rules.scoring.weighting = .respondents }
    let alike = Self.alike(answers, phase: phase)
    self.hidden = hidden
    asksBoth = Set(
      plan.forms.filter { !answers.base($0.desired, phase: phase).isEmpty }
        .map { plan.tree.ids[$0.construct] })
    hiddenGaps = Self.hiddenGaps(answers, phase: phase, alike: alike).intersection(asksBoth)
    let rows = ShownRows(answers, phase: phase, hiddenGaps: hiddenGaps)
    var sums = SurveySums(framework: rules, cells: cells)
    for (figures, organization) in zip(rows.figures, rows.organizations) {
      sums.addFormed(figures[...], organization: organization)
    }
    self.sums = sums
    stream = SurveyStream(sums, cell: 0, slots: Array(0..<sums.slots.count))
    responses = rows.rows.count
    organizations = rows.organizationCount
    figures = ShownFigures(answers, phase: phase, rows: rows, stream: stream, alike: alike)
      .figures(hidden: hidden)
    gaps = Self.gaps(
      ValueGaps.of(stream, plan: plan, rules: rules.scoring).filter { !hidden.contains($0.id) },
      answers, phase: phase)
  }

  /// Whether the gap of a form of value is hidden: too few say both, or its level is hidden or told in words.
  func hidesGap(_ id: String) -> Bool {
    hiddenGaps.contains(id) || hidden.contains(id) && asksBoth.contains(id)
  }

  /// How many answers, as they weigh, are behind the figure that rests on fewest.
  var heads: Int {
    figures.values.lazy.filter { $0.alike == nil }.map(\.survey.heads).reduce(responses, min)
  }

  /// Whether nothing of a single organization follows from how health spreads.
  var hidesEach: Bool { figures.values.allSatisfy(\.survey.hidesEach) }

  /// Of how many an interval by their number alone is: organizations where these weigh the same, else answers.
  var units: Int { weighsByOrganizations ? organizations : responses }

  /// What its levels are means of.
  var weighting: ScoringRules.Weighting { weighsByOrganizations ? .organizations : .respondents }

  /// What nearly all say of the constructs with items of their own, by their numbers.
  private static func alike(_ answers: CaseAnswers, phase: Int) -> [Int: Alike] {
    var found: [Int: Alike] = [:]
    for measure in answers.plan.measures where measure.figure < answers.plan.constructs.count {
      found[answers.plan.constructs[measure.figure]] = answers.alike(
        measure.figure, of: answers.base(measure.figure, phase: phase), phase: phase)
    }
    return found
  }

  /// The forms asked both ways whose gap is hidden: too few say both, or the level is told in words, of all or
  /// of those who say both.
  private static func hiddenGaps(
    _ answers: CaseAnswers, phase: Int, alike: [Int: Alike]
  ) -> Set<String> {
    let hidden = answers.plan.forms.filter { form in
      let both = answers.base(form, phase: phase)
      return !both.isEmpty && !answers.areEnough(both, phase: phase)
        || alike[form.construct] != nil
        || answers.alike(form.derived, of: both, phase: phase) != nil
    }
    return Set(hidden.map { answers.plan.tree.ids[$0.construct] })
  }

  /// Gaps as they are told, where what nearly all want stands as the middle of what the word for it covers.
  ///
  /// Where nearly all want as much more than they received, the gap has no spread of its own.
  private static func gaps(
    _ exact: [ValueGap], _ answers: CaseAnswers, phase: Int
  ) -> [ValueGap] {
    let plan = answers.plan
    return exact.compactMap { gap in
      guard let number = plan.tree.index[gap.id],
        let form = plan.forms.first(where: { $0.construct == number })
      else { return nil }
      let rows = answers.base(form, phase: phase)
      var told = gap
      let weights = answers.answerWeights(rows, phase: phase)
      told.heads = weights.heads(least: answers.least)
      told.hidesEach = weights.hidesEach(least: answers.least)
      told.organizations =
        answers.weighsByOrganizations(rows, phase: phase)
        ? Set(rows.map { answers.rows[$0].organization }).count : 0
      let same = answers.alike(form.desired, of: rows, phase: phase)
      let between = rows.map { answers.value($0, form.desired) - answers.value($0, form.derived) }
      guard same != nil || answers.areAlike(between, of: rows, phase: phase) else { return told }
      if let same { told.desired = same.level }
      told.gap = told.desired - told.derived
      told.interval = WholeFigures.interval(byNumber: told.units, about: told.gap, limits: nil)
      return told
    }
  }
}
