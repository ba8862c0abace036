/// A case's figures as a rule may read them: absent and hidden ones are nil.
struct CaseReading {
  let score: CaseScore
  /// Whether the figures were formed for others than the researcher.
  let isForOthers: Bool
  let about: Case?
  let previous: CaseScore?
  let framework: Framework

  private let byID: [String: ConstructScore]
  private let gapByID: [String: ValueGap]

  init(_ seen: SeenScore, about: Case?, previous: CaseScore?, framework: Framework) {
    let score = seen.score
    self.score = score
    isForOthers = seen.isForOthers
    self.about = about
    self.previous = previous
    self.framework = framework
    byID = Dictionary(score.constructs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    gapByID = Dictionary(score.gaps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The least and the most a number can be: the same where it is known, apart where something that
  /// counts towards it is hidden, or a change that is not clear may as well be none; nil where it is
  /// absent.
  func range(_ quantity: FindingCondition.Quantity) -> ClosedRange<Double>? {
    switch quantity {
    case .valueBreadth: return breadth
    case .change(let id): return change(id)?.range
    default: break
    }
    return number(quantity).map { $0...$0 }
  }

  /// A number, rounded to 9 decimals; nil where it is absent or hidden.
  func number(_ quantity: FindingCondition.Quantity) -> Double? {
    raw(quantity).map(NineDecimals.rounded)
  }

  func construct(_ id: String) -> ConstructScore? { byID[id] }

  func gap(_ id: String) -> ValueGap? {
    score.suppression.gaps.contains(id) ? nil : gapByID[id]
  }

  func interview(_ id: String) -> InterviewFigure? { byID[id]?.interview }

  func survey(_ id: String) -> SurveyFigure? {
    isSurveyHidden(id) ? nil : byID[id]?.survey
  }

  func isSurveyHidden(_ id: String) -> Bool { score.suppression.survey.contains(id) }

  /// What was counted of the interviews, where the reader is told all of it.
  func counts(_ id: String) -> InterviewFigure.Counts? { interview(id)?.counts }

  private func raw(_ quantity: FindingCondition.Quantity) -> Double? {
    switch quantity {
    case .score(let id): byID[id]?.score
    case .interviewLevel(let id): interview(id)?.score
    case .surveyLevel(let id): survey(id)?.score
    case .evidence(let id): evidence(id)
    case .strength(let id): interview(id)?.strength
    case .desired(let id): gap(id)?.desired
    case .derived(let id): gap(id)?.derived
    case .gap(let id): gap(id)?.gap
    case .informants(let id): (interview(id)?.informants).map(Double.init)
    case .contrary(let id): counts(id).map { Double($0.contrary) }
    case .mentions(let id): counts(id).map { Double($0.mentions) }
    case .answers(let id): survey(id).map { Double($0.n) }
    case .spoken(let id): (counts(id)?.repertoire).map { Double($0.spoken) }
    case .pillar(let id): score.pillars.first { $0.id == id }?.score
    case .health: score.health.score
    case .valueBreadth: breadth.map(\.lowerBound)
    case .interviewees: score.interviewees.value.map(Double.init)
    case .organizations:
      score.responses == .shown(0) ? nil : score.organizations.value.map(Double.init)
    case .change(let id): change(id)?.points
    case .attribute(let name):
      about?.attribute(name).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// The evidence of a construct that has a source or an answer; what is formed without a hidden
  /// survey figure says nothing about how much evidence there is.
  private func evidence(_ id: String) -> Double? {
    guard let score = byID[id], score.interview != nil || score.survey != nil else { return nil }
    return isSurveyHidden(id) ? nil : score.evidence
  }

  private var breadth: ClosedRange<Double>? {
    let forms = framework.valueForms.map(\.id)
    guard forms.contains(where: { byID[$0]?.interview != nil || byID[$0]?.survey != nil })
    else { return nil }
    // A hidden survey figure, or interviews that are not told of, may be those of one form more.
    let hidden = forms.filter { form in
      isSurveyHidden(form)
        || interview(form)?.heard.map { $0 != .borneOut(.for) && $0 != .borneOut(.against) }
          ?? false
    }.count
    return Double(score.valueBreadth)...Double(score.valueBreadth + hidden)
  }
}
