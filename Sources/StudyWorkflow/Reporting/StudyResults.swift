import FileFormats
import Reports
public import StudyModel
import StudyStore

/// What every report of a study is made from, read at one moment and in one walk over the codings.
///
/// Nothing of it can be read from outside: ``seen(by:order:)`` is the only way out.
public struct StudyResults: Sendable {
  /// The study's framework and its hash.
  public let framework: Framework
  let frameworkHash: String
  let facts: StudyFacts
  /// Makes the hashes that others than the researcher read, of what they see.
  let key: HMACSHA256
  /// The evidence, under all three rules of consensus.
  let evidence: StudyEvidence
  /// The rule by which the study is scored.
  let rule: ConsensusRule
  let seed: UInt64
  /// The scores as the researcher sees them.
  let scores: [CaseScore]
  /// The survey as others may see it.
  let forOthers: SurveyForOthers?
  /// The people behind what others may see, a case and phase each.
  let bases: [PublishedBase]
  let quotes: [Quote]
  /// What coders did with each source, for agreement by root.
  let coders: AgreementMaterial
  let sources: [Source]
  let imports: [ImportLine]
  let invited: [InvitedCount]
  let unmapped: [UnmappedCode]
  let segments: [StandingSegment]
}

extension StudySnapshot {
  /// Reads what reports are made from.
  ///
  /// - Parameters:
  ///   - rule: The rule of consensus.
  ///   - date: The day of the report.
  ///   - seed: The seed of the health interval and of agreement's.
  ///   - quoting: Whose words are read with it.
  /// - Returns: The results.
  /// - Throws: `StudyFileError`; `CancellationError`.
  public func results(
    rule: ConsensusRule = .majority, date: String, seed: UInt64 = 1, quoting: Quoting = .everybody
  ) throws -> StudyResults {
    try results(
      from: StudyCorpus(self, rule: rule, quoting: quoting, agreement: .presence), rule: rule,
      date: date, seed: seed)
  }

  /// Adds what is asked beside the codings to what was gathered of them.
  func results(
    from corpus: StudyCorpus, rule: ConsensusRule, date: String, seed: UInt64
  ) throws -> StudyResults {
    let survey = try corpus.evidence.interviews[rule].flatMap { try surveyForOthers($0) }
    return try StudyResults(
      framework: framework, frameworkHash: frameworkHash, facts: facts(date: date),
      key: HMACSHA256(key: reader.secret()),
      evidence: corpus.evidence, rule: rule, seed: seed,
      scores: corpus.evidence.scores(rule: rule, seed: seed) ?? [],
      forOthers: survey, bases: bases(corpus.evidence, survey, rule: rule),
      quotes: corpus.coded.quotes, coders: corpus.agreement, sources: reader.sources(),
      imports: importLines(), invited: InvitedCount.byCase(reader.invited()),
      unmapped: unmappedCodes(corpus.accounts.all), segments: corpus.coded.segments)
  }

  /// Settles what of the survey may be shown to others; nil where there is no response.
  func surveyForOthers(_ interviews: InterviewEvidence) throws -> SurveyForOthers? {
    let versions = try reader.instrumentVersions()
    guard !versions.isEmpty else { return nil }
    let places = try StudyPlaces(reader, columns: .inUse)
    var survey = SurveyForOthers(
      framework: framework, interviews: interviews, marks: try respondentMarks())
    let layouts = versions.mapValues { survey.layout(columns: $0) }
    var count = 0
    try reader.forEachAnswer { token, response in
      count += 1
      if count & 0xFFF == 0 { try Task.checkCancellation() }
      guard let layout = layouts[response.version],
        let at = places.place(ofCase: response.caseNumber)
      else { return }
      survey.add(
        respondent: token, case: at, phase: places.place(ofPhase: response.phaseNumber),
        organization: response.organization.map(Int.init), answers: response.answers,
        layout: layout)
    }
    survey.finish()
    return survey
  }

  private func importLines() throws -> [ImportLine] {
    try standingImports().map {
      ImportLine(
        file: $0.file, sha256: $0.sha256, kind: $0.kind, rows: $0.rowsIn,
        kept: $0.rowsKept + $0.rowsChanged, rejected: $0.rowsRejected,
        toolVersion: $0.toolVersion)
    }
  }

  private func unmappedCodes(_ account: CodingAccount) -> [UnmappedCode] {
    account.codes.filter { framework.meaning(ofCode: $0.key) == nil }
      .sorted { $0.key < $1.key }.map { UnmappedCode(code: $0.key, codings: $0.value) }
  }
}

extension Study {
  /// Reads what reports are made from; see ``StudySnapshot/results(rule:date:seed:quoting:)``.
  public func results(
    rule: ConsensusRule = .majority, date: String, seed: UInt64 = 1, quoting: Quoting = .everybody
  ) throws -> StudyResults {
    try read { try $0.results(rule: rule, date: date, seed: seed, quoting: quoting) }
  }
}
