import Foundation
import StudyModel
import Testing

/// The study `pending` is compared through the command line, whose framework has its names of codes.
@Suite("Changes and dispersion agree with those of an independent program")
struct ChangeFixtureTests {
  /// A study in phases.
  private struct Phased {
    let study: FixtureStudy
    let paired: PairedChange
    let sums: SurveySums

    init(_ name: String) throws {
      study = try FixtureStudy(name)
      sums = study.sums(VanWinkelen.framework)
      paired = study.paired(VanWinkelen.framework)
    }

    func scores(_ rule: ConsensusRule) throws -> [CaseScore] {
      let scoring = Scoring(
        interviews: study.interviews(VanWinkelen.framework, rule: rule), survey: sums,
        drawsHealth: false)
      return scoring.withChanges(scoring.scores, paired: paired)
    }

    func expected(_ rule: ConsensusRule) throws -> [String: Any] {
      let file = study.folder.appending(path: "expected-\(rule.rawValue).json")
      return try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }
  }

  @Test("Every change of both streams, under every rule")
  func changes() throws {
    let phased = try Phased("phased")
    for rule in ConsensusRule.allCases {
      let expected = try phased.expected(rule)
      let cases = try #require(expected["cases"] as? [[String: Any]])
      let scores = try phased.scores(rule)
      #expect(scores.count == cases.count)
      for (score, known) in zip(scores, cases) {
        let place = "\(rule.rawValue), \(score.caseID), \(score.phase ?? "")"
        #expect(known["case"] as? String == score.caseID)
        #expect(known["phase"] as? String == score.phase)
        let differences = ScoringFixtureTests.differences(
          Self.changes(score), known["changes"] ?? NSNull(), at: place)
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(6))")
      }
    }
  }

  @Test("The dispersion of both streams, under every rule")
  func dispersion() throws {
    let phased = try Phased("phased")
    for rule in ConsensusRule.allCases {
      let expected = try phased.expected(rule)
      let scores = try phased.scores(rule)
      let rows = try #require(expected["dispersion"] as? [[String: Any]])
      let known = rows.map { row -> (String, Any) in
        let key = ["id", "stream", "phase"].map { row[$0] as? String ?? "" }
        return (
          key.joined(separator: ", "),
          row.filter { ["cases", "sd", "range", "cv"].contains($0.key) }
        )
      }
      #expect(!known.isEmpty)
      let found = PhaseDispersion.of(
        VanWinkelen.framework.constructs.map(\.id), in: scores,
        phases: phased.study.phases.compactMap(\.self)
      ).flatMap(Self.dispersion)
      let differences = ScoringFixtureTests.differences(
        Dictionary(uniqueKeysWithValues: found), Dictionary(uniqueKeysWithValues: known),
        at: rule.rawValue)
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(6))")
    }
  }

  @Test("The studies hold every basis, some with tokens and some without an interval")
  func reach() throws {
    let changes = try Phased("pending").scores(.majority).compactMap(\.change)
      .flatMap(\.constructs)
    let surveys = changes.compactMap(\.survey.figure)
    #expect(Set(surveys.map(\.pairing)) == [.organizations, .respondents, .none])
    #expect(surveys.contains { $0.byToken.map { $0 > 0 } == true })
    #expect(surveys.contains { $0.pairing != .none && $0.interval == nil })
    #expect(changes.contains { $0.interviews.map { $0.n > 1 } == true })
  }

  /// The changes in the shape of the fixtures.
  private static func changes(_ score: CaseScore) -> Any {
    guard let change = score.change else { return NSNull() }
    return change.constructs.filter { $0.survey.figure != nil || $0.interviews != nil }.map {
      row -> [String: Any] in
      [
        "id": row.id, "from": change.since, "to": score.phase ?? "",
        "survey": orNull(row.survey.figure.map(survey)),
        "interviews": orNull(
          row.interviews.map { ["interviewees": $0.n, "difference": $0.change] as [String: Any] }),
      ]
    }
  }

  private static func survey(_ change: SurveyChange) -> Any {
    [
      "basis": change.pairing == .none ? "unpaired" : change.pairing.rawValue,
      "units": change.n, "difference": change.change,
      "interval": orNull(change.interval.map { [$0.low, $0.high] }),
      "clear": orNull(change.clear), "paired": orNull(change.byToken),
    ] as [String: Any]
  }

  private static func dispersion(_ item: PhaseDispersion) -> [(String, Any)] {
    zip(item.phases, item.dispersions).map { phase, figures in
      (
        [item.construct, item.stream.rawValue, phase].joined(separator: ", "),
        [
          "cases": figures.cases, "sd": orNull(figures.sd), "range": orNull(figures.range),
          "cv": orNull(figures.coefficientOfVariation),
        ] as [String: Any]
      )
    }
  }

  private static func orNull(_ value: Any?) -> Any { value ?? NSNull() }
}

extension FixtureStudy {
  /// The respondents' differences between phases.
  fileprivate func paired(_ framework: Framework) -> PairedChange {
    var paired = PairedChange(framework: framework, cells: cells)
    let layout = paired.layout(columns: columns)
    let organizations = Set(survey.compactMap { $0["organization"] }).subtracting([""]).sorted()
    func key(_ row: [String: String]) -> [String] { [row["respondent"] ?? "", row["case"] ?? ""] }
    for row in survey.sorted(by: { key($0).lexicographicallyPrecedes(key($1)) }) {
      let phase = row["phase"].flatMap { $0.isEmpty ? nil : $0 }
      answers(row).withUnsafeBufferPointer {
        _ = paired.add(
          respondent: row["respondent"] ?? "", case: cells.index(ofCase: row["case"] ?? "") ?? -1,
          phase: cells.index(ofPhase: phase) ?? -1,
          organization: row["organization"].flatMap { organizations.firstIndex(of: $0) },
          answers: $0, layout: layout)
      }
    }
    paired.finish()
    return paired
  }
}
