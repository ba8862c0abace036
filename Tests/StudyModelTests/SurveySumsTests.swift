import Statistics
import StudyModel
import Testing

@Suite("What a survey says")
struct SurveySumsTests {
  private func figure(
    _ id: String, _ responses: [(organization: Int?, answers: [Int8])],
    framework: Framework = SmallModel.framework()
  ) -> SurveyFigure? {
    SmallModel.score(
      survey: SmallModel.sums(responses, framework: framework), framework: framework
    ).construct(id)?.survey.figure
  }

  @Test("Half of the items is enough; reversed ones are turned; parents take their children's mean")
  func respondent() throws {
    let one = [(nil, SmallModel.only("gain.d", 5, 1))] as [(organization: Int?, answers: [Int8])]
    #expect(figure("gain.d", one)?.score == 100)
    #expect(figure("gain", one)?.score == 100)
    #expect(figure("gain.a", one) == nil)
    let half = SmallModel.answers(["gain.a.1": 4, "gain.b.1": 2, "gain.b.2": 3])
    #expect(figure("gain.a", [(nil, half)])?.score == 75)
    #expect(figure("gain", [(nil, half)])?.score == (75 + 37.5) / 2)
    let all = SmallModel.framework { $0.answeredShare = 1 }
    #expect(figure("gain.a", [(nil, half)], framework: all) == nil)
    let outside = SmallModel.answers(["way.x.1": 6])
    #expect(figure("way.x", [(nil, outside)]) == nil)
  }

  @Test("By organizations from three of them and two thirds of the respondents on")
  func weighting() throws {
    func x(_ organization: Int?, _ value: Int8) -> (organization: Int?, answers: [Int8]) {
      (organization, SmallModel.only("way.x", value))
    }
    // Organizations 100, 50 and 0: mean 50, though four of seven respondents gave 100.
    let placed = [x(0, 5), x(0, 5), x(0, 5), x(0, 5), x(1, 3), x(2, 1)]
    let three = try #require(figure("way.x", placed + [x(nil, 1)]))
    #expect(three.weighting == .organizations)
    #expect(three.score == 50)
    #expect(three.n == 6)
    #expect(three.unplaced == 1)
    #expect(three.organizations == 3)
    // sd of 100, 50, 0 is 50; t(2) = 4.302652729749464; half width 124.2, cut.
    #expect(three.interval == Interval(low: 0, high: 100))
    #expect([three.above, three.middle, three.below] == [4, 1, 1])
    // 6 of 9 is two thirds exactly; 6 of 10 is not.
    let unplaced = [x(nil, 1), x(nil, 1), x(nil, 1)]
    #expect(figure("way.x", placed + unplaced)?.weighting == .organizations)
    let ten = try #require(figure("way.x", placed + unplaced + [x(nil, 1)]))
    #expect(ten.weighting == .respondents)
    #expect(ten.n == 10)
    #expect(ten.unplaced == 0)
    #expect(ten.organizations == 3)
    #expect(abs(ten.score - 45) < 1e-12)
    #expect([ten.above, ten.middle, ten.below] == [4, 1, 5])
    #expect(figure("way.x", [x(0, 5), x(1, 3)])?.weighting == .respondents)
    let always = SmallModel.framework { $0.weighting = .respondents }
    #expect(figure("way.x", placed, framework: always)?.weighting == .respondents)
  }

