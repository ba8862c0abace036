import Foundation
import StudyModel
import TestSupport
import Testing

@Suite("Scores agree with those of an independent program")
struct ScoringFixtureTests {
  @Test("Every figure, under every rule", arguments: ["plain", "phased", "presence"])
  func figures(_ name: String) throws {
    let study = try FixtureStudy(name)
    let sums = study.sums(VanWinkelen.framework)
    for rule in ConsensusRule.allCases {
      let scores = Scoring(
        interviews: study.interviews(VanWinkelen.framework, rule: rule), survey: sums
      ).scores
      let file = study.folder.appending(path: "expected-\(rule.rawValue).json")
      let expected = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
      let differences = Self.differences(
        ["cases": scores.map(ScoreShape.of)],
        [
          "cases": (expected["cases"] as? [[String: Any]])?.map { score in
            score.filter { $0.key != "changes" }
          } ?? []
        ], at: rule.rawValue)
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(12))")
    }
  }

  /// Where two trees differ: numbers by more than 1e-9, all else at all.
  static func differences(_ found: Any, _ expected: Any, at path: String) -> [String] {
    switch (found, expected) {
    case (let found as [String: Any], let expected as [String: Any]):
      return Set(found.keys).union(expected.keys).sorted().flatMap { key in
        differences(
          found[key] ?? "no such key", expected[key] ?? "no such key", at: "\(path).\(key)")
      }
    case (let found as [Any], let expected as [Any]):
      // Constructs are compared by id, in whatever order they come.
      if let found = byID(found), let expected = byID(expected) {
        return differences(found, expected, at: path)
      }
      guard found.count == expected.count else {
        return ["\(path): \(found.count) instead of \(expected.count)"]
      }
      return zip(found, expected).enumerated().flatMap {
        differences($0.element.0, $0.element.1, at: "\(path)[\($0.offset)]")
      }
    case (is NSNull, is NSNull): return []
    case (let found as String, let expected as String):
      return found == expected ? [] : ["\(path): \(found) instead of \(expected)"]
    case (let found as Bool, let expected as NSNumber):
      return found == expected.boolValue ? [] : ["\(path): \(found) instead of \(expected)"]
    case (let found as any BinaryInteger, let expected as NSNumber):
      return Double(found) == expected.doubleValue
        ? [] : ["\(path): \(found) instead of \(expected)"]
    case (let found as Double, let expected as NSNumber):
      return abs(found - expected.doubleValue) <= 1e-9
        ? [] : ["\(path): \(found) instead of \(expected)"]
    default: return ["\(path): \(found) instead of \(expected)"]
    }
  }

  private static func byID(_ list: [Any]) -> [String: Any]? {
    let pairs = list.compactMap { element in
      (element as? [String: Any]).flatMap { fields in
        (fields["id"] as? String).map { ($0, element) }
      }
    }
    guard !pairs.isEmpty, pairs.count == list.count else { return nil }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}

/// Scores in the shape of the fixtures.
enum ScoreShape {
  static func of(_ score: CaseScore) -> Any {
    [
      "case": score.caseID, "phase": orNull(score.phase),
      "constructs": score.constructs.map(construct),
      "pillars": Dictionary(
        uniqueKeysWithValues: score.pillars.map { ($0.id, orNull($0.score)) }),
      "health": ["score": orNull(score.health.score)], "valueBreadth": score.valueBreadth.told,
      "gaps": score.shownGaps.map(gap),
    ] as [String: Any]
  }

  private static func construct(_ score: ConstructScore) -> Any {
    [
      "id": score.id, "interview": orNull(score.interview.map(interview)),
      "survey": orNull(score.survey.figure.map(survey)), "evidence": score.evidence,
      "score": orNull(score.score), "interval": orNull(score.interval.map { [$0.low, $0.high] }),
      "band": orNull(score.band?.rawValue), "bandReason": orNull(score.bandReason?.rawValue),
      "borderline": orNull(score.borderline), "convergence": orNull(score.convergence?.rawValue),
    ] as [String: Any]
  }

  private static func interview(_ figure: InterviewFigure) -> Any {
    [
      "score": orNull(figure.score), "informants": orNull(figure.informants),
      "measured": orNull(figure.measured), "interviewees": orNull(figure.interviewees),
      "mentions": orNull(figure.mentions), "contrary": orNull(figure.contrary),
      "contested": orNull(figure.contested), "unresolved": orNull(figure.unresolved),
      "side": orNull(figure.side?.rawValue), "grade": orNull(figure.grade?.rawValue),
      "strength": orNull(figure.strength), "presenceOnly": figure.presenceOnly,
      "presence": figure.presence.rawValue,
      "repertoire": orNull(figure.repertoire.map { ["spoken": $0.spoken, "of": $0.of] }),
    ] as [String: Any]
  }

  private static func survey(_ figure: SurveyFigure) -> Any {
    [
      "score": figure.score, "weighting": figure.weighting.rawValue, "n": figure.n,
      "unplaced": orNull(figure.unplaced), "organizations": figure.organizations,
      "sd": orNull(figure.sd), "interval": orNull(figure.interval.map { [$0.low, $0.high] }),
    ] as [String: Any]
  }

  private static func gap(_ gap: ValueGap) -> Any {
    [
      "id": gap.id, "desired": gap.desired, "derived": gap.derived, "gap": gap.gap,
      "interval": orNull(gap.interval.map { [$0.low, $0.high] }), "clear": orNull(gap.clear),
      "n": gap.n, "quadrant": orNull(gap.quadrant?.rawValue),
    ] as [String: Any]
  }

  private static func orNull(_ value: Any?) -> Any { value ?? NSNull() }
}
