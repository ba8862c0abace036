import FileFormats
import Reports
import Statistics
public import StudyModel
public import StudyWorkflow

extension Answer {
  /// Every score, as `score` gives them.
  public static func scores(
    _ scored: CasesScored, by rule: ConsensusRule, of framework: Framework
  ) -> Answer {
    let hasPillars = !framework.pillars.isEmpty
    return Answer(
      [
        .init("ok", .bool(true)), .init("framework", .string(framework.id)),
        .init("consensus", .string(rule.rawValue)),
      ],
      rows: Rows(key: "cases", count: scored.cases.count) { place in
        scored.scores(ofCase: place).map { json($0, hasPillars: hasPillars) }
      })
  }

  private static func json(_ score: CaseScore, hasPillars: Bool) -> JSONValue {
    [
      "case": .string(score.caseID), "phase": .optional(score.phase),
      "constructs": .array(score.constructs.map(json)),
      "pillars": hasPillars
        ? .object(score.pillars.map { .init($0.id, .optional($0.score)) }) : .null,
      "health": [
        "score": .optional(score.health.score), "interval": .interval(score.health.interval),
        "draws": .integer(score.health.draws), "dropped": .integer(score.health.dropped),
        "seed": .seed(score.health.seed),
        "generator": .string(SeededGenerator.name),
      ],
      "valueBreadth": .integer(score.valueBreadth),
      "gaps": .array(score.gaps.map(json)),
      "interviewees": .integer(score.interviewees), "responses": .integer(score.responses),
      "organizations": .integer(score.organizations),
      "codingCover": [
        "none": .integer(score.codingCover.none), "one": .integer(score.codingCover.one),
        "two": .integer(score.codingCover.two), "more": .integer(score.codingCover.more),
      ],
      "wantedInInterviews": .strings(score.wantedInInterviews),
      "change": score.change.map(ChangeJSON.value) ?? .null,
    ]
  }

  /// One construct.
  static func json(_ score: ConstructScore) -> JSONValue {
    [
      "id": .string(score.id), "interview": score.interview.map(json) ?? .null,
      "survey": score.survey.map(json) ?? .null, "evidence": .number(score.evidence),
      "score": .optional(score.score), "interval": .interval(score.interval),
      "band": .optional(score.band?.rawValue), "bandReason": .optional(score.bandReason?.rawValue),
      "borderline": .optional(score.borderline),
      "convergence": .optional(score.convergence?.rawValue),
    ]
  }

  private static func json(_ figure: InterviewFigure) -> JSONValue {
    [
      "score": .optional(figure.score), "informants": .integer(figure.informants),
      "measured": .integer(figure.measured), "interviewees": .integer(figure.interviewees),
      "speaking": .integer(figure.speaking), "mentions": .integer(figure.mentions),
      "contrary": .integer(figure.contrary), "contested": .bool(figure.contested),
      "unresolved": .integer(figure.unresolved), "side": .optional(figure.side?.rawValue),
      "grade": .optional(figure.grade?.rawValue), "strength": .number(figure.strength),
      "presenceOnly": .bool(figure.presenceOnly),
      "repertoire": figure.repertoire.map {
        ["spoken": .integer($0.spoken), "of": .integer($0.of)]
      } ?? .null,
      "oneCoderOnly": .bool(figure.oneCoderOnly),
    ]
  }

  private static func json(_ figure: SurveyFigure) -> JSONValue {
    [
      "score": .number(figure.score), "weighting": .string(figure.weighting.rawValue),
      "n": .integer(figure.n), "unplaced": .integer(figure.unplaced),
      "organizations": .integer(figure.organizations), "sd": .optional(figure.sd),
      "interval": .interval(figure.interval), "rwg": .optional(figure.rwg),
      "averageDeviation": .optional(figure.averageDeviation),
      "notAnswered": .integer(figure.notAnswered), "askable": .integer(figure.askable),
    ]
  }

  private static func json(_ gap: ValueGap) -> JSONValue {
    [
      "id": .string(gap.id), "desired": .number(gap.desired), "derived": .number(gap.derived),
      "gap": .number(gap.gap), "interval": .interval(gap.interval), "clear": .optional(gap.clear),
      "n": .integer(gap.n), "quadrant": .optional(gap.quadrant?.rawValue),
    ]
  }
}
