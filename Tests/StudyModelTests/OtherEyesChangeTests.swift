import StudyModel
import Testing

@Suite("Changes for other eyes")
struct OtherEyesChangeTests {
  /// A later phase in which constructs changed: the level's answers before and after, and pairs.
  private func view(
    _ rows: [(id: String, before: Int, after: Int, pairs: Int)], intervieweesBefore: Int = 6,
    for audience: Audience = .convenor, pairing: SurveyChange.Pairing = .respondents
  ) -> CaseScore {
    var score = Figures.score(
      "A", rows.map { Figures.construct($0.id, nil, Figures.survey(40, n: $0.after)) },
      responses: 40)
    score.change = PhaseChange(
      since: "one", intervieweesBefore: intervieweesBefore,
      constructs: rows.map { row in
        ConstructChange(
          id: row.id,
          survey: SurveyChange(
            change: 12, interval: nil, pairing: pairing, n: row.pairs, answersBefore: row.pairs,
            answersAfter: row.pairs),
          interviews: 5, answersBefore: row.before, answersAfter: row.after)
      })
    return OtherEyes.view(of: score, for: audience, framework: VanWinkelen.framework)
  }

  @Test("On fewer than 5 pairs it is hidden, from all but the researcher")
  func pairs() {
    let few = view([("value.tangible", 20, 20, 4)])
    #expect(few.suppression.changes == ["value.tangible"])
    #expect(few.change?.construct("value.tangible")?.survey == nil)
    let enough = view([("value.tangible", 20, 20, 5)])
    #expect(enough.suppression.changes.isEmpty)
    #expect(enough.change?.construct("value.tangible")?.survey?.change == 12)
    #expect(view([("value.tangible", 20, 20, 4)], for: .researcher).suppression.isEmpty)
  }

  @Test("Nor is it shown where the two levels less the change would tell of a few")
  func rest() {
    // All of the later phase are pairs, and one of the earlier left: her answer could be worked out.
    #expect(view([("value.tangible", 10, 9, 9)]).suppression.changes == ["value.tangible"])
    #expect(view([("value.tangible", 11, 11, 9)]).suppression.changes == ["value.tangible"])
    #expect(view([("value.tangible", 9, 9, 9)]).suppression.changes.isEmpty)
    #expect(view([("value.tangible", 14, 9, 9)]).suppression.changes.isEmpty)
  }

  @Test("Where a level is hidden in either phase, the change to the other would give it")
  func levels() {
    let view = view([("value.tangible", 4, 9, 4)], pairing: .none)
    #expect(view.suppression.survey.isEmpty)
    #expect(view.suppression.changes == ["value.tangible"])
    #expect(self.view([("value.tangible", 6, 9, 0)], pairing: .none).suppression.changes.isEmpty)
  }

  @Test("What is hidden cannot be had from parent and siblings, and a second look hides no more")
  func family() {
    let view = view([
      ("dynamics.ties", 30, 30, 20), ("dynamics.ties.technology", 30, 30, 18),
      ("dynamics.ties.social-time", 30, 30, 16), ("dynamics.ties.continuity", 30, 30, 3),
    ])
    #expect(
      view.suppression.changes == ["dynamics.ties.continuity", "dynamics.ties.social-time"])
    #expect(OtherEyes.view(of: view, for: .convenor, framework: VanWinkelen.framework) == view)
  }

  @Test("With fewer than 5 interviewees in either phase the interviews' change is hidden")
  func interviews() {
    #expect(view([("value", 9, 9, 9)]).change?.construct("value")?.interviews == 5)
    let few = view([("value", 9, 9, 9)], intervieweesBefore: 4)
    #expect(few.change?.construct("value")?.interviews == nil)
    #expect(few.change?.construct("value")?.survey != nil)
  }
}
