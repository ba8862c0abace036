import StudyModel
import Testing

@Suite("Interviews and survey together")
struct TogetherTests {
  private func interview(
    _ score: Double?, informants: Int = 3, strength: Double = 1
  ) -> InterviewFigure {
    InterviewFigure(
      score: score, side: .for, strength: strength,
      counts: .init(
        informants: informants, measured: informants, interviewees: 3, speaking: informants,
        mentions: informants, contrary: 0, contested: false, unresolved: 0, grade: .triangulated,
        presence: .evident))
  }

  private func survey(
    _ score: Double, n: Int = 5, weighting: ScoringRules.Weighting = .organizations,
    interval: Interval? = nil
  ) -> SurveyFigure {
    SurveyFigure(
      score: score, weighting: weighting, n: n, organizations: 3, interval: interval,
      answers: .counted(.init(sd: 1)))
  }

  private func together(_ interview: InterviewFigure?, _ survey: SurveyFigure?) -> ConstructScore {
    ConstructScore(id: "x", interview: interview, survey: survey, rules: ScoringRules())
  }

  @Test("Each stream weighs as much as its evidence")
  func weights() {
    let both = together(
      interview(80, strength: 2 / 3.0),
      survey(60, n: 3, weighting: .respondents, interval: Interval(low: 40, high: 70)))
    // e_I = 1/3; e_V = 0.5 * 3/5 * 2/3 = 0.2.
    let evidence = 1 / 3.0 + 0.2
    #expect(abs(both.evidence - evidence) < 1e-12)
    let score = (80 / 3.0 + 12) / evidence
    #expect(abs((both.score ?? 0) - score) < 1e-12)
    let q = 0.2 / evidence
    #expect(abs((both.interval?.low ?? 0) - (score - 20 * q)) < 1e-12)
    #expect(abs((both.interval?.high ?? 0) - (score + 10 * q)) < 1e-12)
    #expect(both.convergence == .tooLittle)
    #expect(both.band == .developing)
    #expect(both.borderline == true)
  }

  @Test("Convergence is judged in a fixed order")
  func convergence() {
    #expect(together(nil, nil).convergence == nil)
    #expect(together(nil, survey(50)).convergence == .silenceInterviews)
    let silent = interview(nil, informants: 0, strength: 0)
    #expect(together(silent, nil).convergence == nil)
    #expect(together(silent, survey(50)).convergence == .silenceInterviews)
    #expect(together(interview(50), nil).convergence == .silenceSurvey)
    #expect(together(interview(nil), nil).convergence == .silenceSurvey)
    #expect(together(interview(nil), survey(50)).convergence == nil)
    #expect(together(interview(50, informants: 1), survey(50)).convergence == .tooLittle)
    #expect(together(interview(50), survey(50, n: 4)).convergence == .tooLittle)
    #expect(together(interview(70), survey(50)).convergence == .agreement)
    #expect(together(interview(70.0000000001), survey(50)).convergence == .agreement)
    #expect(together(interview(70.000001), survey(50)).convergence == .partialAgreement)
    #expect(together(interview(90), survey(50)).convergence == .partialAgreement)
    #expect(together(interview(90.000001), survey(50)).convergence == .dissonance)
  }

  @Test("Bands, and why there is none")
  func bands() {
    #expect(together(nil, survey(49.9999999999)).band == .developing)
    #expect(together(nil, survey(49.999999)).band == .concern)
    #expect(together(nil, survey(75)).band == .strength)
    let none = together(nil, nil)
    #expect(none.score == nil)
    #expect(none.bandReason == nil)
    // 0.5 * 2/5 = 0.2 is under 0.25, and that comes before the sources' difference.
    #expect(together(nil, survey(50, n: 2)).bandReason == .tooLittleEvidence)
    let differ = together(interview(100), survey(0))
    #expect(differ.bandReason == .sourcesDiffer)
    #expect(differ.band == nil)
    #expect(differ.score == 50)
    #expect(differ.borderline == nil)
  }

  @Test("Borderline: a threshold strictly inside the interval")
  func borderline() {
    func found(_ low: Double, _ high: Double) -> Bool? {
      together(nil, survey(60, interval: Interval(low: low, high: high))).borderline
    }
    #expect(found(50, 75) == false)
    #expect(found(49.99, 70) == true)
    #expect(found(55, 75.01) == true)
    #expect(together(nil, survey(60)).borderline == nil)
  }

  @Test("Bare comparisons are made after rounding to nine decimals")
  func nineDecimals() {
    #expect(NineDecimals.isEqual(0.1 + 0.2, 0.3))
    #expect(NineDecimals.isZero(4e-10))
    #expect(!NineDecimals.isZero(6e-10))
    #expect(NineDecimals.order(1, 1.000000001) == -1)
    #expect(NineDecimals.order(2, 1) == 1)
  }

