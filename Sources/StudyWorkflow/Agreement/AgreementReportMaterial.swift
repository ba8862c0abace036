public import Reports
import Statistics
public import StudyModel
import StudyStore

extension Study {
  /// What the agreement report is made from.
  ///
  /// `day` asks for the state at the end of that day; nil is now.
  public func agreementInput(
    for audience: Audience, date: String, asOf day: String? = nil, plan: StudyAgreement.Plan
  ) throws -> AgreementInput {
    let material = try agreementMaterial(asOf: day)
    guard !material.entries.isEmpty else {
      throw TaskError(
        code: "AGREE-021",
        text:
          "No source was read by two coders. Register both in the sources file, or import the second coder's codings.",
        exitCode: 65)
    }
    let agreement = StudyAgreement(material, framework: framework, plan: plan)
    let title = try file.read { try $0.fact("title") } ?? "Study"
    let isSimulated = try file.read { try $0.fact("simulated") } == "yes"
    let cases = Dictionary(
      try file.read { try $0.cases() }.map { ($0.case.id, $0.case.name) },
      uniquingKeysWith: { first, _ in first })
    return AgreementInput(
      study: StudyFacts(
        title: title, simulated: isSimulated, hash: try contentHash(), toolVersion: toolVersion,
        date: date),
      audience: audience, plan: plan, generator: SeededGenerator.name, coders: material.coders,
      sharedSources: material.entries.count, singleSources: material.singleCount,
      pooled: agreement.pooled, byCode: agreement.byCode, byFamily: agreement.byFamily,
      byPair: agreement.byPair,
      confusions: CodeConfusion.all(
        in: material, leastOverlap: framework.scoring.unitOverlap),
      disputes: DisputeCounts(material),
      open: material.consequential.map { unit in
        .init(
          disagreement: unit.disagreement,
          caseName: unit.caseID.flatMap { cases[$0] } ?? "the whole set",
          agreedBeside: unit.agreedBeside)
      },
      names: Dictionary(
        uniqueKeysWithValues: material.codes.map { ($0, agreement.name(ofCode: $0)) }))
  }
}
