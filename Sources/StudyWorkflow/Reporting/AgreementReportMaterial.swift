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
      eyes: .researcher, plan: plan,
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

extension AgreementMaterial {
  /// The same as others than the researcher are told of it.
  ///
  /// - Throws: `Failure` where they may be told of nothing.
  func told(
    in shown: ShownSources, _ codes: ToldCodes, rules: ScoringRules
  ) throws(Failure) -> AgreementMaterial {
    guard !entries.isEmpty else { throw Failure.noSharedSource(by: nil) }
    let own = only(shown.contains)
    guard !own.entries.isEmpty else { throw Failure.fewInterviewees(rules) }
    let told = own.told(codes, Limits(rules))
    guard !told.codes.isEmpty else { throw Failure.fewSources(rules) }
    return told
  }
}

extension AgreementInput {
  /// What others than the researcher see, of the material that they are told of.
  ///
  /// Codes mistaken for each other and single units are left out, for they would tell of what one or two
  /// people said; every total is of the codes in the table alone.
  init(
    told: AgreementMaterial, by eyes: Eyes, plan: StudyAgreement.Plan,
    framework: Framework
  ) {
    let lettered = told.lettered
    let agreement = StudyAgreement(lettered, framework: framework, plan: plan)
    let pairs = lettered.toldPairs(Limits(framework.scoring))
    self.init(
      eyes: eyes, plan: plan, generator: SeededGenerator.name,
      coders: lettered.coders, sharedSources: told.entries.count,
      pooled: agreement.pooled.seen,
      byCode: agreement.byCode.map(\.seen), byFamily: agreement.byFamily.map(\.seen),
      byPair: agreement.byPair.filter { pairs.contains($0.key) }.map(\.seen), confusions: [],
      disputes: DisputeCounts(told), open: [],
      names: Dictionary(
        told.codes.map { ($0, agreement.name(ofCode: $0)) },
        uniquingKeysWith: { first, _ in first }))
  }
}

extension Failure {
  /// No source that two coders read may be counted for others.
  fileprivate static func fewInterviewees(_ rules: ScoringRules) -> Failure {
    Failure(
      .data, .agreementForOthers,
      "No case and phase with \(rules.suppressIntervieweesBelow) interviewees or more has a source that two coders read, and this report counts sources and units",
      remedy: "Make it for the researcher alone.")
  }

  /// No code may be told of to others.
  fileprivate static func fewSources(_ rules: ScoringRules) -> Failure {
    Failure(
      .data, .agreementForOthers,
      "Of the cases shown, no code that several interviewees spoke for was found by a coder with \(rules.suppressIntervieweesBelow) of them or more and left out by one with as many, so what coders agree on would tell of few people",
      remedy: "Make it for the researcher alone.")
  }
}
