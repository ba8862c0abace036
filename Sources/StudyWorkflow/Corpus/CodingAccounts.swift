import StudyModel

/// What was coded, by whom, and what became of it: by case and phase, sources that two coders read apart
/// from those that one read.
struct CodingAccounts: Sendable {
  private var shared: [CasePhase: CodingAccount] = [:]
  private var single: [CasePhase: CodingAccount] = [:]
  /// Of sources in which somebody speaks who is not named.
  private var unnamed = CodingAccount()
  /// Whether two coders read a source, by the newest version of its transcript, which comes first.
  private var isShared: [String: Bool] = [:]

  /// Takes in a source with its units, under a rule of consensus.
  mutating func add(_ consensus: Consensus, rule: ConsensusRule) {
    let place = CasePhase(of: consensus.source)
    let isShared = self.isShared[consensus.source.id] ?? (consensus.coders.count > 1)
    self.isShared[consensus.source.id] = isShared
    if consensus.source.hasUnnamedSpeaker {
      unnamed.add(consensus, rule: rule)
    } else if isShared {
      shared[place, default: CodingAccount()].add(consensus, rule: rule)
    } else {
      single[place, default: CodingAccount()].add(consensus, rule: rule)
    }
  }

  /// All of what was coded.
  var all: CodingAccount {
    [shared, single].flatMap(\.values).reduce(into: unnamed) { $0.merge($1) }
  }

  /// What is counted for others than the researcher, in places that are shown: of the codes told of there.
  ///
  /// - Parameters:
  ///   - shown: The sources of which they may be told.
  ///   - leavesOutSingle: Whether sources that one coder read are not counted.
  ///   - isTold: Whether a code may be told of in a case and phase.
  /// - Returns: The account, without those in whose sources somebody speaks who is not named.
  func told(
    in shown: ShownSources, leavesOutSingle: Bool, of isTold: (String, CasePhase) -> Bool
  ) -> CodingAccount {
    let parts = leavesOutSingle ? [shared] : [shared, single]
    return parts.reduce(into: CodingAccount()) { sum, accounts in
      for (place, account) in accounts where shown.contains(place) {
        sum.merge(account.only { isTold($0, place) })
      }
    }
  }

  /// What was coded in a case and phase.
  func account(of place: CasePhase, leavesOutSingle: Bool) -> CodingAccount {
    var account = shared[place] ?? CodingAccount()
    if !leavesOutSingle, let own = single[place] { account.merge(own) }
    return account
  }
}
