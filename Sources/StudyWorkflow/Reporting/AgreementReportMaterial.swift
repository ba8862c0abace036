import FileFormats
import Reports
import Statistics
import StudyModel
import StudyStore

extension StudySnapshot {
  /// What the agreement report for the researcher is made from.
  ///
  /// `day` asks for the state at the end of that day; nil is now.
  ///
  /// - Throws: `Failure` where no source was read by two coders; `StudyFileError`.
  func agreementInput(
    of material: AgreementMaterial, asOf day: String? = nil, plan: StudyAgreement.Plan
  ) throws -> AgreementInput {
    guard !material.entries.isEmpty else { throw Failure.noSharedSource(by: day) }
    let agreement = StudyAgreement(material, framework: framework, plan: plan)
    let cases = Dictionary(
      try self.cases().map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    var input = AgreementInput(
      plan: plan,
      generator: SeededGenerator.name,
      coders: material.coders,
      sharedSources: material.entries.count,
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
    input.notHandedIn = material.notHandedIn
    try addStages(to: &input, asOf: day, plan: plan)
    return input
  }

  /// Adds rounds and versions, and what codes meant when they were coded.
  private func addStages(
    to input: inout AgreementInput, asOf day: String?, plan: StudyAgreement.Plan
  ) throws {
    let (rounds, versions) = try CodingStages(self, asOf: day).roundsAndVersions()
    input.rounds = AgreementStage.all(rounds, framework: framework, plan: plan)
    input.versions = AgreementStage.all(versions, framework: framework, plan: plan)
    let used = versions.map { Set($0.material.codes) }
    for code in input.byCode.map(\.key) {
      guard let now = framework.definition(ofCode: code) else { continue }
      let coded = zip(versions, used).filter { $1.contains(code) }.map(\.0)
      let earlier = coded.filter { $0.meanings[code].map { $0 != now } ?? false }
      if !earlier.isEmpty { input.earlierDefinitions[code] = earlier.map(\.key) }
      if coded.contains(where: { $0.meanings[code] == now }) { input.codedAsDefined.insert(code) }
    }
  }
}
