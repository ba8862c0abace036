import Foundation
import StudyModel
import Testing

@Suite("Sums merged from parts give the same figures")
struct MergedSumsTests {
  @Test("Halves, thirds and an empty part", arguments: ["plain", "phased"])
  func parts(_ name: String) throws {
    let study = try FixtureStudy(name)
    let framework = VanWinkelen.framework
    let interviews = study.interviews(framework, rule: .majority)
    let whole = Scoring(
      interviews: interviews, survey: study.sums(framework)
    ).scores
    for count in [2, 3] {
      var merged = SurveySums(framework: framework, cells: study.cells)
      for part in 0..<count {
        let sums = study.sums(framework) { $0 % count == part }
        merged.merge(sums)
      }
      merged.merge(SurveySums(framework: framework, cells: study.cells))
      let scores = Scoring(interviews: interviews, survey: merged).scores
      let differences = ScoringFixtureTests.differences(
        scores.map(ScoreShape.of), whole.map(ScoreShape.of), at: name)
      #expect(differences.isEmpty, "\(differences.prefix(5))")
      try #require(!whole.isEmpty && scores.map(\.caseID) == whole.map(\.caseID))
      for (one, other) in zip(scores, whole) {
        #expect(one.responses == other.responses)
        #expect(one.organizations == other.organizations)
        #expect(one.health.draws == other.health.draws)
        #expect(close(one.health.interval?.low, other.health.interval?.low))
        #expect(close(one.health.interval?.high, other.health.interval?.high))
        try #require(one.constructs.map(\.id) == other.constructs.map(\.id))
        for (mine, theirs) in zip(one.constructs, other.constructs) {
          #expect(mine.survey.figure?.points == theirs.survey.figure?.points)
          #expect(mine.survey.figure?.rwg == theirs.survey.figure?.rwg)
          #expect(mine.survey.figure?.averageDeviation == theirs.survey.figure?.averageDeviation)
          #expect(mine.survey.figure?.notAnswered == theirs.survey.figure?.notAnswered)
          #expect(mine.survey.figure?.above == theirs.survey.figure?.above)
        }
      }
    }
  }

  private func close(_ left: Double?, _ right: Double?) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left - right) < 1e-9
  }

  @Test("Sums of another framework or study are refused")
  func refused() {
    var sums = SmallModel.sums([])
    let taken = [
      sums.merge(SurveySums(framework: VanWinkelen.framework, cells: sums.cells)),
      sums.merge(
        SurveySums(framework: SmallModel.framework(), cells: StudyCells(cases: ["other"]))),
      sums.merge(SurveySums(framework: SmallModel.framework(), cells: sums.cells)),
    ]
    #expect(taken == [false, false, true])
  }

  @Test("Many organizations keep their own places")
  func manyOrganizations() throws {
    let responses = (0..<1000).map { number -> (organization: Int?, answers: [Int8]) in
      (number % 500, SmallModel.only("way.x", Int8(number % 500 % 5 + 1)))
    }
    let score = SmallModel.score(survey: SmallModel.sums(responses))
    #expect(score.organizations == .shown(500))
    #expect(score.construct("way.x")?.survey.figure?.organizations == 500)
    #expect(abs((score.construct("way.x")?.survey.figure?.score ?? 0) - 50) < 1e-9)
  }
}
