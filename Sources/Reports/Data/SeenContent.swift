public import FileFormats
import StudyModel

extension ReportInput {
  /// The figures, words and counts that the reader may see, as one value: what the hash on pages for
  /// others is made of.
  ///
  /// It holds nothing that is hidden, so that the hash changes when something changes that may be seen,
  /// and only then. Quotes are not in it, which not every report reads, nor the day and the program: the
  /// same again has the same hash.
  public var seenContent: JSONValue {
    let about = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let readers = scores.compactMap { score in
      about[score.caseID].map { CaseView(input: self, subject: $0, score: score) }
    }
    return [
      "for": .string(audience.rawValue), "title": .string(study.title),
      "framework": .string(frameworkHash), "consensus": .string(consensus.rawValue),
      "cases": .array(
        cases.map { item in
          [
            "case": .string(item.id), "name": .string(item.name),
            "attributes": .array(
              item.attributes.map { [.string($0.name), .string($0.value)] }.map(JSONValue.array)),
          ]
        }),
      "scores": .array(readers.map(Self.score)),
      "invited": .array(invited.map(Self.invited)),
      "agreement": .array(agreement.map(Self.agreement)),
      "forTheSet": .array(
        setEvidence.map { [.string($0.construct), .integer($0.mentions)] }.map(JSONValue.array)),
    ]
  }

  private static func score(_ reader: CaseView) -> JSONValue {
    let score = reader.score
    return [
      "figures": SeenScoreJSON.value(reader), "responses": .integer(score.responses),
      "organizations": .integer(score.organizations),
      "interviewees": .integer(score.interviewees),
      "shares": .array(
        score.constructs.map { construct in
          .array(
            [
              construct.survey?.shares.map(shares) ?? .null,
              .optional(construct.survey?.seenAbove?.percent),
            ])
        }),
    ]
  }

  private static func shares(_ shares: AnswerShares) -> JSONValue {
    switch shares {
    case .points(let points): .array(points.map { .number($0) })
    case .quarters(let below, let middle, let above):
      .array([below, middle, above].map { .integer($0) })
    }
  }

  private static func invited(_ count: InvitedCount) -> JSONValue {
    [
      "case": .string(count.caseID), "phase": .optional(count.phase),
      "invited": .integer(count.invited),
    ]
  }

  private static func agreement(_ line: AgreementLine) -> JSONValue {
    [
      "name": .string(line.name), "alpha": .optional(line.alpha),
      "interval": .interval(line.interval),
    ]
  }
}
