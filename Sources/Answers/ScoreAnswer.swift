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
        "draws": score.health.draws.map(drawn) ?? .integer(0),
        "dropped": score.health.draws.map { .optional($0.dropped.value) } ?? .integer(0),
        "seed": .seed(score.health.seed),
        "generator": .string(SeededGenerator.name),
      ],
      "valueBreadth": .integer(score.valueBreadth.told),
      "gaps": .array(score.shownGaps.map(json)),
      "interviewees": .optional(score.interviewees.value),
      "responses": .optional(score.responses.value),
      "organizations": .optional(score.organizations.value),
      "codingCover": score.codingCover.value.map { cover in
        [
          "none": .integer(cover.none), "one": .integer(cover.one), "two": .integer(cover.two),
          "more": .integer(cover.more),
        ]
      } ?? .null,
      "notHandedIn": score.notHandedIn.value.map(notHandedIn) ?? .null,
      "unresolvedUnits": .optional(score.unresolvedUnits.value),
      "wantedInInterviews": score.wantedInInterviews.value.map { .strings($0) } ?? .null,
      "change": score.change.map(ChangeJSON.value) ?? .null,
    ]
  }

  /// Who has not handed in, and how many sources.
  static func notHandedIn(_ all: [NotHandedIn]) -> JSONValue {
    .array(all.map { ["coder": .string($0.coder), "sources": .integer($0.sources)] })
  }

  /// The draws that gave a health.
  private static func drawn(_ draws: HealthScore.Draws) -> JSONValue {
    .optional(draws.dropped.value.map { draws.made - $0 })
  }

  /// One construct.
  static func json(_ score: ConstructScore) -> JSONValue {
    [
      "id": .string(score.id), "interview": score.interview.map(json) ?? .null,
      "survey": json(score.survey), "evidence": .number(score.evidence),
      "score": .optional(score.score), "interval": .interval(score.interval),
      "band": .optional(score.band?.rawValue), "bandReason": .optional(score.bandReason?.rawValue),
      "borderline": .optional(score.borderline),
      "convergence": .optional(score.convergence?.rawValue),
    ]
  }

  private static func json(_ figure: InterviewFigure) -> JSONValue {
    let counts = figure.counts
    return [
      "score": .optional(figure.score), "informants": .optional(counts?.informants),
      "measured": .optional(counts?.measured), "interviewees": .optional(counts?.interviewees),
      "speaking": .optional(counts?.speaking), "mentions": .optional(counts?.mentions),
      "contrary": .optional(counts?.contrary), "contested": .optional(counts?.contested),
      "unresolved": .optional(counts?.unresolved), "side": .optional(figure.side?.rawValue),
      "grade": .optional(counts?.grade?.rawValue), "strength": .optional(figure.strength),
      "presenceOnly": .bool(figure.presenceOnly), "presence": .string(figure.presence.rawValue),
      "repertoire": (counts?.repertoire).map {
        ["spoken": .integer($0.spoken), "of": .integer($0.of)]
      } ?? .null,
      "oneCoderOnly": .optional(counts?.oneCoderOnly),
    ]
  }

  private static func json(_ told: Told<SurveyFigure, Alike>) -> JSONValue {
    switch told {
    case .shown(let figure): json(figure)
    case .inWords, .hidden, .absent: .null
    }
  }

  private static func json(_ figure: SurveyFigure) -> JSONValue {
    let counts = figure.counts
    return [
      "score": .number(figure.score), "weighting": .string(figure.weighting.rawValue),
      "n": .integer(figure.n), "unplaced": .optional(counts?.unplaced),
      "organizations": .integer(figure.organizations), "sd": .optional(counts?.sd),
      "interval": .interval(figure.interval), "rwg": .optional(counts?.rwg),
      "averageDeviation": .optional(counts?.averageDeviation),
      "notAnswered": .optional(counts?.notAnswered), "askable": .optional(counts?.askable),
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
