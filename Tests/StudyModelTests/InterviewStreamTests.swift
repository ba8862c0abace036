import Testing

@testable import StudyModel

@Suite("What interviews say")
struct InterviewStreamTests {
  private func figure(_ id: String, _ sources: CodedSource...) throws -> InterviewFigure {
    try #require(SmallModel.score(sources).construct(id)?.interview)
  }

  @Test("Contrary units lower an informant's level, mixed ones count half")
  func level() throws {
    // a = 1, b = 2/3: 1/(1 + 2/3) = 0.6.
    let contrary = try figure(
      "way.x", SmallModel.interview("p", ("way.x", 3, nil), ("way.x", 2, .contrary)))
    #expect(abs((contrary.score ?? 0) - 60) < 1e-9)
    #expect(contrary.side == .for)
    #expect(contrary.contrary == 1)
    #expect(contrary.contested == false)
    // Mixed alone: a = (2/3)/2 = 1/3.
    let mixed = try figure("way.x", SmallModel.interview("p", ("way.x", 2, .mixed)))
    #expect(abs((mixed.score ?? 0) - 100 / 3.0) < 1e-9)
    #expect(mixed.side == .for)
    // Only contrary: a = 0.
    let denied = try figure("way.x", SmallModel.interview("p", ("way.x", 2, .contrary)))
    #expect(denied.score == 0)
    #expect(denied.side == .against)
    #expect(denied.presence == .denied)
  }

  @Test("A unit without a weight is evidence and gives no level")
  func presence() throws {
    let one = try figure("way.x", SmallModel.interview("p", ("way.x", nil, nil)))
    #expect(one.score == nil)
    #expect(one.presenceOnly)
    #expect(one.presence == .evident)
    let both = try figure(
      "way.x", SmallModel.interview("p", ("way.x", nil, nil)),
      SmallModel.interview("q", ("way.x", 3, nil)))
    #expect(both.score == 100)
    #expect(both.informants == 2)
    #expect(both.measured == 1)
    #expect(!both.presenceOnly)
  }

  @Test("Grades: people triangulate, documents corroborate, case analyses agree")
  func grades() throws {
    let speaks: (String?, String, Source.Kind) -> CodedSource = { person, id, kind in
      SmallModel.interview(person, ("way.x", 3, nil), id: id, kind: kind)
    }
    let head = speaks("head", "1", .interview)
    let member = speaks("p", "2", .interview)
    let other = speaks("q", "3", .interview)
    let paper = speaks(nil, "4", .document)
    let analysis = speaks(nil, "5", .caseAnalysis)
    let second = speaks(nil, "6", .caseAnalysis)
    #expect(try figure("way.x", head, member).grade == .triangulated)
    #expect(try figure("way.x", member, other).grade == .corroborated)
    #expect(try figure("way.x", head, paper).grade == .corroborated)
    #expect(try figure("way.x", member, analysis).grade == .corroborated)
    #expect(try figure("way.x", member).grade == .single)
    #expect(try figure("way.x", paper).grade == .single)
    #expect(try figure("way.x", analysis).grade == .agreed)
    #expect(try figure("way.x", analysis, second).grade == .agreed)
    #expect(try figure("way.y", member).grade == .absent)
    let mixed = try figure("way.x", member, paper, analysis)
    #expect(mixed.interviewees == 1)
    #expect(mixed.speaking == 1)
    #expect(mixed.informants == 3)
  }

  @Test("Contested lowers a grade by one step; a tie of sides is for")
  func contested() throws {
    let against = SmallModel.interview("z", ("way.x", 1, .contrary))
    let tie = try figure("way.x", SmallModel.interview("p", ("way.x", 3, nil)), against)
    #expect(tie.contested == true)
    #expect(tie.side == .for)
    #expect(tie.grade == .single)
    let three = try figure(
      "way.x", SmallModel.interview("p", ("way.x", 3, nil)),
      SmallModel.interview("head", ("way.x", 3, nil)), against)
    #expect(three.grade == .corroborated)
    let analyses = try figure(
      "way.x", SmallModel.interview(nil, ("way.x", 3, nil), kind: .caseAnalysis), against)
    #expect(analyses.grade == .single)
    #expect(abs((analyses.strength ?? 0) - 1 / 3.0) < 1e-12)
    // As many units for as against: the informant speaks for.
    let torn = try figure(
      "way.x", SmallModel.interview("p", ("way.x", nil, .contrary), ("way.x", nil, nil)))
    #expect(torn.side == .for)
  }

  @Test("An informant with two sources is one informant")
  func oneInformant() throws {
    let one = try figure(
      "way.x", SmallModel.interview("p", ("way.x", 1, nil), id: "first"),
      SmallModel.interview("p", ("way.x", 3, nil), id: "second"))
    #expect(one.informants == 1)
    #expect(one.interviewees == 1)
    #expect(one.mentions == 2)
    #expect(one.score == 100)
    #expect(one.oneCoderOnly == true)
  }

