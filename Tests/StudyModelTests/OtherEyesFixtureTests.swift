import StudyModel
import Testing

@Suite("Whole studies for other eyes")
struct OtherEyesFixtureTests {
  @Test(
    "Nothing on too few answers is left, the rest is as it was, and a second look hides no more")
  func studies() throws {
    var hidden = 0
    for name in ["plain", "phased", "presence"] {
      let study = try FixtureStudy(name)
      let scores = Scoring.score(
        framework: VanWinkelen.framework,
        interviews: study.interviews(VanWinkelen.framework, rule: .majority),
        survey: study.sums(VanWinkelen.framework))
      for threshold in [5, 9] {
        var framework = VanWinkelen.framework
        framework.scoring.suppressAnswersBelow = threshold
        try #require(!scores.isEmpty)
        for score in scores {
          let view = OtherEyes.view(of: score, for: .workingGroup, framework: framework)
          hidden += view.suppression.survey.count
          try check(view, against: score, threshold: threshold)
          #expect(OtherEyes.view(of: view, for: .workingGroup, framework: framework) == view)
        }
      }
    }
    #expect(hidden > 0)
  }

  private func check(_ view: CaseScore, against score: CaseScore, threshold: Int) throws {
    #expect(view.gaps.allSatisfy { $0.n >= threshold })
    #expect(view.gaps.allSatisfy { !view.suppression.survey.contains($0.id) })
    try #require(!score.constructs.isEmpty)
    try #require(view.constructs.map(\.id) == score.constructs.map(\.id))
    for (seen, whole) in zip(view.constructs, score.constructs) {
      #expect((seen.survey?.n ?? threshold) >= threshold)
      if view.suppression.survey.contains(seen.id) {
        #expect(seen.survey == nil && whole.survey != nil)
        #expect(
          seen.score.map(NineDecimals.rounded) == whole.interview?.score.map(NineDecimals.rounded))
      } else {
        #expect(seen.survey == whole.survey && seen.score == whole.score)
      }
    }
    if view.suppression.survey.isEmpty, view.suppression.gaps.isEmpty {
      #expect(view.pillars == score.pillars && view.health == score.health)
    }
  }
}
