import FileFormats
import Statistics
import StudyModel
public import StudyWorkflow

extension Answer {
  /// Agreement of a study.
  public static func agreement(_ result: StudyAgreementAnswer) -> Answer {
    Answer(
      .object(facts(result) + figures(result)))
  }

  private static func facts(_ answer: StudyAgreementAnswer) -> [JSONValue.Member] {
    [
      .init("ok", .bool(true)), .init("unit", .string(answer.plan.basis.rawValue)),
      .init("by", .string(answer.grouping.rawValue)), .init("asOf", .optional(answer.asOf)),
      .init("coders", .strings(answer.coders)),
      .init(
        "sources",
        [
          "readByTwoOrMore": .integer(answer.sources.shared),
          "readByOne": .integer(answer.sources.single),
        ]),
      .init("notHandedIn", notHandedIn(answer.notHandedIn)),
      .init("intervalMethod", .string("unitsPercentile, clusters: sources")),
      .init("replicates", .integer(answer.plan.replicates)),
      .init("generator", .string(SeededGenerator.name)), .init("seed", .seed(answer.plan.seed)),
      .init("width", .number(answer.plan.width)),
    ]
  }

  private static func figures(_ answer: StudyAgreementAnswer) -> [JSONValue.Member] {
    [
      .init("figures", .array(figures(answer.pooled).map(\.json))),
      .init("pooled", group(answer.pooled)),
      .init(
        "groups", .array(answer.stages.isEmpty ? answer.rows.map(group) : answer.stages.map(stage))),
      .init(
        "byCode",
        answer.grouping == .code ? .null : .array(answer.byCode.map(group))),
      .init(
        "undefinedCodes",
        .array(
          answer.undefined.map { ["key": .string($0.key), "reason": .optional($0.alpha.reason)] })),
      .init("rareCodes", .strings(answer.byCode.filter(\.isRare).map(\.key))),
      .init(
        "lowByPrevalence", .strings(answer.byCode.filter { $0.lowByPrevalence != nil }.map(\.key))),
      .init(
        "confusion",
        .array(
          answer.confusions.map {
            [
              "codes": .strings([$0.first, $0.second]), "count": .integer($0.count),
              "sources": .integer($0.sources),
            ]
          })),
      .init("disagreements", json(answer.disputes)),
    ]
  }

  private static func json(_ disputes: DisputeCounts) -> JSONValue {
    .object(
      [.init("units", .integer(disputes.units)), .init("disputed", .integer(disputes.disputed))]
        + Disagreement.Kind.allCases.map {
          .init($0.rawValue, .integer(disputes.byKind[$0] ?? 0))
        } + [
          .init(
            "decided",
            .object(
              Adjudication.Decision.allCases.map {
                .init($0.rawValue, .integer(disputes.decided[$0] ?? 0))
              })),
          .init("open", .integer(disputes.open)),
        ])
  }

  private static func group(_ row: AgreementRow) -> JSONValue { .object(members(row)) }

  private static func members(_ row: AgreementRow) -> [JSONValue.Member] {
    [
      .init("key", .string(row.key)), .init("name", .string(row.name)),
      .init("definition", .optional(row.definition)), .init("codes", .integer(row.codeCount)),
      .init("units", .integer(row.units)), .init("marked", .integer(row.marked)),
      .init("markedByAll", .integer(row.markedByAll)),
      .init("applied", .object(row.applied.map { .init($0.coder, .integer($0.count)) })),
      .init("tooFewToJudge", .optional(row.tooFew)),
      .init("unitsNeeded", .optional(row.unitsNeeded)),
      .init("figures", .array(figures(row).map(\.json))),
    ]
  }

  private static func figures(_ row: AgreementRow) -> [AgreementRecord] {
    let benchmark = row.benchmark.map {
      [JSONValue.Member("landisKochAt95Percent", .string($0))]
    }
    return [
      AgreementRecord("percentAgreement", "Percent agreement", row.percent),
      AgreementRecord("positiveAgreement", "Positive agreement", row.positive),
      AgreementRecord("alphaNominal", "Krippendorff's alpha", row.alpha)
        .with(BenchmarkWords.krippendorff(row.alpha.value)),
      kappa(row.kappa, coders: row.applied.count),
      AgreementRecord("gwetAc1", "Gwet's AC1", row.ac1).with(benchmark ?? []),
      AgreementRecord("prevalenceIndex", "Prevalence index", row.prevalence),
      AgreementRecord("biasIndex", "Bias index", row.bias),
      AgreementRecord("pabak", "PABAK", row.pabak),
    ]
  }

  /// Kappa of two coders is Cohen's, of more Conger's.
  private static func kappa(_ value: AgreementValue, coders: Int) -> AgreementRecord {
    AgreementRecord(coders > 2 ? "congerGwet" : "cohenKappa", "Kappa", value)
  }

  /// A round or a version as JSON: its row, what differs from the one before, and both by code.
  private static func stage(_ stage: AgreementStage) -> JSONValue {
    let more: [JSONValue.Member] = [
      .init("coders", .strings(stage.coders)), .init("sources", .integer(stage.sharedSources)),
      .init("difference", difference(of: stage)),
      .init("redefinedCodes", .strings(stage.redefined.keys.sorted())),
      .init("groups", .array(stage.byCode.map { code($0, in: stage) })),
    ]
    return .object(members(stage.pooled) + more)
  }

  private static func difference(of stage: AgreementStage) -> JSONValue {
    guard let difference = stage.difference else { return .null }
    let more: [JSONValue.Member] = [
      .init("codesInOneOnly", .strings(stage.unsharedCodes)),
      .init("otherCoders", .bool(stage.hasOtherCoders)),
    ]
    return .object(members(difference, coders: stage.pooled.applied.count) + more)
  }

  private static func code(_ row: AgreementRow, in stage: AgreementStage) -> JSONValue {
    let difference: JSONValue =
      stage.byCodeDifference[row.key].map {
        .object(members($0, coders: row.applied.count))
      } ?? .null
    let more: [JSONValue.Member] = [
      .init("redefined", .bool(stage.redefined[row.key] != nil)),
      .init("difference", difference),
    ]
    return .object(members(row) + more)
  }

  private static func members(
    _ difference: AgreementDifference, coders: Int
  ) -> [JSONValue.Member] {
    func record(_ record: AgreementRecord, _ value: AgreementValue) -> JSONValue {
      record.with([
        .init("intervalReason", .optional(value.value == nil ? nil : value.reason))
      ]).json
    }
    func named(_ name: String, _ label: String, _ value: AgreementValue) -> JSONValue {
      record(AgreementRecord(name, label, value), value)
    }
    return [
      .init("from", .string(difference.from)),
      .init("drawing", .string(difference.drawing.rawValue)),
      .init("sourcesInBoth", .integer(difference.sharedSources)),
      .init("sourcesBeforeOnly", .integer(difference.sourcesBefore)),
      .init("sourcesAfterOnly", .integer(difference.sourcesAfter)),
      .init(
        "figures",
        .array([
          named("percentAgreement", "Percent agreement", difference.percent),
          named("positiveAgreement", "Positive agreement", difference.positive),
          named("alphaNominal", "Krippendorff's alpha", difference.alpha),
          record(kappa(difference.kappa, coders: coders), difference.kappa),
          named("gwetAc1", "Gwet's AC1", difference.ac1),
        ])),
    ]
  }
}
