import FileFormats
import StudyModel

/// A case's scores in a shape like that of `score --json`, as far as the reader may see them.
enum SeenScoreJSON {
  /// The scores of a case and phase; what is hidden is null and named in `hidden`.
  static func value(_ reader: CaseView) -> JSONValue {
    let score = reader.score
    let pillars = score.pillars.map { JSONValue.Member($0.id, .optional($0.score)) }
    return [
      "case": .string(score.caseID), "name": .string(reader.subject.name),
      "phase": .optional(score.phase),
      "constructs": .array(score.constructs.map { construct(reader, $0) }),
      "pillars": .object(pillars),
      "health": [
        "score": .optional(score.health.score), "interval": .interval(score.health.interval),
      ],
      "valueBreadth": breadth(score.valueBreadth),
      "gaps": .array(score.shownGaps.map { gap(reader, $0) }),
      "valueInInterviews": valueInInterviews(reader),
      "change": score.change.map(ChangeJSON.value) ?? .null,
      "hidden": [
        "survey": .strings(score.constructs.filter(\.survey.isHidden).map(\.id).sorted()),
        "gaps": .strings(score.constructs.filter(\.gap.isHidden).map(\.id).sorted()),
        "changes": .strings(
          (score.change?.constructs ?? []).filter(\.survey.isHidden).map(\.id).sorted()),
        "interviewNumbers": .bool(reader.hidesInterviewees),
        "responses": .bool(reader.hidesAnswers),
      ],
    ]
  }

  /// Under what is hidden nought would read as none.
  private static func breadth(_ breadth: ValueBreadth) -> JSONValue {
    switch breadth {
    case .bySurvey: .null
    case .absent, .counted, .atLeast: .integer(breadth.told)
    }
  }

  /// Where nobody was asked what was wanted, no list can be made of what was not.
  private static func valueInInterviews(_ reader: CaseView) -> JSONValue {
    let value = reader.valueInInterviews
    let asksWanted = reader.asksWantedInInterviews
    let wanted = reader.score.wantedInInterviews
    return [
      "wanted": strings(wanted), "evident": strings(wanted.map { _ in value.evident }),
      "wantedNotEvident": asksWanted ? .strings(value.wantedNotEvident) : .null,
      "unanticipated": asksWanted ? value.unanticipated.map { .strings($0) } ?? .null : .null,
      "newlyEvident": reader.newlyEvident.map { .strings($0) } ?? .null,
    ]
  }

  private static func strings(_ list: Seen<[String]>) -> JSONValue {
    switch list {
    case .shown(let list): .strings(list)
    case .hidden: .null
    }
  }

  private static func construct(_ reader: CaseView, _ score: ConstructScore) -> JSONValue {
    let survey = score.survey
    let joint = reader.joined(score)
    let common: [JSONValue.Member] = [
      .init("id", .string(score.id)),
      .init("interview", score.interview.map { interview(reader, $0) } ?? .null),
      .init("survey", survey.figure.map(self.survey) ?? .null),
      .init("score", .optional(joint.score)), .init("interval", .interval(joint.interval)),
      .init("band", .optional(score.band?.rawValue)),
      .init("bandReason", .optional(score.bandReason?.rawValue)),
      .init("borderline", .optional(score.borderline)),
      .init("convergence", .optional(score.convergence?.rawValue)),
    ]
    let further: [JSONValue.Member] =
      reader.eyes.seeGrades
      ? [.init("evidence", .number(score.evidence))]
      : [
        .init("about", about(joint.interval)), .init("surveySays", .optional(survey.said)),
        .init("surveyRange", .interval(survey.saying?.range)),
      ]
    return .object(common + further)
  }

  private static func interview(_ reader: CaseView, _ figure: InterviewFigure) -> JSONValue {
    switch figure.account {
    case .counted(let counts): known(reader, figure, counts)
    case .told(let heard, let voices):
      [
        "score": .optional(figure.score), "presence": .string(heard.words),
        "side": .optional(figure.side?.rawValue),
        "speaking": voices.map {
          ["k": .integer($0.speaking), "n": .integer($0.interviewees)]
        } ?? .null,
      ]
    }
  }

  /// What is told in full: to the researcher, and where nobody was interviewed.
  private static func known(
    _ reader: CaseView, _ figure: InterviewFigure, _ counts: InterviewFigure.Counts
  ) -> JSONValue {
    [
      "score": .optional(figure.score), "informants": .integer(counts.informants),
      "measured": .integer(counts.measured),
      "interviewees": .integer(counts.interviewees), "mentions": .integer(counts.mentions),
      "contrary": .integer(counts.contrary),
      "contested": .bool(counts.contested), "unresolved": .integer(counts.unresolved),
      "side": .optional(figure.side?.rawValue),
      "grade": .optional(counts.grade?.rawValue),
      "strength": reader.eyes.seeGrades ? .optional(figure.strength) : .null,
      "presenceOnly": .bool(figure.presenceOnly),
      "presence": .string(figure.presence.rawValue),
      "repertoire": counts.repertoire.map {
        ["spoken": .integer($0.spoken), "of": .integer($0.of)]
      } ?? .null,
    ]
  }

  private static func survey(_ figure: SurveyFigure) -> JSONValue {
    guard let counts = figure.counts else {
      return [
        "score": .number(figure.score), "weighting": .string(figure.weighting.rawValue),
        "n": .integer(figure.n), "organizations": .integer(figure.organizations),
        "interval": .interval(figure.interval), "about": about(figure.interval),
      ]
    }
    return [
      "score": .number(figure.score), "weighting": .string(figure.weighting.rawValue),
      "n": .integer(figure.n), "unplaced": .integer(counts.unplaced),
      "organizations": .integer(figure.organizations),
      "sd": .optional(counts.sd), "interval": .interval(figure.interval),
      "rwg": .optional(counts.rwg),
    ]
  }

  private static func gap(_ reader: CaseView, _ gap: ValueGap) -> JSONValue {
    let common: [JSONValue.Member] = [
      .init("id", .string(gap.id)), .init("desired", .number(gap.desired)),
      .init("derived", .number(gap.derived)), .init("gap", .number(gap.gap)),
      .init("interval", .interval(gap.interval)), .init("clear", .optional(gap.clear)),
      .init("n", .integer(gap.n)),
      .init("reading", .optional(reader.score.construct(gap.id)?.gapReading?.rawValue)),
      .init("quadrant", .optional(reader.score.construct(gap.id)?.namedQuadrant?.rawValue)),
    ]
    return .object(
      common + (reader.eyes.seeEverything ? [] : [.init("about", about(gap.interval))]))
  }

  /// Half the width of an interval, where no more than that is told.
  private static func about(_ interval: Interval?) -> JSONValue {
    .optional(interval?.about)
  }
}
