/// A case's figures as a rule may read them: absent and hidden ones are nil.
struct CaseReading {
  let score: CaseScore
  /// For whom the figures were formed.
  let formed: SeenScore.Formed
  let about: Case?
  let framework: Framework
  /// Whether it is read for a finding that says that something goes well.
  private(set) var praises = false

  /// Where learning is lost.
  let loss: LearningLoss
  /// How interviews and survey agree.
  let sources: SourcesCompared

  private let byID: [String: ConstructScore]

  /// What a framework judges, looked up once for all cases.
  struct Judged {
    let chain: [String]
    let questions: [String]

    init(_ framework: Framework) {
      (chain, questions) = (framework.chain, framework.jointQuestions)
    }
  }

  /// What is judged of the case.
  let judged: Judged

  init(
    _ seen: SeenScore, about: Case?, framework: Framework, judged: Judged
  ) {
    self.judged = judged
    let score = seen.score
    self.score = score
    formed = seen.formed
    self.about = about
    self.framework = framework
    loss = LearningLoss(chain: judged.chain, in: score)
    sources = SourcesCompared(questions: judged.questions, in: score)
    byID = Dictionary(score.constructs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same, read for a finding that says that something goes well.
  var praising: CaseReading {
    var reading = self
    reading.praises = true
    return reading
  }

  /// The least and the most a number can be: the same where it is known, apart where something that
  /// counts towards it is hidden or left open by coders, or a change is not clear; nil where it is absent.
  func range(_ quantity: FindingCondition.Quantity) -> ClosedRange<Double>? {
    switch quantity {
    case .valueBreadth: return breadth
    case .formsFound: return formsFound
    case .change(let id): return change(id)?.range
    case .clearChanges: return clearChanges
    default: break
    }
    return number(quantity).map { $0...max($0, most(quantity, from: $0) ?? $0) }
  }

  /// A number, rounded to 9 decimals; nil where it is absent or hidden.
  func number(_ quantity: FindingCondition.Quantity) -> Double? {
    raw(quantity).map(NineDecimals.rounded)
  }

  func construct(_ id: String) -> ConstructScore? { byID[id] }

  func gap(_ id: String) -> Told<ValueGap, Never> { byID[id]?.gap ?? .absent }

  func interview(_ id: String) -> InterviewFigure? { byID[id]?.interview }

  func survey(_ id: String) -> Told<SurveyFigure, Alike> { byID[id]?.survey ?? .absent }

  /// What was counted of the interviews, where the reader is told all of it.
  func counts(_ id: String) -> InterviewFigure.Counts? { interview(id)?.counts }

  private func raw(_ quantity: FindingCondition.Quantity) -> Double? {
    switch quantity {
    case .score(let id): byID[id]?.score
    case .interviewLevel(let id): interview(id)?.score
    case .surveyLevel(let id): survey(id).figure?.score
    case .evidence(let id): evidence(id)
    case .strength(let id): interview(id)?.strength
    case .desired(let id): gap(id).figure?.desired
    case .derived(let id): gap(id).figure?.derived
    case .gap(let id): gap(id).figure?.gap
    case .informants(let id): (interview(id)?.informants).map(Double.init)
    case .contrary(let id): counts(id).map { Double($0.contrary) }
    case .mentions(let id): counts(id).map { Double($0.mentions) }
    case .answers(let id): survey(id).figure.map { Double($0.n) }
    case .spoken(let id): (counts(id)?.repertoire).map { Double($0.spoken) }
    case .pillar(let id): score.pillars.first { $0.id == id }?.score
    case .health: score.health.score
    case .valueBreadth: score.valueBreadth.range?.lowerBound
    case .formsFound: formsFound?.lowerBound
    case .interviewees: score.interviewees.value.map(Double.init)
    case .organizations:
      score.responses == .shown(0) ? nil : score.organizations.value.map(Double.init)
    case .change(let id): change(id)?.points
    case .clearChanges: clearChanges?.lowerBound
    case .agreeing: Double(sources.agreeing)
    case .agreeingInPart: Double(sources.partly)
    case .contradicting: Double(sources.contradicting)
    case .compared: Double(sources.compared)
    case .attribute(let name):
      about?.attribute(name).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }
  }

  /// The evidence of a construct that has a source or an answer; what is formed without a hidden
  /// survey figure says nothing about how much evidence there is.
  private func evidence(_ id: String) -> Double? {
    guard let score = byID[id] else { return nil }
    return switch score.survey {
    case .shown: score.evidence
    case .hidden: nil
    case .inWords, .absent: score.interview == nil ? nil : score.evidence
    }
  }
}
