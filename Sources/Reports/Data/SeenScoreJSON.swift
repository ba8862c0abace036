import FileFormats
import StudyModel

/// A case's scores in the shape that `score --json` has, as far as the reader may see them.
enum SeenScoreJSON {
  /// The scores of a case and phase; what is hidden is null and named in `hidden`.
  static func value(_ reader: CaseReader) -> JSONValue {
    let score = reader.score
    let pillars = score.pillars.map { JSONValue.Member($0.id, .optional($0.score)) }
    return [
      "case": .string(score.caseID), "name": .string(reader.subject.name),
      "phase": .optional(score.phase),
      "constructs": .array(score.constructs.map { construct(reader, $0) }),
      "pillars": .object(pillars),
      "health": [
        "score": .optional(score.health.score), "interval": interval(score.health.interval),
      ],
      "valueBreadth": .integer(score.valueBreadth),
      "gaps": .array(score.gaps.compactMap { gap(reader, $0) }),
      "valueInInterviews": valueInInterviews(reader),
      "change": score.change.map(ChangeJSON.value) ?? .null,
      "hidden": [
        "survey": .strings(score.suppression.survey.sorted()),
        "gaps": .strings(score.suppression.gaps.sorted()),
        "changes": .strings(score.suppression.changes.sorted()),
        "interviewNumbers": .bool(reader.hidesInterviewees),
        "responses": .bool(reader.hidesAnswers),
      ],
    ]
  }

  /// Where nobody was asked what was wanted, no list can be made of what was not.
  private static func valueInInterviews(_ reader: CaseReader) -> JSONValue {
    let value = reader.valueInInterviews
    let asksWanted = reader.asksWantedInInterviews
    return [
      "wanted": .strings(value.wanted), "evident": .strings(value.evident),
      "wantedNotEvident": asksWanted ? .strings(value.wantedNotEvident) : .null,
      "unanticipated": asksWanted ? .strings(value.unanticipated) : .null,
      "newlyEvident": reader.newlyEvident.map { .strings($0) } ?? .null,
    ]
  }

  private static func construct(_ reader: CaseReader, _ score: ConstructScore) -> JSONValue {
    [
      "id": .string(score.id), "interview": score.interview.map { interview(reader, $0) } ?? .null,
      "survey": reader.survey(score.id).figure.map { survey(reader, $0) } ?? .null,
      "evidence": .number(score.evidence),
      "score": .optional(score.score), "interval": interval(score.interval),
      "band": .optional(score.band?.rawValue),
      "bandReason": .optional(score.bandReason?.rawValue),
      "borderline": .optional(score.borderline),
      "convergence": .optional(score.convergence?.rawValue),
    ]
  }

  private static func interview(_ reader: CaseReader, _ figure: InterviewFigure) -> JSONValue {
    let words = EvidenceWords(reader: reader)
    guard !reader.hidesInterviewees else {
      return [
        "score": .optional(figure.score), "presence": .string(words.presence(figure).text),
        "grade": .optional(figure.grade.map(words.grade)),
        "presenceOnly": .bool(figure.presenceOnly),
      ]
    }
    return [
      "score": .optional(figure.score), "informants": .integer(figure.informants),
      "measured": .integer(figure.measured),
      "interviewees": .integer(figure.interviewees), "mentions": .integer(figure.mentions),
      "contrary": .integer(figure.contrary),
      "contested": .bool(figure.contested), "unresolved": .integer(figure.unresolved),
      "side": .optional(figure.side?.rawValue),
      "grade": .optional(figure.grade?.rawValue), "strength": .number(figure.strength),
      "presenceOnly": .bool(figure.presenceOnly),
      "presence": .string(figure.presence.rawValue),
      "repertoire": figure.repertoire.map {
        ["spoken": .integer($0.spoken), "of": .integer($0.of)]
      } ?? .null,
    ]
  }

  private static func survey(_ reader: CaseReader, _ figure: SurveyFigure) -> JSONValue {
    let hides = reader.hidesAnswers
    return [
      "score": .number(figure.score), "weighting": .string(figure.weighting.rawValue),
      "n": hides ? .null : .integer(figure.n),
      "unplaced": hides ? .null : .integer(figure.unplaced),
      "organizations": hides ? .null : .integer(figure.organizations),
      "sd": .optional(figure.sd), "interval": interval(figure.interval),
      "rwg": .optional(figure.rwg),
    ]
  }

  private static func gap(_ reader: CaseReader, _ gap: ValueGap) -> JSONValue? {
    guard !reader.gap(gap.id).isHidden else { return nil }
    return [
      "id": .string(gap.id), "desired": .number(gap.desired), "derived": .number(gap.derived),
      "gap": .number(gap.gap),
      "interval": interval(gap.interval), "clear": .optional(gap.clear),
      "n": reader.hidesAnswers ? .null : .integer(gap.n),
      "quadrant": .optional(gap.quadrant?.rawValue),
    ]
  }

  private static func interval(_ interval: Interval?) -> JSONValue {
    interval.map { .array([.number($0.low), .number($0.high)]) } ?? .null
  }
}
