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
  private let plan: StudyAgreement.Plan
  private let accounts: CodingAccounts
  private let decisions: DecisionLog
  private let lostSegments: Int
  private let otherWords: Int

  /// Reads what was not gathered of the codings yet.
  init(
    _ snapshot: StudySnapshot, _ corpus: StudyCorpus, agreement: AgreementInput?,
    plan: StudyAgreement.Plan, otherWords: Int
  ) throws {
    coders = corpus.agreement
    accounts = corpus.accounts
    self.agreement = agreement
    self.plan = plan
    self.otherWords = otherWords
    decisions = try snapshot.decisionLog()
    lostSegments = try snapshot.reader.segmentsOfOldVersions().count
  }

  /// Says what the eyes may see for which the report is made: the only way out.
  ///
  /// - Parameters:
  ///   - seen: The report.
  ///   - shown: The sources of which they may be told.
  ///   - told: What they are told of coding; nil for the researcher, who is told of all.
  func add(to seen: inout SeenMethods, _ shown: ShownSources, _ told: ToldCoding?) {
    guard let told else { return addAll(to: &seen) }
    addTold(to: &seen, shown, told)
  }

  /// Says all of it: for the researcher.
  private func addAll(to seen: inout SeenMethods) {
    let account = accounts.all
    var coding = SeenMethods.Coding(account, sight: .whole)
    coding.names = .shown(.init(account, framework: seen.report.framework))
    coding.decisionsWithoutEffect = .shown(account.decisionsWithoutEffect)
    seen.reading = .shown(
      .init(
        cover: account.cover, coders: account.coders.count, coding: .shown(coding),
        notHandedIn: coders.notHandedIn))
    seen.agreement = agreement.map { .shown($0) }
    seen.disputes = .shown(DisputeTable(coders.disagreements))
    seen.lostSegments = .shown(lostSegments)
    seen.otherWords = .shown(otherWords)
    seen.decisions = .shown(
      decisions.entries.map { Self.decision($0, by: .shown($0.record.decision.by)) })
    seen.decisionsTakenBack = .shown(
      decisions.takenBack.reduce(0) { $0 + $1.decisions.count })
  }

  /// Says what others are told: all of it in the same sources and on the same codes, so that no count
  /// less another tells of the few that are left out.
  private func addTold(to seen: inout SeenMethods, _ shown: ShownSources, _ told: ToldCoding) {
    let framework = seen.report.framework
    let countsAll = !shown.hasPeople
    // Whether what is hidden holds any is not told either.
    let hidesPlaces = !shown.hidden.isEmpty
    if !told.agreement.codes.isEmpty {
      seen.agreement = .shown(
        AgreementInput(
          told: told.agreement, by: seen.report.eyes, plan: plan, framework: framework))
    } else if hidesPlaces || !told.shared.entries.isEmpty {
      seen.agreement = .hidden
    }
    let counted = told.account
    // Nothing is said to be absent where somebody speaks: it may be what is not told.
    let hides = hidesPlaces || shown.hasPeople
    let hidesCodings = counted.codings == 0 && hides
    // Where no row of sources is shown, nothing is told of reading either.
    if seen.material.isEmpty || seen.material.contains(where: { !$0.material.isHidden }) {
      seen.reading = .shown(
        .init(
          cover: seen.total.cover, coders: counted.coders.count,
          coding: hidesCodings
            ? .hidden
            : .shown(
              .init(counted, sight: countsAll ? .whole : .part))))
    }
    let made = decisions.entries.filter { entry in
      let decision = entry.record.decision
      return shown.contains(entry.source)
        && ([decision.code] + [decision.newCode].compactMap { $0 })
          .allSatisfy { told.counts($0, in: entry.source) }
    }
    seen.decisions =
      made.isEmpty && hides ? .hidden : .shown(made.map { Self.decision($0, by: .hidden) })
  }

  private static func decision(
    _ entry: DecisionLog.Entry, by who: Seen<String>
  ) -> SeenMethods.Decision {
    .init(
      decision: entry.record.decision.decision, by: who, at: entry.record.decision.at,
      standing: entry.record.standing)
  }
}
