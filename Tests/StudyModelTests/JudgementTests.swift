import Testing

@testable import StudyModel

@Suite("Where learning is lost, what is there and how sources agree is judged once")
struct JudgementTests {
  /// A case in which so many of 31 lie above the middle of each step, all with a band but those named.
  private func score(_ above: [Int?], withoutBand: Set<String> = []) -> CaseScore {
    let ids = ["learned", "understood", "passed on", "built on"]
    return Figures.score(
      "A",
      zip(ids, above).map { id, above in
        let survey = above.map { above -> SurveyFigure in
          var figure = Figures.survey(50, n: 31)
          figure.answers = .counted(.init(above: above, middle: 0, below: 31 - above))
          return figure
        }
        var construct = Figures.construct(id, nil, survey)
        if withoutBand.contains(id) { construct.band = nil }
        return construct
      })
  }

  private func loss(_ above: [Int?], withoutBand: Set<String> = []) -> LearningLoss {
    LearningLoss(
      chain: ["learned", "understood", "passed on", "built on"],
      in: score(above, withoutBand: withoutBand))
  }

  @Test("Most is lost where the interval of one loss lies above all others'")
  func most() {
    let loss = loss([28, 5, 4, 1])
    #expect(loss.verdict == .most(after: 0))
    #expect(loss.word(before: "understood") == .most)
    #expect(loss.word(before: "passed on") == .notClear)
    #expect(loss.word(before: "learned") == nil)
    #expect(loss.loss(before: "understood")?.words == "74 points")
  }

  @Test("Of clear losses whose intervals overlap none is called the largest")
  func clear() {
    let loss = loss([30, 19, 8, 7])
    #expect(loss.verdict == .clear(after: [0, 1]))
    #expect(loss.word(before: "passed on") == .clear)
  }

  @Test("Small losses are not clear, and a rise is no loss")
  func none() {
    let loss = loss([12, 10, 14, 13])
    #expect(loss.verdict == .noneClear)
    #expect(loss.loss(before: "passed on")?.words == nil)
  }

  @Test("Nothing is concluded on a step without a band, or without a share")
  func unsettled() {
    #expect(loss([28, 5, 4, 1], withoutBand: ["built on"]).verdict == .unsettled(["built on"]))
    #expect(loss([28, nil, 4, 1]).verdict == .untold)
    #expect(loss([28, 5, 4, 1], withoutBand: ["built on"]).word(before: "understood") == nil)
  }

  @Test("What is told to the nearest quarter has a loss and no interval")
  func quarters() throws {
    var figure = Figures.survey(50, n: 8)
    figure.answers = .told(.init(above: .quarter(3)))
    let share = try #require(ShareAbove(figure))
    #expect(share.percent == 75 && share.reckoned == nil && share.isRough)
  }

  @Test("Where there is a level its band says what is there, and not that somebody spoke of it")
  func standing() {
    let spoken = Figures.interview()
    let construct = { (level: Double) in
      Figures.construct("v.a", spoken, Figures.survey(level, n: 9))
    }
    #expect(construct(80).standing == .there)
    #expect(construct(60).standing == .partly)
    #expect(construct(30).standing == .notThere)
    #expect(Figures.construct("v.a", spoken).standing == .there)
    #expect(Figures.construct("v.a", Figures.silent).standing == .silent)
    #expect(Figures.construct("v.a", Figures.interview(side: .against)).standing == .notThere)
    #expect(Figures.construct("v.a").standing == nil)
    #expect(Figures.construct("v.a", nil, Figures.survey(80, n: 1)).standing == .thin)
  }

  @Test(
    "A strength of which clearly more is wanted is there in part, contradicted sources are contested"
  )
  func doubted() {
    var strong = Figures.construct("v.a", nil, Figures.survey(80, n: 9))
    strong.gap = .shown(
      Figures.gap("v.a", desired: 95, derived: 80, interval: Interval(low: 5, high: 25)))
    #expect(strong.standing == .partly)
    let contested = Figures.construct(
      "v.a", Figures.interview(score: 10, informants: 3, grade: .triangulated),
      Figures.survey(90, n: 9))
    #expect(contested.convergence == .dissonance && contested.standing == .contested)
  }

  @Test(
    "Of a gap it is said what its interval says, and nothing where interviews contradict the survey"
  )
  func gaps() {
    func reading(_ low: Double, _ high: Double, heard: Double? = nil) -> [String?] {
      var construct = Figures.construct(
        "v.a",
        heard.map { Figures.interview(score: $0, informants: 3, grade: .triangulated) },
        Figures.survey(30, n: 9))
      construct.gap = .shown(
        Figures.gap(
          "v.a", desired: 70, derived: 30, interval: Interval(low: low, high: high),
          quadrant: .concentrate))
      return [construct.gapReading?.rawValue, construct.namedQuadrant?.rawValue]
    }
    #expect(reading(5, 25) == ["short", "concentrate here"])
    #expect(reading(-25, -5) == ["over", "concentrate here"])
    #expect(reading(-5, 5) == ["level", nil] && reading(0, 5) == ["level", nil])
    #expect(reading(5, 25, heard: 60) == ["short", "concentrate here"])
    #expect(reading(5, 25, heard: 90) == ["contradicted", nil])
    #expect(reading(-5, 5, heard: 90) == ["contradicted", nil])
    #expect(Figures.construct("v.a", nil, Figures.survey(30, n: 9)).gapReading == nil)
  }

  @Test("Sources are counted by how they agree on the questions put to both")
  func sources() {
    let heard = Figures.interview(score: 80, informants: 3, grade: .triangulated)
    let score = Figures.score(
      "A",
      [("a", 85.0), ("b", 50), ("c", 20), ("d", nil)].map { id, level in
        Figures.construct(id, heard, level.map { Figures.survey($0, n: 9) })
      })
    let sources = SourcesCompared(questions: ["a", "b", "c", "d"], in: score)
    #expect((sources.agreeing, sources.partly, sources.contradicting) == (1, 1, 1))
    #expect(sources.compared == 3 && sources.questions == 4)
  }

  @Test("An order needs intervals that do not overlap")
  func apart() {
    let low = Interval(low: 10, high: 20)
    let high = Interval(low: 30, high: 40)
    let between = Interval(low: 18, high: 32)
    #expect(StandsApart.highest([(id: "a", interval: low), (id: "b", interval: high)]) == "b")
    #expect(StandsApart.lowest([(id: "a", interval: low), (id: "b", interval: high)]) == "a")
    let three = [(id: "a", interval: low), (id: "b", interval: high), (id: "c", interval: between)]
    #expect(StandsApart.highest(three) == nil)
    #expect(StandsApart.highest([(id: "a", interval: low), (id: "b", interval: nil)]) == nil)
    #expect(StandsApart.highest([(id: "a", interval: low)]) == nil)
  }
}
