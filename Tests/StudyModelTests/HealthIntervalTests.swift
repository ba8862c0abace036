import Statistics
import StudyModel
import Testing

@Suite("The survey's uncertainty of health")
struct HealthIntervalTests {
  /// Seven organizations of one to three, two respondents with none, and everything missing somewhere.
  static let responses: [(organization: Int?, answers: [Int8])] = {
    var generator = SeededGenerator(seed: 7)
    var all: [(organization: Int?, answers: [Int8])] = []
    for organization in [0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 6, nil, nil] as [Int?] {
      all.append(
        (
          organization,
          SmallModel.columns.map { _ in
            let value = generator.index(below: 7)
            return value > 4 ? Answer.notAnswered : Int8(value + 1)
          }
        ))
    }
    return all
  }()

  static let interviews = [
    SmallModel.interview("p", ("gain.a", 2, nil), ("way.x", 1, nil)),
    SmallModel.interview("head", ("gain.a", 3, nil), ("gain.b", 1, .contrary)),
  ]

  @Test("Agrees with scoring every draw from its rows", arguments: [1, 2] as [UInt64])
  func fromRows(seed: UInt64) throws {
    let draws = 60
    let framework = SmallModel.framework { $0.healthDraws = draws }
    let plain = SmallModel.framework { $0.leastOrganizationsForHealth = 1000 }
    var healths: [Double] = []
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<draws {
      var drawn = Self.responses.filter { $0.organization == nil }
      for copy in 0..<7 {
        let organization = generator.index(below: 7)
        drawn += Self.responses.filter { $0.organization == organization }
          .map { (copy, $0.answers) }
      }
      let score = SmallModel.score(
        Self.interviews, survey: SmallModel.sums(drawn, framework: plain), framework: plain)
      if let health = score.health.score { healths.append(health) }
      #expect(score.health.interval == nil)
    }
    var evidence = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]),
      participants: [Participant(id: "head", caseID: "one", organization: nil, role: .convenor)])
    for interview in Self.interviews { evidence.add(interview) }
    let health = Scoring(
      interviews: evidence,
      survey: SmallModel.sums(Self.responses, framework: framework), seed: seed
    ).scores[0].health
    #expect(health.draws == .init(made: draws, dropped: .shown(draws - healths.count)))
    #expect(health.seed == seed)
    healths.sort()
    let low = try #require(Descriptive.percentile(healths, 0.025))
    let high = try #require(Descriptive.percentile(healths, 0.975))
    #expect(abs((health.interval?.low ?? .nan) - low) < 1e-9)
    #expect(abs((health.interval?.high ?? .nan) - high) < 1e-9)
  }

  @Test("Asks for five organizations that answered")
  func five() {
    let four = Self.responses.filter { ($0.organization ?? 0) < 4 }
    let silent: [(organization: Int?, answers: [Int8])] = [(9, SmallModel.answers([:]))]
    let score = SmallModel.score(Self.interviews, survey: SmallModel.sums(four + silent))
    #expect(score.organizations == .shown(5))
    #expect(score.health.score != nil)
    #expect(score.health.interval == nil)
    #expect(score.health.draws == nil)
  }

  @Test("None where every draw comes out the same")
  func constant() {
    let same = (0..<6).map { organization -> (organization: Int?, answers: [Int8]) in
      (organization, SmallModel.answers(["gain.a.1": 4, "gain.b.1": 3, "way.x.1": 4]))
    }
    let health = SmallModel.score(survey: SmallModel.sums(same)).health
    #expect(health.score != nil)
    #expect(health.draws == .init(made: 2000, dropped: .shown(0)))
    #expect(health.interval == nil)
  }

  @Test("Two thousand draws, none dropped, and the same every time")
  func repeatable() {
    let sums = SmallModel.sums(Self.responses)
    let first = SmallModel.score(Self.interviews, survey: sums).health
    #expect(first.draws == .init(made: 2000, dropped: .shown(0)))
    #expect(first == SmallModel.score(Self.interviews, survey: sums).health)
  }
}
