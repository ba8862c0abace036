import StudyModel

/// What others than the researcher are told of coding: agreement, counts and decisions, all of the same codes
/// in the same sources, so that no count less another tells of what is left out.
struct ToldCoding {
  /// What coders did with the sources that are shown.
  let shared: AgreementMaterial
  /// The same, of what is told.
  let agreement: AgreementMaterial
  /// What is counted.
  let account: CodingAccount
  /// Whether sources that one coder read are not counted.
  let leavesOutSingle: Bool
  private let shown: ShownSources
  private let codes: ToldCodes
  /// The codes of which enough people are behind what is told where somebody speaks.
  private let enough: Set<String>
  private let accounts: CodingAccounts

  init(
    _ material: AgreementMaterial, _ accounts: CodingAccounts, in shown: ShownSources,
    _ codes: ToldCodes, rules: ScoringRules
  ) {
    let limits = Limits(rules)
    (self.shown, self.codes, self.accounts) = (shown, codes, accounts)
    shared = material.only(shown.contains)
    agreement = shared.told(codes, limits)
    let heard = accounts.told(in: shown) { codes.contains($0, at: $1) }
    let enough =
      shared.entries.isEmpty
      ? heard.account.codes(inAtLeast: limits.interviewees)
      : shared.codesOfEnough(codes, limits)
    self.enough = enough
    (account, leavesOutSingle) = accounts.told(in: shown) { code, place in
      Self.counts(code, at: place, shown, codes, enough)
    }
  }

  /// Whether what was coded with a code in a case and phase is counted.
  func counts(_ code: String, at place: CasePhase) -> Bool {
    Self.counts(code, at: place, shown, codes, enough)
  }

  private static func counts(
    _ code: String, at place: CasePhase, _ shown: ShownSources, _ codes: ToldCodes,
    _ enough: Set<String>
  ) -> Bool {
    // Where nobody speaks in any source there is nobody to make out, by codes that stand for nothing either.
    guard shown.hasPeople else { return true }
    return codes.contains(code, at: place)
      && (!codes.hasPeople(at: place) || enough.contains(code))
  }

  /// What is counted of a case and phase, a code and a source each.
  func counted(
    at place: CasePhase
  ) -> [(code: String, sources: [(source: String, counts: [Int])])] {
    guard shown.contains(place) else { return [] }
    return accounts.account(of: place, leavesOutSingle: leavesOutSingle)
      .only { counts($0, at: place) }.counted
  }
}
