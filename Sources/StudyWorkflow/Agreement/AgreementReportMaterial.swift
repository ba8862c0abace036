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
    if audience != .researcher { try requireManyInterviewees() }
    let agreement = StudyAgreement(material, framework: framework, plan: plan)
    let title = try file.read { try $0.fact("title") } ?? "Study"
    let isSimulated = try file.read { try $0.fact("simulated") } == "yes"
    let isKeyed = audience != .researcher
    let hash = isKeyed ? try publicHash() : try contentHash()
    let cases = Dictionary(
      try file.read { try $0.cases() }.map { ($0.case.id, $0.case.name) },
      uniquingKeysWith: { first, _ in first })
    var input = AgreementInput(
      study: StudyFacts(
        title: title, simulated: isSimulated, hash: hash, toolVersion: toolVersion,
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
    input.study.isHashKeyed = isKeyed
    try addStages(to: &input, asOf: day, plan: plan)
    return input
  }

  /// Adds rounds and versions, and what codes meant when they were coded.
  private func addStages(
    to input: inout AgreementInput, asOf day: String?, plan: StudyAgreement.Plan
  ) throws {
    let versions = try codingVersions(asOf: day)
    input.rounds = AgreementStage.all(
      try codingRounds(asOf: day), framework: framework, plan: plan)
    input.versions = AgreementStage.all(versions, framework: framework, plan: plan)
    for code in input.byCode.map(\.key) {
      guard let now = framework.definition(ofCode: code) else { continue }
      let coded = versions.filter { $0.material.codes.contains(code) }
      let earlier = coded.filter { $0.meanings[code].map { $0 != now } ?? false }
      if !earlier.isEmpty { input.earlierDefinitions[code] = earlier.map(\.key) }
      if coded.contains(where: { $0.meanings[code] == now }) { input.codedAsDefined.insert(code) }
    }
  }
}

extension Study {
  /// Refuses the report to others than the researcher where a case has few interviewees: it counts
  /// sources and segments, which they may not see.
  private func requireManyInterviewees() throws {
    var people: [String: Set<String>] = [:]
    for source in try file.read({ try $0.sources() }) {
      guard let caseID = source.caseID, let participant = source.participant else { continue }
      people[caseID, default: []].insert(participant)
    }
    let least = framework.scoring.suppressIntervieweesBelow
    guard people.values.contains(where: { $0.count < least }) else { return }
    throw TaskError(
      code: "AGREE-022",
      text:
        "A case has fewer than \(least) interviewees, and this report counts sources and segments: it is for the researcher alone. Leave --for away.",
      exitCode: 65)
  }
}
