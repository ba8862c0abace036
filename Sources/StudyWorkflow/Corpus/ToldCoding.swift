import StudyModel

/// What others than the researcher are told of coding: agreement, counts and decisions, all of the same codes
/// in the same sources, so that no count less another tells of what is left out.
///
/// Formed once a report.
struct ToldCoding: Sendable {
  /// What coders did with the sources that are shown.
  let shared: AgreementMaterial
  /// The same, of what is told.
  let agreement: AgreementMaterial
  /// What is counted.
  let account: CodingAccount
  private let told: Told
  private let shown: ShownSources
  private let accounts: CodingAccounts

  /// Of which code is told in which case and phase.
  private struct Told: Sendable {
    let codes: ToldCodes
    /// The codes of which enough people are behind what is told where somebody speaks.
    let enough: Set<String>
    /// Whether somebody speaks in a source: else there is nobody to make out, by codes that stand for nothing
    /// either.
    let hasPeople: Bool

    func contains(_ code: String, _ place: CasePhase) -> Bool {
      !hasPeople
        || codes.contains(code, at: place) && (!codes.hasPeople(at: place) || enough.contains(code))
    }
  }

  /// Settles it.
  ///
  /// - Parameters:
  ///   - corpus: What was coded.
  ///   - sources: The sources.
  ///   - shown: Those of which others may be told.
  ///   - codes: The codes of which they may.
  ///   - rules: The limits.
  init(
    _ corpus: StudyCorpus, _ sources: [Source], in shown: ShownSources, _ codes: ToldCodes,
    rules: ScoringRules
  ) {
    let limits = Limits(rules)
    (self.shown, accounts) = (shown, corpus.accounts)
    shared = corpus.agreement.only(shown.contains)
    agreement = shared.told(codes, limits)
    let speaking = Dictionary(
      sources.compactMap { source in source.person.map { (source.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let told = Told(
      codes: codes,
      enough: shared.entries.isEmpty
        ? corpus.accounts.told(in: shown) { codes.contains($0, at: $1) }
          .codes { Set($0.compactMap { speaking[$0] }).count >= limits.interviewees }
        : shared.codesOfEnough(codes, limits), hasPeople: shown.hasPeople)
    self.told = told
    account = corpus.accounts.told(in: shown, of: told.contains)
  }

  /// Whether what was coded with a code in a source is counted.
  func counts(_ code: String, in source: Source) -> Bool {
    !source.hasUnnamedSpeaker && told.contains(code, CasePhase(of: source))
  }

  /// What is counted of a case and phase, a code and a source each.
  func counted(
    at place: CasePhase
  ) -> [(code: String, sources: [(source: String, counts: [Int])])] {
    guard shown.contains(place) else { return [] }
    return accounts.account(of: place).only { told.contains($0, place) }.counted
  }
}