  @Test("A parent takes its children and what is coded on itself")
  func parent() throws {
    let own = try figure(
      "way", SmallModel.interview("p", ("way.x", 3, nil), ("way", 0, nil)),
      SmallModel.interview("q", ("way.x", 3, nil)))
    // Children: x = 100, strength 2/3; own = 0, strength 1/3; y silent.
    #expect(own.score == 50)
    #expect(abs((own.strength ?? 0) - 0.5) < 1e-12)
    #expect(own.repertoire == InterviewFigure.Repertoire(spoken: 1, of: 2))
    #expect(own.informants == 2)
    #expect(own.mentions == 3)
    #expect(own.side == nil)
    #expect(own.grade == nil)
    let full = try figure(
      "way", SmallModel.interview("p", ("way.x", 3, nil), ("way.y", 3, nil), ("way", 3, nil)),
      SmallModel.interview("head", ("way.x", 3, nil), ("way.y", 3, nil), ("way", 3, nil)))
    #expect(full.strength == 1)
    let denied = try figure("way", SmallModel.interview("p", ("way.x", nil, .contrary)))
    #expect(denied.presence == .denied)
  }

  @Test("Unresolved units count on a parent even where none of its own stands")
  func unresolved() throws {
    let source = CodedSource(
      source: Source(
        id: "s", caseID: "one", participant: "p", coders: ["ana", "ben"], read: ["ben"],
        kind: .interview),
      codings: [
        Coding(coder: "ana", code: "way", span: Span(start: 0, end: 9)),
        Coding(coder: "ana", code: "way.x", span: Span(start: 0, end: 9)),
      ], adjudications: [])
    let score = SmallModel.score([source])
    #expect(score.construct("way")?.interview?.unresolved == 2)
    #expect(score.construct("way")?.interview?.mentions == 0)
    #expect(score.construct("way.x")?.interview?.informants == 0)
    #expect(score.interviewees == .shown(1))
    #expect(score.codingCover.value?.two == 1)
  }

  @Test("Codes: nicknames, what is wanted, what is unknown")
  func codes() {
    let framework = SmallModel.framework()
    var evidence = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]), participants: [])
    evidence.add(
      SmallModel.interview(
        "p", ("a nickname", 3, nil), ("gain.b.desired", 3, nil), ("gain.c.desired", 3, .contrary),
        ("way.x.desired", 3, nil), ("no such code", 3, nil)))
    var elsewhere = SmallModel.interview("p", ("gain.a", 3, nil))
    elsewhere.source.caseID = nil
    evidence.add(elsewhere)
    #expect(evidence.unmappedUnits == 2)
    #expect(evidence.sourcesOutside == 1)
    let score = Scoring(interviews: evidence, survey: nil).scores[0]
    #expect(score.construct("gain.a")?.interview?.score == 100)
    #expect(score.construct("gain.b")?.interview?.informants == 0)
    #expect(score.wantedInInterviews == .shown(["gain.b"]))
  }

  @Test("Wanted and evident, and only one of the two")
  func valueInInterviews() {
    let score = SmallModel.score([
      SmallModel.interview(
        "p", ("gain.a", nil, nil), ("gain.b", nil, nil), ("gain.d", nil, .contrary),
        ("gain.b.desired", nil, nil), ("gain.c.desired", nil, nil))
    ])
    let value = ValueInInterviews(framework: SmallModel.framework(), score: score)
    #expect(value.wanted == ["gain.b", "gain.c"])
    #expect(value.evident == ["gain.a", "gain.b"])
    #expect(value.wantedNotEvident == ["gain.c"])
    #expect(value.unanticipated == ["gain.a"])
    #expect(value.evidentBeyond(scan: ["gain.a"]) == ["gain.b"])
  }

  @Test("What is little heard is neither evident nor missing")
  func valueForOtherEyes() {
    let score = Figures.score(
      "A",
      [
        Figures.construct("gain.a", .told(.borneOut(.for))),
        Figures.construct("gain.b", .told(.littleHeard)),
        Figures.construct("gain.c", .told(.borneOut(.against))),
        Figures.construct("gain.d", .told(.sourcesDiffer)),
      ], wanted: ["gain.b", "gain.c", "gain.d"])
    let seen = ValueInInterviews(framework: SmallModel.framework(), score: score)
    #expect(seen.evident == ["gain.a"] && seen.undecided == ["gain.b", "gain.d"])
    #expect(seen.wantedNotEvident == ["gain.c"] && seen.unanticipated == nil)
  }

  @Test("Without a source there is no figure")
  func noSource() {
    #expect(SmallModel.score().construct("way.x")?.interview == nil)
  }
}