  @Test("No interval from two respondents, nor where nothing differs")
  func intervals() throws {
    func x(_ organization: Int?, _ value: Int8) -> (organization: Int?, answers: [Int8]) {
      (organization, SmallModel.only("way.x", value))
    }
    #expect(figure("way.x", [x(nil, 5), x(nil, 1)])?.interval == nil)
    #expect(figure("way.x", [x(nil, 5)])?.sd == nil)
    let same = try #require(figure("way.x", [x(nil, 4), x(nil, 4), x(nil, 4)]))
    #expect(same.interval == nil)
    #expect(same.sd == 0)
    let means = [x(0, 5), x(0, 1), x(1, 4), x(1, 2), x(2, 3)]
    #expect(figure("way.x", means)?.interval == nil)
    // 25, 50, 75: sd 25, t(2) = 4.302652729749464: 50 +- 62.1, cut at both ends.
    #expect(
      figure("way.x", [x(nil, 2), x(nil, 3), x(nil, 4)])?.interval == Interval(low: 0, high: 100))
    // 50, 50, 50, 75: sd 12.5, mean 56.25, t(3) = 3.182446305284263: half width 19.89028940802664.
    let four = try #require(
      figure("way.x", [x(nil, 3), x(nil, 3), x(nil, 3), x(nil, 4)])?.interval)
    #expect(abs(four.low - (56.25 - 19.89028940802664)) < 1e-9)
    #expect(abs(four.high - (56.25 + 19.89028940802664)) < 1e-9)
  }

  @Test("Agreement over those who answered every item; answers that are missing")
  func agreement() throws {
    let responses: [(organization: Int?, answers: [Int8])] = [
      (0, SmallModel.only("gain.a", 4, 5)), (1, SmallModel.only("gain.a", 4, 3)),
      (2, SmallModel.only("gain.a", 5, 4)), (nil, SmallModel.only("gain.a", 3, 4)),
      (0, SmallModel.only("gain.a", 1)),
      (
        0,
        SmallModel.answers(["gain.a.1": Answer.notApplicable, "gain.a.2": Answer.refused])
      ),
      (0, SmallModel.answers(["gain.a.1": Answer.notAsked, "gain.a.2": Answer.notAsked])),
    ]
    let found = try #require(figure("gain.a", responses))
    // Over four rows: both items have variance 2/3; E = 2; share 1/3; 2 * 2/3 / (2 * 2/3 + 1/3) = 0.8.
    #expect(abs((found.rwg ?? 0) - 0.8) < 1e-12)
    // Both items: mean 4, distances 0, 0, 1, 1 about it: 0.5.
    #expect(abs((found.averageDeviation ?? 0) - 0.5) < 1e-12)
    #expect(found.points == [1, 0, 2, 4, 2])
    // Missing: item 2 of the fifth, and the refusal; neither what does not apply nor what was not asked.
    #expect(found.notAnswered == 2)
    #expect(found.askable == 11)
    let turned = figure("gain.d", [(nil, SmallModel.only("gain.d", 5, 1))])
    #expect(turned?.points == [0, 0, 0, 0, 2], "a reversed item is counted as turned")
    #expect(figure("way.x", [(nil, SmallModel.only("way.x", 4))])?.rwg == nil)
  }

  @Test("Versions of an instrument go into the same sums")
  func versions() throws {
    var sums = SurveySums(framework: SmallModel.framework(), cells: StudyCells(cases: ["one"]))
    let first = sums.layout(columns: ["gain.a.1", "unknown"])
    let second = sums.layout(columns: ["gain.a.2", "way.x.1", "gain.a.1"])
    let taken = [
      sums.add(caseID: "one", phase: nil, organization: nil, answers: [5, 1], layout: first),
      sums.add(caseID: "one", phase: nil, organization: nil, answers: [3, 2, 1], layout: second),
      sums.add(caseID: "one", phase: nil, organization: nil, answers: [3, 2], layout: second),
      sums.add(caseID: "two", phase: nil, organization: nil, answers: [3, 2, 1], layout: second),
    ]
    #expect(taken == [true, true, false, false])
    #expect(sums.responsesOutside == 2)
    let score = SmallModel.score(survey: sums)
    #expect(score.responses == .shown(2))
    // One item asked and answered: 100; two: (0 + 50)/2.
    #expect(score.construct("gain.a")?.survey.figure?.score == 62.5)
    #expect(score.construct("gain.a")?.survey.figure?.points == [1, 0, 1, 0, 1])
    // The two versions asked different items of it, so no row set is complete in both.
    #expect(score.construct("gain.a")?.survey.figure?.rwg == nil)
  }

  @Test("Items on scales of their own")
  func scales() throws {
    var framework = SmallModel.framework()
    framework.questionnaires[0].items[0].scale = AnswerScale(low: 0, high: 10)
    var sums = SurveySums(framework: framework, cells: StudyCells(cases: ["one"]))
    let layout = sums.layout(columns: SmallModel.columns)
    sums.add(
      caseID: "one", phase: nil, organization: nil, answers: SmallModel.only("gain.a", 10, 3),
      layout: layout)
    let found = SmallModel.score(survey: sums, framework: framework).construct("gain.a")?.survey
      .figure
    #expect(found?.score == 75)
    #expect(found?.points == [])
    #expect(found?.rwg == nil)
  }
}
