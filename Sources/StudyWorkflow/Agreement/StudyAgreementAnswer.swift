public import FileFormats
import Statistics
public import StudyModel

/// By what agreement is broken down.
public enum AgreementGrouping: String, Sendable, Hashable, CaseIterable {
  case code, family, pair, `case`, source, round, version, confusion
}

/// What `agree` answers of a study.
public struct StudyAgreementAnswer: Sendable {
  /// By what the rows are.
  public var grouping: AgreementGrouping
  /// The plan.
  public var plan: StudyAgreement.Plan
  /// The day; nil for now.
  public var asOf: String?
  /// The coders.
  public var coders: [String]
  /// Sources two or more coders read, and those one read.
  public var sources: (shared: Int, single: Int)
  /// Everything together.
  public var pooled: AgreementRow
  /// The rows asked for; none for confusion.
  public var rows: [AgreementRow]
  /// The table by code, which pooled figures never go without.
  public var byCode: [AgreementRow]
  /// Codes mistaken for each other.
  public var confusions: [CodeConfusion]
  /// Disputed units.
  public var disputes: DisputeCounts
  /// Rounds or versions with what differs between them; empty for other rows.
  public var stages: [AgreementStage] = []
}

extension Study {
  /// Agreement of the independent codings; see ``StudySnapshot/agreement(by:asOf:plan:)``.
  public func agreement(
    by grouping: AgreementGrouping, asOf day: String? = nil, plan: StudyAgreement.Plan = .init()
  ) throws -> StudyAgreementAnswer {
    try read { try $0.agreement(by: grouping, asOf: day, plan: plan) }
  }
}

extension StudySnapshot {
  /// Agreement of the independent codings.
  ///
  /// - Throws: `Failure` where no source was read by two coders.
  public func agreement(
    by grouping: AgreementGrouping, asOf day: String? = nil, plan: StudyAgreement.Plan = .init()
  ) throws -> StudyAgreementAnswer {
    let material = try agreementMaterial(asOf: day)
    guard !material.entries.isEmpty else {
      throw Failure.noSharedSource(by: day)
    }
    let agreement = StudyAgreement(material, framework: framework, plan: plan)
    let byCode = agreement.byCode
    let stages: [AgreementStage] =
      switch grouping {
      case .round: AgreementStage.all(try codingRounds(asOf: day), framework: framework, plan: plan)
      case .version:
        AgreementStage.all(try codingVersions(asOf: day), framework: framework, plan: plan)
      default: []
      }
    let rows: [AgreementRow] =
      switch grouping {
      case .code: byCode
      case .family: agreement.byFamily
      case .pair: agreement.byPair
      case .case: agreement.byCase
      case .source: agreement.bySource
      case .confusion: []
      case .round, .version: stages.map(\.pooled)
      }
    return StudyAgreementAnswer(
      grouping: grouping, plan: plan, asOf: day, coders: material.coders,
      sources: (material.entries.count, material.singleCount), pooled: agreement.pooled,
      rows: rows, byCode: byCode,
      confusions: CodeConfusion.all(
        in: material, leastOverlap: framework.scoring.unitOverlap),
      disputes: DisputeCounts(material), stages: stages)
  }
}

extension StudyAgreementAnswer {
  /// The answer as one object.
  public var json: JSONValue {
    .object([
      .init("ok", .bool(true)), .init("unit", .string(plan.basis.rawValue)),
      .init("by", .string(grouping.rawValue)), .init("asOf", .optional(asOf)),
      .init("coders", .strings(coders)),
      .init(
        "sources",
        ["readByTwoOrMore": .integer(sources.shared), "readByOne": .integer(sources.single)]),
      .init("intervalMethod", .string("unitsPercentile, clusters: sources")),
      .init("replicates", .integer(plan.replicates)),
      .init("generator", .string(SeededGenerator.name)), .init("seed", .seed(plan.seed)),
      .init("width", .number(plan.width)),
      .init("figures", .array(Self.figures(pooled).map(\.json))),
      .init("pooled", Self.group(pooled)),
      .init("groups", .array(stages.isEmpty ? rows.map(Self.group) : stages.map(Self.stage))),
      .init(
        "byCode",
        grouping == .code ? .null : .array(byCode.map(Self.group))),
      .init(
        "undefinedCodes",
        .array(undefined.map { ["key": .string($0.key), "reason": .optional($0.alpha.reason)] })),
      .init("rareCodes", .strings(byCode.filter(\.isRare).map(\.key))),
      .init(
        "lowByPrevalence", .strings(byCode.filter { $0.lowByPrevalence != nil }.map(\.key))),
      .init(
        "confusion",
        .array(
          confusions.map {
            [
              "codes": .strings([$0.first, $0.second]), "count": .integer($0.count),
              "sources": .integer($0.sources),
            ]
          })),
      .init("disagreements", disagreements),
    ])
  }

  /// Codes without an alpha, of the table by code.
  public var undefined: [AgreementRow] { byCode.filter { $0.alpha.value == nil } }

  private var disagreements: JSONValue {
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

  static func members(_ row: AgreementRow) -> [JSONValue.Member] {
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
    var records = figures(
      row.percent, row.positive, row.alpha, row.kappa, row.ac1, coders: row.applied.count)
    records[2].more += BenchmarkWords.krippendorff(row.alpha.value)
    if let benchmark = row.benchmark {
      records[4].more.append(.init("landisKochAt95Percent", .string(benchmark)))
    }
    return records + [
      AgreementRecord("prevalenceIndex", "Prevalence index", row.prevalence),
      AgreementRecord("biasIndex", "Bias index", row.bias),
      AgreementRecord("pabak", "PABAK", row.pabak),
    ]
  }

  /// The five figures under their names.
  static func figures(
    _ percent: AgreementValue, _ positive: AgreementValue, _ alpha: AgreementValue,
    _ kappa: AgreementValue, _ ac1: AgreementValue, coders: Int
  ) -> [AgreementRecord] {
    [
      AgreementRecord("percentAgreement", "Percent agreement", percent),
      AgreementRecord("positiveAgreement", "Positive agreement", positive),
      AgreementRecord("alphaNominal", "Krippendorff's alpha", alpha),
      AgreementRecord(coders > 2 ? "congerGwet" : "cohenKappa", "Kappa", kappa),
      AgreementRecord("gwetAc1", "Gwet's AC1", ac1),
    ]
  }
}

extension AgreementRecord {
  /// A figure of a study.
  init(_ name: String, _ label: String, _ figure: AgreementValue) {
    self.init(name, label, value: figure.value, reason: figure.reason)
    standardError = figure.standardError
    interval = figure.interval.map { min($0.low, $0.high)...max($0.low, $0.high) }
  }
}
