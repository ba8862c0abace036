import StudyModel
import Testing

@Suite("What deciding on a unit changes of its construct's score")
struct DecisionEffectTests {
  private static let framework = SmallModel.framework()

  /// An interview read by two coders.
  private static func interview(
    _ participant: String, _ codings: [Coding], _ decisions: [Adjudication] = []
  ) -> CodedSource {
    CodedSource(
      source: Source(
        id: "about \(participant)", caseID: "one", participant: participant,
        coders: ["ana", "ben"], read: ["ana", "ben"], kind: .interview),
      codings: codings, adjudications: decisions)
  }

  private static func coding(
    _ coder: String, _ start: Int, weight: Double?, valence: Valence = .supporting,
    code: String = "gain.a"
  ) -> Coding {
    Coding(
      coder: coder, code: code, span: Span(start: start, end: start + 10), weight: weight,
      valence: valence)
  }

  private static func effects(_ sources: [CodedSource]) -> DecisionEffects {
    var interviews = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]), participants: [Participant]())
    for source in sources { interviews.add(source) }
    var effects = DecisionEffects(
      framework: framework, interviews: interviews,
      scores: Scoring(interviews: interviews, survey: nil).scores)
    for source in sources { effects.add(Consensus(of: source)) }
    return effects
  }

  private static func effect(
    of unit: ConsensusUnit, in coded: CodedSource, among sources: [CodedSource]
  ) -> DecisionEffect? {
    var effects = effects(sources)
    return effects.effect(of: unit, in: coded.source)
  }

  /// The score with decisions in place, by scoring everything anew.
  private static func score(_ sources: [CodedSource], _ construct: String) -> ConstructScore? {
    var interviews = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]), participants: [Participant]())
    for source in sources { interviews.add(source) }
    return Scoring(interviews: interviews, survey: nil).scores[0]
      .construct(construct)
  }

  private static let sources = [
    interview(
      "p1",
      [
        coding("ana", 0, weight: 3), coding("ana", 20, weight: 1), coding("ben", 20, weight: 2),
        coding("ben", 40, weight: 3, valence: .contrary),
        coding("ana", 60, weight: 2, code: "gain"), coding("ben", 90, weight: 2, code: "way.x"),
      ]),
    interview("p2", [coding("ana", 0, weight: 1), coding("ben", 0, weight: 1)]),
  ]

  @Test("Forcing a unit gives what deciding on it gives, for every unit and choice")
  func sameAsDeciding() throws {
    var effects = Self.effects(Self.sources)
    var checked = 0
    for (index, coded) in Self.sources.enumerated() {
      for unit in Consensus(of: coded).units(under: .majority) {
        let found = effects.effect(of: unit, in: coded.source)
        let effect = try #require(found)
        for outcome in effect.outcomes {
          var decision = Adjudication(
            code: unit.codedAs, span: unit.codedSpan, decision: .accept, by: "", at: "2026-01-01",
            reason: "", row: 0)
          switch outcome.choice {
          case .reject: decision.decision = .reject
          case .accept: break
          case .asCoded(let coder):
            let own = unit.codings.first { $0.coder == coder }
            (decision.weight, decision.valence) = (own?.weight, own?.valence)
          }
          var decided = Self.sources
          decided[index].adjudications = [decision]
          let score = try #require(Self.score(decided, effect.construct))
          #expect(outcome.score == score.score)
          #expect(outcome.band == score.band)
          #expect(outcome.bandReason == score.bandReason)
          checked += 1
        }
      }
    }
    #expect(checked == 6 * 2 + 2)
  }

  @Test("Weights that differ are told as each coder has them")
  func asCoded() throws {
    let coded = Self.sources[0]
    let unit = try #require(
      Consensus(of: coded).units(under: .majority).first { $0.votes == 2 })
    let effect = try #require(Self.effect(of: unit, in: coded, among: Self.sources))
    #expect(
      effect.outcomes.map(\.choice) == [
        .reject, .accept, .asCoded(by: "ana"), .asCoded(by: "ben"),
      ])
    // p2 gives 1/3 alone; p1 adds 1.5/3, 1/3 or 2/3.
    let scores = effect.outcomes.map { ($0.score ?? -1).rounded() }
    #expect(scores == [33, 42, 33, 50])
    #expect(NineDecimals.isEqual(effect.change, 100.0 / 6))
    // Nobody says that it is not there.
    #expect(!effect.isPresenceDisputed)
    #expect(effect.disputed.map(\.choice) == [.accept, .asCoded(by: "ana"), .asCoded(by: "ben")])
  }

  @Test("A score that comes or goes is the largest change there is")
  func fromNothing() throws {
    let coded = Self.interview("p1", [Self.coding("ana", 0, weight: 1)])
    let unit = try #require(Consensus(of: coded).units(under: .majority).first)
    let effect = try #require(Self.effect(of: unit, in: coded, among: [coded]))
    #expect(effect.outcome(.reject)?.score == nil)
    #expect(effect.outcome(.accept)?.score != nil)
    #expect(effect.change == 100)
  }

  @Test("Nothing hangs on an unknown code, a wanted form or a source of no case")
  func noEffect() throws {
    for code in ["unheard of", "gain.a.desired"] {
      let coded = Self.interview("p1", [Self.coding("ana", 0, weight: 1, code: code)])
      let unit = try #require(Consensus(of: coded).units(under: .majority).first)
      #expect(Self.effect(of: unit, in: coded, among: [coded]) == nil)
    }
    var outside = Self.interview("p1", [Self.coding("ana", 0, weight: 1)])
    outside.source.caseID = nil
    let unit = try #require(Consensus(of: outside).units(under: .majority).first)
    #expect(Self.effect(of: unit, in: outside, among: [outside]) == nil)
  }
}
