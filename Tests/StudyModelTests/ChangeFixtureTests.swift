import Foundation
import StudyModel
import Testing

@Suite("Changes and dispersion agree with those of an independent program")
struct ChangeFixtureTests {
  /// A study with what it says of who has handed in, and of published works.
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
      var interviews = InterviewEvidence(
        framework: VanWinkelen.framework, cells: study.cells, participants: study.participants,
        rule: rule)
      for source in try study.handedIn() { interviews.add(source) }
      let scoring = Scoring(interviews: interviews, survey: sums, drawsHealth: false)
      return scoring.withChanges(scoring.scores, paired: paired)
    }

    /// What is expected; nil where the file is of an earlier text of the specification.
    func expected(_ rule: ConsensusRule) throws -> [String: Any]? {
      let file = study.folder.appending(path: "expected-\(rule.rawValue).json")
      let expected = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
      return expected["dispersion"] == nil ? nil : expected
    }
  }

  @Test("Every change of both streams, under every rule", arguments: ["pending", "phased"])
  func changes(_ name: String) throws {
    let phased = try Phased(name)
    for rule in ConsensusRule.allCases {
      guard let expected = try phased.expected(rule) else { continue }
      let cases = try #require(expected["cases"] as? [[String: Any]])
      let scores = try phased.scores(rule)
      #expect(scores.count == cases.count)
      let agreeing = Self.agreeing(scores, cases, by: { score, _ in score.caseID })
      for (score, known) in zip(scores, cases) {
        let isWhole = agreeing.contains(score.caseID)
        let place = "\(rule.rawValue), \(score.caseID), \(score.phase ?? "")"
        #expect(known["case"] as? String == score.caseID)
        #expect(known["phase"] as? String == score.phase)
        let differences = ScoringFixtureTests.differences(
          Self.compared(Self.changes(score), withInterviews: isWhole),
          Self.compared(known["changes"] ?? NSNull(), withInterviews: isWhole), at: place)
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(6))")
      }
    }
  }

  @Test("The dispersion of both streams, under every rule", arguments: ["pending", "phased"])
  func dispersion(_ name: String) throws {
    let phased = try Phased(name)
    for rule in ConsensusRule.allCases {
      guard let expected = try phased.expected(rule) else { continue }
      let cases = try #require(expected["cases"] as? [[String: Any]])
      let scores = try phased.scores(rule)
      let agreeing = Self.agreeing(scores, cases, by: { _, construct in construct })
      func isCompared(_ construct: String, _ stream: String) -> Bool {
        stream == "survey" || agreeing.contains(construct)
      }
      let rows = try #require(expected["dispersion"] as? [[String: Any]]).filter {
        isCompared($0["id"] as? String ?? "", $0["stream"] as? String ?? "")
      }
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
      ).filter { isCompared($0.construct, $0.stream.rawValue) }.flatMap(Self.dispersion)
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

  /// The cases, or constructs, of which the interviews say in all phases what is expected: changes and
  /// dispersion are tried here, and not the levels that they are formed of.
  private static func agreeing(
    _ scores: [CaseScore], _ cases: [[String: Any]], by key: (CaseScore, String) -> String
  ) -> Set<String> {
    var (all, differing): (Set<String>, Set<String>) = ([], [])
    for (score, known) in zip(scores, cases) {
      let expected = (known["constructs"] as? [[String: Any]] ?? []).map { construct in
        (construct["id"] as? String ?? "", construct["interview"] as? [String: Any] ?? [:])
      }
      for (id, interview) in expected {
        all.insert(key(score, id))
        let figure = score.construct(id)?.interview
        let level = ScoringFixtureTests.differences(
          orNull(figure?.score), interview["score"] ?? NSNull(), at: "")
        if !level.isEmpty || figure?.informants ?? 0 != interview["informants"] as? Int ?? 0 {
          differing.insert(key(score, id))
        }
      }
    }
    return all.subtracting(differing)
  }

  /// Changes by construct, without those of the interviews where these are not compared.
  private static func compared(_ changes: Any, withInterviews: Bool) -> Any {
    guard !withInterviews, let rows = changes as? [[String: Any]] else { return changes }
    return rows.filter { !($0["survey"] is NSNull) }.map { row in
      row.filter { $0.key != "interviews" }
    }
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

  /// The sources with the coders who have handed in, those of one published work under one name.
  fileprivate func handedIn() throws -> [CodedSource] {
    let rows = try Self.rows(folder.appending(path: "sources.csv")).rows
    return zip(sources, rows).map { coded, row in
      func names(_ column: String) -> [String] {
        (row[column] ?? "").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      }
      let own = Set(coded.codings.map(\.coder)).union(names("read"))
      var source = coded.source
      source.coders = names("coders").filter(own.contains)
      if let work = row["work"], !work.isEmpty,
        [.document, .caseAnalysis].contains(source.kind)
      {
        source.id = work
      }
      return CodedSource(
        source: source, codings: coded.codings, adjudications: coded.adjudications)
    }
  }
}
