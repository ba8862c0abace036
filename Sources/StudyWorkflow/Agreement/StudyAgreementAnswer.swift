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
  /// Who has not handed in sources that they are registered for.
  public var notHandedIn: [NotHandedIn]
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
      sources: (material.entries.count, material.singleCount), notHandedIn: material.notHandedIn,
      pooled: agreement.pooled,
      rows: rows, byCode: byCode,
      confusions: CodeConfusion.all(
        in: material, leastOverlap: framework.scoring.unitOverlap),
      disputes: DisputeCounts(material), stages: stages)
  }
}

extension StudyAgreementAnswer {
  /// Codes without an alpha, of the table by code.
  public var undefined: [AgreementRow] { byCode.filter { $0.alpha.value == nil } }
}
