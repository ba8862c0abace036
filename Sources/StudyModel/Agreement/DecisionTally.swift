/// What stands, by case, phase, construct and informant, so that one unit can be taken out and put back
/// otherwise without going through the others.
///
/// Sources stream through one at a time; what is kept grows with the informants and constructs spoken
/// of, not with the units.
public struct DecisionTally: Sendable {
  /// Where a unit counts.
  struct Place: Hashable, Sendable {
    var caseID: String
    var phase: String?
    var construct: Int
  }

  /// What stands in one place.
  struct Sums: Sendable {
    var byInformant: [Informant: TalliedAccount] = [:]
    var mentions = 0
    var byOneCoder = 0
  }

  /// The rule of consensus.
  public let rule: ConsensusRule
  private(set) var sums: [Place: Sums] = [:]
  private let codes: InterviewEvidence

  /// Begins without units.
  public init(framework: Framework, rule: ConsensusRule) {
    self.rule = rule
    codes = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: []), participants: [], rule: rule)
  }

  /// Takes in a source; every source of the cases asked about must come in before they are.
  public mutating func add(_ consensus: Consensus) {
    guard let caseID = consensus.source.caseID else { return }
    let informant = Informant(of: consensus.source)
    for unit in consensus.eachUnit(under: rule) where unit.stands {
      guard let construct = codes.construct(ofCode: unit.code) else { continue }
      let place = Place(caseID: caseID, phase: consensus.source.phase, construct: construct)
      sums[place, default: Sums()].add(unit, of: informant, in: consensus.source.kind)
    }
  }

  /// What would stand of one informant without a unit.
  func without(
    _ unit: ConsensusUnit, of informant: Informant, in place: Place, _ kind: Source.Kind
  ) -> Sums.Of {
    let all = sums[place] ?? Sums()
    var own = Sums.Of(
      account: all.byInformant[informant] ?? TalliedAccount(), mentions: all.mentions,
      byOneCoder: all.byOneCoder)
    // A decision may have moved it to another construct.
    if unit.stands,
      unit.codes.contains(where: { codes.construct(ofCode: $0) == place.construct })
    {
      own.account.remove(unit, in: kind)
      own.mentions -= 1
      if unit.votes == 1 { own.byOneCoder -= 1 }
    }
    return own
  }
}

extension DecisionTally.Sums {
  /// What stands of one informant, and how many units stand of all.
  struct Of {
    var account: TalliedAccount
    var mentions: Int
    var byOneCoder: Int
  }

  fileprivate mutating func add(
    _ unit: ConsensusUnit, of informant: Informant, in kind: Source.Kind
  ) {
    mentions += 1
    if unit.votes == 1 { byOneCoder += 1 }
    byInformant[informant, default: TalliedAccount()].add(unit, in: kind)
  }
}

/// What one informant says of one construct, from which any one unit can be taken out again.
struct TalliedAccount: Sendable {
  /// How often each weight stands, by valence.
  private var counts: [Mark: Int] = [:]

  private struct Mark: Hashable {
    var valence: Valence
    var weight: Double?
    var kind: Source.Kind
  }

  mutating func add(_ unit: ConsensusUnit, in kind: Source.Kind) {
    counts[Mark(valence: unit.valence, weight: unit.weight, kind: kind), default: 0] += 1
  }

  mutating func remove(_ unit: ConsensusUnit, in kind: Source.Kind) {
    let mark = Mark(valence: unit.valence, weight: unit.weight, kind: kind)
    guard let count = counts[mark] else { return }
    counts[mark] = count > 1 ? count - 1 : nil
  }

  /// The account that scores are formed from; nil where nothing stands.
  func account(topWeight: Double) -> InformantAccount? {
    guard !counts.isEmpty else { return nil }
    var account = InformantAccount()
    for (mark, count) in counts {
      account.add(
        mark.valence, weight: mark.weight, of: mark.kind, times: count, topWeight: topWeight)
    }
    return account
  }
}
