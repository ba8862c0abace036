import StudyModel

/// What was coded, by whom, and what became of it, by case and phase.
struct CodingAccounts: Sendable {
  private var accounts: [CasePhase: CodingAccount] = [:]
  /// Of sources in which somebody may speak who is not named.
  private var unnamed = CodingAccount()

  /// Takes in a source with its units, under a rule of consensus.
  mutating func add(_ consensus: Consensus, rule: ConsensusRule) {
    if consensus.source.hasUnnamedSpeaker {
      unnamed.add(consensus, rule: rule)
    } else {
      accounts[CasePhase(of: consensus.source), default: CodingAccount()].add(consensus, rule: rule)
    }
  }

  /// All of what was coded.
  var all: CodingAccount { accounts.values.reduce(into: unnamed) { $0.merge($1) } }

  /// What is counted for others than the researcher, in places that are shown: of the codes told of there.
  ///
  /// - Parameters:
  ///   - shown: The sources of which they may be told.
  ///   - isTold: Whether a code may be told of in a case and phase.
  /// - Returns: The account, without those in whose sources somebody speaks who is not named.
  func told(
    in shown: ShownSources, of isTold: (String, CasePhase) -> Bool
  ) -> CodingAccount {
    accounts.filter { shown.contains($0.key) }.reduce(into: CodingAccount()) { sum, part in
      sum.merge(part.value.only { isTold($0, part.key) })
    }
  }

  /// What was coded in a case and phase.
  func account(of place: CasePhase) -> CodingAccount { accounts[place] ?? CodingAccount() }
}
