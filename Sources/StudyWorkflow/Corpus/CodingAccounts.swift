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

  /// What is counted for others than the researcher, in places that are shown.
  ///
  /// Agreement counts the sources that two coders read. Where one coder read a few more, the counts of
  /// all less those would tell of these few: then they are not counted.
  ///
  /// - Parameters:
  ///   - isShown: Whether what belongs to a case and phase may be counted.
  ///   - least: How many sources are enough.
  /// - Returns: The account, and whether sources that one coder read are not counted in it.
  func told(
    in isShown: (CasePhase) -> Bool, least: Int
  ) -> (account: CodingAccount, leavesOutSingle: Bool) {
    func sum(_ accounts: [CasePhase: CodingAccount]) -> CodingAccount {
      accounts.filter { isShown($0.key) }.values.reduce(into: CodingAccount()) { $0.merge($1) }
    }
    let (two, one) = (sum(shared), sum(single))
    guard two.sources == 0 || one.sources == 0 || one.sources >= least else { return (two, true) }
    var both = two
    both.merge(one)
    return (both, false)
  }

  /// The codes that are counted for others than the researcher, in an account of what may be told.
  ///
  /// - Parameters:
  ///   - account: What is counted, see ``told(in:least:)``.
  ///   - material: What coders did with the sources that may be told of.
  ///   - told: The same of the codes that may be told of.
  ///   - countsAll: Whether there is nobody to make out.
  ///   - framework: The framework.
  /// - Returns: The codes; empty where none may be counted.
  static func countedCodes(
    _ account: CodingAccount, _ material: AgreementMaterial, told: AgreementMaterial,
    countsAll: Bool, framework: Framework
  ) -> Set<String> {
    if countsAll { return Set(account.codes.keys) }
    guard material.entries.isEmpty else { return Set(told.codes) }
    return account.codes(inAtLeast: framework.scoring.suppressIntervieweesBelow).filter {
      framework.meaning(ofCode: $0) != nil
    }
  }

  /// What is counted of a case and phase, a code and a source each.
  func counted(
    at place: CasePhase, codes: Set<String>, leavesOutSingle: Bool
  ) -> [(code: String, sources: [(source: String, counts: [Int])])] {
    var account = shared[place] ?? CodingAccount()
    if !leavesOutSingle, let own = single[place] { account.merge(own) }
    return account.counted(codes: codes)
  }
}
