import StudyModel

/// What was coded, by whom, and what became of it, by case and phase.
struct CodingAccounts: Sendable {
  private var accounts: [CasePhase: CodingAccount] = [:]

  /// Takes in a source with its units, under a rule of consensus.
  mutating func add(_ consensus: Consensus, rule: ConsensusRule) {
    accounts[CasePhase(of: consensus.source), default: CodingAccount()].add(consensus, rule: rule)
  }

  /// All of what was coded.
  var all: CodingAccount { total { _ in true } }

  /// What was coded in some of the cases and phases.
  func total(of isTaken: (CasePhase) -> Bool) -> CodingAccount {
    accounts.reduce(into: CodingAccount()) { sum, part in
      if isTaken(part.key) { sum.merge(part.value) }
    }
  }
}
