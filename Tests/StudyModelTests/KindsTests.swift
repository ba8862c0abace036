import Testing

@testable import StudyModel

@Suite("A parent whose children are kinds has no level")
struct KindsTests {
  private let third = 1 / 3.0

  /// Two people, one for each kind, and one of the two on the sibling too.
  private var sources: [CodedSource] {
    [
      SmallModel.interview("q1", ("top.way.copy", 3, nil)),
      SmallModel.interview("q2", ("top.way.make", 1, nil), ("top.use", 2, nil)),
    ]
  }

  private func score(
    _ sources: [CodedSource], _ responses: [[Int8]] = [], areKinds: Bool = true
  ) -> CaseScore {
    let framework = KindsModel.framework(areKinds: areKinds)
    return SmallModel.score(
      sources,
      survey: responses.isEmpty ? nil : KindsModel.sums(responses, framework: framework),
      framework: framework)
  }

  @Test("Of the interviews it has informants, mentions, presence and repertoire")
  func interviews() throws {
    let way = try #require(score(sources).construct("top.way"))
    let figure = try #require(way.interview)
    #expect(figure.score == nil && figure.presenceOnly && figure.presence == .evident)
    #expect(figure.informants == 2 && figure.mentions == 2 && figure.measured == 2)
    #expect(figure.repertoire == .init(spoken: 2, of: 2))
    // One voice each: (1/3 + 1/3) / 2.
    #expect(abs((figure.strength ?? 0) - third) < 1e-9)
    #expect(way.bandReason == .kinds && way.band == nil && way.score == nil)
    #expect(way.evidence == 0 && way.convergence == nil && way.interval == nil)
    // Without the key it is the mean of opposites: (100 + 33.3) / 2.
    let mean = try #require(score(sources, areKinds: false).construct("top.way")?.score)
    #expect(abs(mean - 200 * third) < 1e-9)
  }

  @Test("It is no part of its own parent's level; strength, unions and sums enter it")
  func ownParent() throws {
    let top = try #require(score(sources).construct("top")?.interview)
    // The sibling alone: 100 * 2/3.
    #expect(abs((top.score ?? 0) - 200 * third) < 1e-9)
    #expect(top.informants == 2 && top.mentions == 3 && top.measured == 2)
    // (1/3 of the kinds + 1/3 of the sibling) / 2.
    #expect(abs((top.strength ?? 0) - third) < 1e-9)
    #expect(top.repertoire == .init(spoken: 2, of: 2))
  }

  @Test("Codings on it give it no level, and count with what is under it")
  func ownCodings() throws {
    let own = SmallModel.interview("q3", ("top.way", 3, nil))
    let seen = score(sources + [own])
    let way = try #require(seen.construct("top.way")?.interview)
    #expect(way.score == nil && way.informants == 3 && way.mentions == 3)
    #expect(way.repertoire == .init(spoken: 2, of: 2))
    // (1/3 + 1/3 + 1/3) / 2 children.
    #expect(abs((way.strength ?? 0) - 0.5) < 1e-9)
    let top = try #require(seen.construct("top")?.interview)
    #expect(abs((top.score ?? 0) - 200 * third) < 1e-9)
    #expect(abs((top.strength ?? 0) - (0.5 + third) / 2) < 1e-9)
  }

  @Test("Of the survey it has nothing, and its parent only what is beside it")
  func survey() throws {
    // Each answers 5 on one kind, 1 on the other; on the sibling 4, 2, 3, 3, and one nothing.
    let responses: [[Int8]] = [[5, 1, 4], [1, 5, 2], [5, 1, 3], [1, 5, 3], [5, 1, 0]]
    let seen = score([], responses)
    let way = try #require(seen.construct("top.way"))
    #expect(way.survey == .absent && way.score == nil && way.bandReason == .kinds)
    #expect(seen.construct("top.way.copy")?.survey.figure?.score == 60)
    // (75 + 25 + 50 + 50) / 4: who said nothing of the sibling has no y.
    let top = try #require(seen.construct("top")?.survey.figure)
    #expect(top.score == 50 && top.n == 4)
    #expect(score([], responses, areKinds: false).construct("top")?.survey.figure?.n == 5)
  }

  @Test("Where nothing is known it says why it has no band, and nothing else does")
  func nothing() {
    let silent = score([])
    #expect(silent.construct("top.way")?.bandReason == .kinds)
    #expect(silent.construct("top.way")?.interview == nil)
    #expect(silent.constructs.filter { $0.bandReason != nil }.map(\.id) == ["top.way"])
  }

  @Test("It is no scale, and the items under it are no part of one")
  func scales() {
    let plan = ScalePlan(KindsModel.framework(), asked: Set(KindsModel.columns))
    #expect(
      plan.scales.map(\.construct).sorted() == ["top", "top.use", "top.way.copy", "top.way.make"])
    #expect(plan.scales.first { $0.construct == "top" }?.entries.map(\.item) == ["top.use.1"])
  }

  @Test("A decision on a coding of it changes no score")
  func decision() throws {
    let framework = KindsModel.framework()
    let coded = CodedSource(
      source: Source(
        id: "s", caseID: "one", participant: "q1", coders: ["ana", "ben"], kind: .interview),
      codings: [Coding(coder: "ana", code: "top.way", span: Span(start: 0, end: 9), weight: 3)],
      adjudications: [])
    let consensus = Consensus(of: coded)
    var interviews = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]), participants: [Participant]())
    interviews.add(consensus)
    var effects = DecisionEffects(
      framework: framework, interviews: interviews,
      scores: Scoring(interviews: interviews, survey: nil).scores)
    effects.add(consensus)
    let unit = try #require(consensus.units(under: .majority).first)
    let found = effects.effect(of: unit, in: coded.source)
    let effect = try #require(found)
    #expect(effect.change == 0 && !effect.bandWouldChange)
    #expect(effect.outcomes.map(\.bandReason) == [.kinds, .kinds])
  }
}
