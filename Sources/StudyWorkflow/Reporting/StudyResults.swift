import FileFormats
import Reports
import StudyModel
import StudyStore

/// What every report of a study is made from, read at one moment and in one walk over the codings.
///
/// Nothing of it can be read from outside: ``seen(by:order:)`` is the only way out.
struct StudyResults: Sendable {
  /// The study's framework and its hash.
  let framework: Framework
  let frameworkHash: String
  let facts: StudyFacts
  /// Makes the hashes on pages for others than the researcher.
  let key: HMACSHA256
  /// The evidence, under all three rules of consensus.
  let evidence: StudyEvidence
  /// The rule by which the study is scored.
  let rule: ConsensusRule
  let seed: UInt64
  /// The scores as the researcher sees them.
  let scores: [CaseScore]
  /// What is settled for other eyes; nil where the results were read for the researcher alone.
  let forOthers: ForOthers?
  let quotes: [Quote]
  /// What coders did with each source, for agreement by root.
  let coders: AgreementMaterial
  let sources: [Source]
  let imports: [ImportEntry]
  let invited: [InvitedCount]
  let unmapped: [UnmappedCode]
  let segments: [StandingSegment]

  /// What takes a further pass over the answers, which the researcher has no need of.
  struct ForOthers: Sendable {
    /// The survey as others may see it; nil where the study has none.
    var survey: SurveyForOthers?
    /// The people behind what others may see, a case and phase each.
    var bases: [PublishedBase]
  }
}

extension StudySnapshot {
  /// Reads what reports are made from.
  ///
  /// - Parameters:
  ///   - audience: Who is to read them: what is settled for others takes a further pass over the
  ///     answers. Read for the researcher alone, they show others nothing.
  ///   - rule: The rule of consensus.
  ///   - date: The day of the report.
  ///   - seed: The seed of the health interval and of agreement's.
  ///   - quoting: Whose words are read with it.
  /// - Returns: The results.
  /// - Throws: `StudyFileError`; `CancellationError`.
  func results(
    for audience: Audience, rule: ConsensusRule = .majority, date: String, seed: UInt64 = 1,
    quoting: Quoting = .everybody
  ) throws -> StudyResults {
    try results(
      from: StudyCorpus(self, rule: rule, quoting: quoting, agreement: .presence), for: audience,
      rule: rule, date: date, seed: seed)
  }

  /// Adds what is asked beside the codings to what was gathered of them.
  func results(
    from corpus: StudyCorpus, for audience: Audience, rule: ConsensusRule, date: String,
    seed: UInt64
  ) throws -> StudyResults {
    let others = try audience == .researcher ? nil : forOthers(corpus, rule: rule)
    return try StudyResults(
      framework: framework, frameworkHash: frameworkHash, facts: facts(date: date),
      key: HMACSHA256(key: reader.secret()),
      evidence: corpus.evidence, rule: rule, seed: seed,
      scores: corpus.evidence.scores(rule: rule, seed: seed) ?? [],
      forOthers: others,
      quotes: corpus.coded.quotes, coders: corpus.agreement, sources: reader.sources(),
      imports: standingImports(), invited: InvitedCount.byCase(reader.invited()),
      unmapped: unmappedCodes(corpus.accounts.all), segments: corpus.coded.segments)
  }

  private func forOthers(
    _ corpus: StudyCorpus, rule: ConsensusRule
  ) throws -> StudyResults.ForOthers {
    let survey = try corpus.evidence.interviews[rule].flatMap { try surveyForOthers($0) }
    let sources = try reader.sources()
    let shown = ShownSources(sources, for: .workingGroup, rules: framework.scoring)
    let material = corpus.agreement.only(shown.contains)
    let told = material.told(by: framework)
    let (account, leavesOutSingle) = corpus.accounts.told(
      in: shown.contains, least: framework.scoring.suppressIntervieweesBelow)
    let codes = CodingAccounts.countedCodes(
      account, material, told: told, countsAll: false, framework: framework)
    // What is published can be read by everybody, and tells of nobody.
    let somebodys = Set(sources.filter(\.mayBeSomebodys).map(\.id))
    return try StudyResults.ForOthers(
      survey: survey,
      bases: bases(corpus.evidence, survey, told, rule: rule) { place in
        guard shown.contains(place) else { return [] }
        return corpus.accounts.counted(
          at: place, codes: codes, leavesOutSingle: leavesOutSingle
        ).map { code, sources in (code, sources.filter { somebodys.contains($0.source) }) }
      })
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
        let at = places.place(ofCase: response.caseNumber),
        let phase = places.place(ofPhase: response.phaseNumber)
      else { return }
      survey.add(
        respondent: token, case: at, phase: phase,
        organization: response.organization.map(Int.init), answers: response.answers,
        layout: layout)
    }
    survey.finish()
    return survey
  }

  private func unmappedCodes(_ account: CodingAccount) -> [UnmappedCode] {
    account.codes.filter { framework.meaning(ofCode: $0.key) == nil }
      .sorted { $0.key < $1.key }.map { UnmappedCode(code: $0.key, codings: $0.value) }
  }
}
