/// What everyone but the researcher sees of a case's scores.
///
/// Survey figures on too few answers go, with whatever would let them be worked out
/// (`SurveyTreeSuppression` has the rule); scores, bands, convergence, parents and pillars are then
/// formed without them. With too few interviewees the numbers of the interviews go: what is left is
/// the level, the grade as a word, and whether it is evident or sources differ.
public enum OtherEyes {
  /// What is formed from all constructs of a case together.
  public struct Totals: Sendable, Hashable {
    /// The pillars, in the framework's order.
    public var pillars: [PillarScore]
    /// Health; nil with too few pillars.
    public var health: Double?
    /// How many forms of value are evident.
    public var valueBreadth: Int

    /// Creates totals.
    public init(pillars: [PillarScore], health: Double?, valueBreadth: Int) {
      self.pillars = pillars
      self.health = health
      self.valueBreadth = valueBreadth
    }
  }

  /// Forms pillars, health and value breadth from constructs and gaps, as scoring does.
  public typealias Rescoring = (_ constructs: [ConstructScore], _ gaps: [ValueGap]) -> Totals

  /// A case's scores as an audience may see them; for the researcher as they are.
  ///
  /// `rescoring` is called only where a survey figure or a gap is hidden. The interval of health needs
  /// the respondents to be formed anew: it goes where something hidden is a part of a pillar.
  /// Numbers that are hidden are 0 in the result, and `suppression` says which those are.
  public static func view(
    of score: CaseScore, for audience: Audience, framework: Framework, rescoring: Rescoring
  ) -> CaseScore {
    guard audience != .researcher else { return score }
    let rules = framework.scoring
    var view = score
    hideSurvey(in: &view, framework: framework, rescoring: rescoring)
    if score.responses > 0, score.responses < rules.suppressAnswersBelow {
      view.suppression.responses = true
      view.responses = 0
      view.organizations = 0
    }
    // Where nobody was interviewed there is nobody to make out: published cases, documents.
    if score.interviewees > 0, score.interviewees < rules.suppressIntervieweesBelow {
      hideInterviewNumbers(in: &view)
    }
    return view
  }

  private static func hideSurvey(
    in view: inout CaseScore, framework: Framework, rescoring: Rescoring
  ) {
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
        ? Combination.combine(
          id: score.id, interview: score.interview, survey: nil, rules: rules) : score
    }
    view.gaps = quadrantsAnew(view.gaps.filter { !gaps.contains($0.id) }, rules: rules)
    let totals = rescoring(view.constructs, view.gaps)
    view.pillars = totals.pillars
    view.valueBreadth = totals.valueBreadth
    view.health.score = totals.health
    let touched = hidden.union(gaps)
    if framework.pillars.flatMap(\.parts).flatMap(\.constructs).contains(where: touched.contains) {
      view.health.interval = nil
      view.health.draws = 0
      view.health.dropped = 0
    }
  }

  /// Quadrants about the means of the forms still listed: the old ones would betray those gone.
  ///
  /// A form that had none gets none.
  private static func quadrantsAnew(_ gaps: [ValueGap], rules: ScoringRules) -> [ValueGap] {
    guard !gaps.isEmpty else { return [] }
    let desired = Rounding.nine(gaps.map(\.desired).reduce(0, +) / Double(gaps.count))
    let derived = Rounding.nine(gaps.map(\.derived).reduce(0, +) / Double(gaps.count))
    return gaps.map { gap in
      var copy = gap
      guard gap.quadrant != nil, gaps.count >= rules.leastFormsForQuadrants else {
        copy.quadrant = nil
        return copy
      }
      let isWanted = Rounding.nine(gap.desired) >= desired
      let isReceived = Rounding.nine(gap.derived) >= derived
      switch (isWanted, isReceived) {
      case (true, false): copy.quadrant = .concentrate
      case (true, true): copy.quadrant = .keep
      case (false, false): copy.quadrant = .low
      case (false, true): copy.quadrant = .overdone
      }
      return copy
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
      score: figure.score, informants: min(1, figure.informants),
      measured: min(1, figure.measured), interviewees: 0, speaking: 0,
      mentions: min(1, figure.mentions), contrary: 0, contested: differ, unresolved: 0, side: nil,
      grade: figure.grade, strength: figure.strength, presenceOnly: figure.presenceOnly,
      repertoire: figure.repertoire, oneCoderOnly: figure.oneCoderOnly)
    copy.numbersHidden = true
    return copy
  }
}

extension Pillar.Part {
  /// The constructs it is formed from.
  var constructs: [String] {
    switch self {
    case .construct(let id): [id]
    case .mean(let ids): ids
    }
  }
}