  @Test("Pillars take only what has a band, weighed by desire where all of it is known")
  func pillars() {
    let framework = SmallModel.framework()
    func scores(
      _ levels: [String: Double], weak: Set<String> = [], gaps: [ValueGap] = []
    ) -> [ConstructScore] {
      levels.keys.sorted().map { id in
        var score = ConstructScore(
          id: id, interview: nil, survey: survey(levels[id] ?? 0, n: weak.contains(id) ? 1 : 5),
          rules: framework.scoring)
        score.gap = Told(gaps.first { $0.id == id })
        return score
      }
    }
    func gap(_ id: String, _ desired: Double) -> ValueGap {
      ValueGap(
        id: id, desired: desired, derived: 0, gap: desired, interval: nil, n: 5,
        quadrant: nil)
    }
    let levels = ["gain.a": 80.0, "gain.b": 20, "gain.c": 100, "way.x": 50, "way.y": 70]
    let known = Pillars.scores(
      framework,
      constructs: scores(
        levels, weak: ["gain.c"], gaps: [gap("gain.a", 75), gap("gain.b", 25)]))
    #expect(known.map(\.score) == [65, 60])
    #expect(known[0].entered == ["gain.a", "gain.b"])
    #expect(known[0].leftOut == ["gain.c", "gain.d"])
    #expect(Pillars.health(known.map(\.score)) == 62.5)
    let unknown = Pillars.scores(
      framework, constructs: scores(levels, weak: ["gain.c"], gaps: [gap("gain.a", 75)]))
    #expect(unknown[0].score == 50)
    let unwanted = Pillars.scores(
      framework,
      constructs: scores(levels, weak: ["gain.c"], gaps: [gap("gain.a", 0), gap("gain.b", 0)]))
    #expect(unwanted[0].score == 50)
    let few = Pillars.scores(
      framework, constructs: scores(levels, weak: ["gain.b", "gain.c"]))
    #expect(few[0].score == nil)
    #expect(Pillars.health(few.map(\.score)) == nil)
  }

  @Test("Gaps: paired, clear, and in quadrants about the case's means")
  func gaps() throws {
    // Five organizations of one, who answer all alike but for a wobble in what they want of a.
    let desired: [String: Int8] = ["gain.a": 5, "gain.b": 5, "gain.c": 3, "gain.d": 3]
    let derived: [String: Int8] = ["gain.a": 2, "gain.b": 4, "gain.c": 2, "gain.d": 4]
    let responses = (0..<5).map { organization -> (organization: Int?, answers: [Int8]) in
      var given: [String: Int8] = [:]
      for form in SmallModel.forms {
        given[form + ".1"] = derived[form]
        given[form + ".desired"] = desired[form]
      }
      given["gain.d.1"] = nil
      given["gain.d.2"] = 2
      if organization == 0 { given["gain.a.desired"] = 4 }
      if organization == 1 { given["gain.c.desired"] = nil }
      return (organization, SmallModel.answers(given))
    }
    let gaps = SmallModel.score(survey: SmallModel.sums(responses)).shownGaps
    #expect(gaps.map(\.id) == SmallModel.forms)
    #expect(gaps.map(\.desired) == [95, 100, 50, 50])
    #expect(gaps.map(\.derived) == [25, 75, 25, 75])
    #expect(gaps.map(\.gap) == [70, 25, 25, -25])
    #expect(gaps.map(\.n) == [5, 5, 4, 5])
    // The third has four answers: in the means, in no quadrant.
    #expect(gaps.map(\.quadrant) == [.concentrate, .keep, nil, .overdone])
    #expect(gaps.map(\.clear) == [true, nil, nil, nil])
    // Differences 50, 75, 75, 75, 75: sd of the means 11.180339887498949, t(4) = 2.7764451051977987.
    let half = 2.7764451051977987 * 11.180339887498949 / 5.0.squareRoot()
    #expect(abs((gaps[0].interval?.low ?? 0) - (70 - half)) < 1e-9)
  }

  @Test("Forms at the means are high, and three forms have no quadrants")
  func quadrantTies() {
    func responses(_ forms: [String]) -> [(organization: Int?, answers: [Int8])] {
      (0..<5).map { organization in
        var given: [String: Int8] = [:]
        for form in forms {
          given[form + ".1"] = 3
          given[form + ".desired"] = 4
        }
        given["gain.d.1"] = nil
        if forms.contains("gain.d") { given["gain.d.2"] = 3 }
        return (organization, SmallModel.answers(given))
      }
    }
    let all = SmallModel.score(survey: SmallModel.sums(responses(SmallModel.forms))).shownGaps
    #expect(all.map(\.quadrant) == [.keep, .keep, .keep, .keep])
    let three = SmallModel.score(
      survey: SmallModel.sums(responses(Array(SmallModel.forms.prefix(3))))
    ).shownGaps
    #expect(three.map(\.quadrant) == [nil, nil, nil])
  }

  @Test("Value breadth counts what is corroborated, or high on five answers")
  func breadth() {
    let sources = [
      SmallModel.interview("p", ("gain.a", 1, nil), ("gain.b", 1, nil)),
      SmallModel.interview("q", ("gain.a", 1, nil)),
      SmallModel.interview("r", ("gain.c", nil, .contrary)),
      SmallModel.interview("s", ("gain.c", nil, .contrary)),
    ]
    #expect(SmallModel.score(sources).valueBreadth == .counted(1))
    let five = (0..<5).map { _ -> (organization: Int?, answers: [Int8]) in
      (nil, SmallModel.only("gain.b", 3, 3))
    }
    #expect(SmallModel.score(sources, survey: SmallModel.sums(five)).valueBreadth == .counted(2))
    #expect(
      SmallModel.score(sources, survey: SmallModel.sums(Array(five.dropLast()))).valueBreadth
        == .counted(1))
  }
}
