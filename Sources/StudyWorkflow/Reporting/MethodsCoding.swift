import Reports
import StudyModel
import StudyStore

/// What the methods report tells of coding, agreement and decisions, before anything is hidden.
struct MethodsCoding: Sendable {
  /// What coders did with each source.
  private let coders: AgreementMaterial
  /// What the agreement report for the researcher is made from; nil where no source was read by two
  /// coders.
  private let agreement: AgreementInput?
  private let accounts: CodingAccounts
  private let decisions: DecisionLog
  private let lostSegments: Int
  private let otherWords: Int

  /// Reads what was not gathered of the codings yet.
  init(
    _ snapshot: StudySnapshot, _ corpus: StudyCorpus, agreement: AgreementInput?,
    otherWords: Int
  ) throws {
    coders = corpus.agreement
    accounts = corpus.accounts
    self.agreement = agreement
    self.otherWords = otherWords
    decisions = try snapshot.decisionLog()
    lostSegments = try snapshot.reader.segmentsOfOldVersions().count
  }

  /// Says what the eyes may see for which the report is made: the only way out.
  ///
  /// - Parameters:
  ///   - seen: The report.
  ///   - shown: The sources of which they may be told.
  func add(to seen: inout SeenMethods, _ shown: ShownSources) {
    guard !seen.report.eyes.seeEverything else { return addAll(to: &seen) }
    addTold(to: &seen, shown)
  }

  /// Says all of it: for the researcher.
  private func addAll(to seen: inout SeenMethods) {
    let account = accounts.all
    var coding = SeenMethods.Coding(account)
    coding.names = .shown(.init(account, framework: seen.report.framework))
    coding.decisionsWithoutEffect = .shown(account.decisionsWithoutEffect)
    seen.reading = .shown(
      .init(
        cover: account.cover, coders: account.coders.count, coding: .shown(coding),
        notHandedIn: coders.notHandedIn))
    seen.agreement = .shown(agreement)
    seen.disputes = .shown(DisputeTable(coders.disagreements))
    seen.lostSegments = .shown(lostSegments)
    seen.otherWords = .shown(otherWords)
    seen.decisions = .shown(
      decisions.entries.map { entry in
        .init(
          decision: entry.record.decision.decision, by: entry.record.decision.by,
          at: entry.record.decision.at, standing: entry.record.standing)
      })
    seen.decisionsTakenBack = .shown(
      decisions.takenBack.reduce(0) { $0 + $1.decisions.count })
  }

  /// Says what others are told: who read what.
  ///
  /// How coders agree is the researcher's, and where somebody speaks, how often anything was coded and what was
  /// decided: beside the words it would tell of one passage.
  private func addTold(to seen: inout SeenMethods, _ shown: ShownSources) {
    seen.agreement = coders.entries.isEmpty && !shown.hasPeople ? .shown(nil) : .hidden
    // Where no row of sources is shown, nothing is told of reading either.
    if seen.material.isEmpty || seen.material.contains(where: { !$0.material.isHidden }),
      let cover = seen.total.cover.value, let named = seen.total.coders.value
    {
      let account = accounts.total(of: shown.contains)
      seen.reading = .shown(
        .init(
          cover: cover, coders: shown.hasPeople ? named : account.coders.count,
          coding: shown.hasPeople ? .hidden : .shown(.init(account))))
    }
  }
}
