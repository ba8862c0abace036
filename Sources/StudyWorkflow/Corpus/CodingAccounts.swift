import StudyModel

/// What was coded, by whom, and what became of it: by case and phase, sources that two coders read apart
/// from those that one read.
struct CodingAccounts: Sendable {
  private var shared: [CasePhase: CodingAccount] = [:]
  private var single: [CasePhase: CodingAccount] = [:]
  /// Whether two coders read a source, by the newest version of its transcript, which comes first.
  private var isShared: [String: Bool] = [:]

  /// Takes in a source with its units, under a rule of consensus.
  mutating func add(_ consensus: Consensus, rule: ConsensusRule) {
    let place = CasePhase(of: consensus.source)
    let isShared = self.isShared[consensus.source.id] ?? (consensus.coders.count > 1)
    self.isShared[consensus.source.id] = isShared
    if isShared {
      shared[place, default: CodingAccount()].add(consensus, rule: rule)
    } else {
      single[place, default: CodingAccount()].add(consensus, rule: rule)
    }
  }

  /// All of what was coded.
  var all: CodingAccount {
    [shared, single].flatMap(\.values).reduce(into: CodingAccount()) { $0.merge($1) }
  }

  /// What is counted for others than the researcher, in places that are shown: of the codes told of there.
  ///
  /// Agreement counts the sources that two coders read. Where one coder read a few more, the counts of
  /// all less those would tell of these few: then they are not counted.
  ///
  /// - Parameters:
  ///   - shown: The sources of which they may be told.
  ///   - isTold: Whether a code may be told of in a case and phase.
  /// - Returns: The account, and whether sources that one coder read are not counted in it.
  func told(
    in shown: ShownSources, _ isTold: (String, CasePhase) -> Bool
  ) -> (account: CodingAccount, leavesOutSingle: Bool) {
    func sum(_ accounts: [CasePhase: CodingAccount]) -> CodingAccount {
      accounts.filter { shown.contains($0.key) }.reduce(into: CodingAccount()) { sum, account in
        sum.merge(account.value.only { isTold($0, account.key) })
      }
    }
    let (two, one) = (sum(shared), sum(single))
    guard two.sources == 0 || one.sources == 0 || one.sources >= shown.leastSources else {
      return (two, true)
    }
    var both = two
    both.merge(one)
    return (both, false)
  }

  /// What was coded in a case and phase.
  func account(of place: CasePhase, leavesOutSingle: Bool) -> CodingAccount {
    var account = shared[place] ?? CodingAccount()
    if !leavesOutSingle, let own = single[place] { account.merge(own) }
    return account
  }
}
