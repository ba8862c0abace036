/// What everyone but the researcher sees of a case's scores.
///
/// Survey figures on too few answers go, with whatever would let them be worked out
/// (`SurveyTreeSuppression` has the rule); scores, bands, convergence, parents and pillars are then
/// formed without them. With too few interviewees the numbers of the interviews go: what is left is
/// the score of both streams together, the grade as a word, and whether it is evident or sources
/// differ.
public enum OtherEyes {
  /// A case's scores as an audience may see them; for the researcher as they are.
  ///
  /// Pillars, health and value breadth are formed anew where a survey figure or a gap is hidden. The
  /// interval of health would need the respondents: it goes where something hidden is a part of a
  /// pillar. Numbers that are hidden are 0 in the result, and `suppression` says which those are.
  public static func view(
    of score: CaseScore, for audience: Audience, framework: Framework
  ) -> CaseScore {
    guard audience != .researcher else { return score }
    let rules = framework.scoring
    var view = score
    hideSurvey(in: &view, framework: framework)
    if score.responses > 0, score.responses < rules.suppressAnswersBelow {
      view.suppression.responses = true
      view.responses = 0
      view.organizations = 0
    }
    // Where nobody was interviewed there is nobody to make out: published cases, documents.
    if score.interviewees > 0, score.interviewees < rules.suppressIntervieweesBelow {
      hideInterviewNumbers(in: &view)
    }
    hideChanges(in: &view, framework: framework)
    return view
  }

  private static func hideSurvey(in view: inout CaseScore, framework: Framework) {
    let rules = framework.scoring
    let answers = Dictionary(
      view.constructs.compactMap { score in score.survey.map { (score.id, $0.n) } },
      uniquingKeysWith: { first, _ in first })
    let hidden = SurveyTreeSuppression(
      answers: answers, threshold: rules.suppressAnswersBelow, framework: framework
    ).hidden()
    // What is received by those who said what they want is all but the form's own level.
    let gaps = Set(
      view.gaps.filter { $0.n < rules.suppressAnswersBelow || hidden.contains($0.id) }.map(\.id))
    guard !hidden.isEmpty || !gaps.isEmpty else { return }
    view.suppression.survey = hidden
    view.suppression.gaps = gaps
    view.constructs = view.constructs.map { score in
      hidden.contains(score.id)
        ? ConstructScore(id: score.id, interview: score.interview, survey: nil, rules: rules)
        : score
    }
    // Quadrants about the means of the forms still listed: the old ones would betray those gone.
    view.gaps = ValueGaps.withQuadrants(view.gaps.filter { !gaps.contains($0.id) }, rules: rules)
    view.pillars = Pillars.scores(framework, constructs: view.constructs, gaps: view.gaps)
    view.valueBreadth = Pillars.valueBreadth(framework, constructs: view.constructs)
    view.health.score = Pillars.health(view.pillars.map(\.score))
    let touched = hidden.union(gaps)
    if framework.pillars.flatMap(\.constructs).contains(where: touched.contains) {
      view.health.interval = nil
      view.health.draws = 0
      view.health.dropped = 0
    }
  }

  private static func hideInterviewNumbers(in view: inout CaseScore) {
    view.suppression.interviewNumbers = true
    view.interviewees = 0
    view.convenors = 0
    view.codingCover = CodingCover()
    for place in view.constructs.indices {
      view.constructs[place].interview = view.constructs[place].interview.map(withoutNumbers)
    }
  }

  /// The figure as a word: made anew, so that a number added to figures later is not let through.
  private static func withoutNumbers(_ figure: InterviewFigure) -> InterviewFigure {
    let differ = figure.informants > 0 && (figure.presence != .evident || figure.contrary > 0)
    var copy = InterviewFigure(
      score: nil, informants: min(1, figure.informants),
      measured: min(1, figure.measured), interviewees: 0, speaking: 0,
      mentions: min(1, figure.mentions), contrary: 0, contested: differ, unresolved: 0, side: nil,
      grade: figure.grade, strength: figure.strength, presenceOnly: figure.presenceOnly,
      repertoire: figure.repertoire, oneCoderOnly: figure.oneCoderOnly)
    copy.numbersHidden = true
    return copy
  }
}
