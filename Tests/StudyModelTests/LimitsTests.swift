import StudyModel
import Testing

@Suite("On how many people what others are told rests")
struct LimitsTests {
  @Test("A framework's limits are taken as they are, and none is under one")
  func framework() {
    var rules = ScoringRules()
    (rules.suppressAnswersBelow, rules.suppressIntervieweesBelow) = (7, 0)
    rules.suppressInformantsBelow = 4
    let limits = Limits(rules)
    #expect((limits.answers, limits.interviewees, limits.informants) == (7, 1, 4))
  }

  @Test("Alpha is told from twenty complete responses on, and no framework lowers that")
  func alpha() {
    #expect(!Limits(answers: 2).tellsAlpha(ofComplete: 19))
    #expect(Limits(answers: 2).tellsAlpha(ofComplete: 20))
    #expect(!Limits(answers: 22).tellsAlpha(ofComplete: 21))
  }

  @Test("Beside places with few answers the lowest and the highest alpha are of three or more")
  func alphas() {
    let told = { (places: Int, few: Bool) in Limits().tellsAlphas(of: places, besideFew: few) }
    #expect(
      [told(1, false), told(2, true), told(3, true), told(0, false)] == [
        true, false, true, false,
      ])
  }

  @Test("A passage is quoted to others where it is cleared, of three interviewees or more")
  func quotes() {
    func sources(_ people: Int) -> [Source] {
      (0..<people).map {
        Source(
          id: "s\($0)", caseID: "one", participant: "p\($0)", phase: nil, coders: [],
          kind: .interview)
      }
    }
    func mayQuote(_ people: Int, _ eyes: Eyes, cleared: Bool = true) -> Bool {
      ShownSources(sources(people), for: eyes, rules: ScoringRules())
        .mayQuote(from: CasePhase(caseID: "one", phase: nil), isCleared: cleared)
    }
    #expect(mayQuote(3, .convenor(of: "one")) && mayQuote(3, .workingGroup))
    #expect(!mayQuote(2, .convenor(of: "one")) && !mayQuote(3, .convenor(of: "two")))
    #expect(!mayQuote(3, .workingGroup, cleared: false))
    #expect(mayQuote(1, .researcher, cleared: false))
  }

  @Test("Whoever nobody names hides a case and phase; where nobody speaks everything is counted")
  func sources() {
    let unnamed = Source(
      id: "s", caseID: "one", participant: nil, phase: nil, coders: [], kind: .interview)
    let document = Source(
      id: "d", caseID: "one", participant: nil, phase: nil, coders: [], kind: .document)
    let place = CasePhase(caseID: "one", phase: nil)
    func shown(_ sources: [Source], _ eyes: Eyes = .workingGroup) -> ShownSources {
      ShownSources(sources, for: eyes, rules: ScoringRules())
    }
    #expect(!shown([unnamed]).contains(place) && shown([unnamed]).hasPeople)
    #expect(shown([document]).contains(place) && !shown([document]).hasPeople)
    #expect(shown([unnamed], .researcher).contains(place))
  }
}
