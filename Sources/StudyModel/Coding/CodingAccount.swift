/// What was coded, by whom, and what stands of it: the figures that a methods section asks for.
///
/// Sources are taken in one by one, each with the units formed of it; memory grows with coders and
/// codes.
public struct CodingAccount: Sendable, Hashable {
  /// All codings, and those of them with a weight.
  public private(set) var codings = 0
  /// See `codings`.
  public private(set) var weighted = 0
  /// The codings of each coder.
  public private(set) var codingsBy: [String: Int] = [:]
  /// The sources that each coder has read: registered for them or, where nobody is, coded them.
  public private(set) var readBy: [String: Int] = [:]
  /// The sources by how many coders have read them.
  public private(set) var cover = CodingCover()
  /// The codings of each code.
  public private(set) var codes: [String: Int] = [:]
  /// The units by what became of them.
  public private(set) var units: [ConsensusUnit.State: Int] = [:]
  /// Units that stand without a decision on the word of a single coder.
  public private(set) var standingOnOne = 0
  /// Decisions to change or reject that met no unit.
  public private(set) var decisionsWithoutEffect = 0
  private var seen: Set<String> = []

  /// Begins with nothing.
  public init() {}

  /// The sources taken in; an older version of a transcript is no further source.
  public var sources: Int { cover.none + cover.one + cover.two + cover.more }

  /// Everybody who read or coded, by name.
  public var coders: [String] { Set(codingsBy.keys).union(readBy.keys).sorted() }

  /// All units.
  public var allUnits: Int { units.values.reduce(0, +) }

  /// Units that stand as evidence.
  public var standing: Int {
    [.agreed, .accepted, .changed].reduce(0) { $0 + (units[$1] ?? 0) }
  }

  /// Takes in everything another account of other sources holds.
  public mutating func merge(_ other: CodingAccount) {
    codings += other.codings
    weighted += other.weighted
    codingsBy.merge(other.codingsBy) { $0 + $1 }
    readBy.merge(other.readBy) { $0 + $1 }
    cover.merge(other.cover)
    codes.merge(other.codes) { $0 + $1 }
    units.merge(other.units) { $0 + $1 }
    standingOnOne += other.standingOnOne
    decisionsWithoutEffect += other.decisionsWithoutEffect
    seen.formUnion(other.seen)
  }

  /// The same without what each code and coder did: what few people said stands in it.
  public var withoutNames: CodingAccount {
    var copy = self
    (copy.codes, copy.decisionsWithoutEffect) = ([:], 0)
    return copy
  }

  /// Takes in a source with its units, under a rule of consensus.
  public mutating func add(_ coded: CodedSource, _ consensus: Consensus, rule: ConsensusRule) {
    for coding in coded.codings {
      codings += 1
      if coding.weight != nil { weighted += 1 }
      codingsBy[coding.coder, default: 0] += 1
      codes[coding.code, default: 0] += 1
    }
    for unit in consensus.eachUnit(under: rule) {
      units[unit.state, default: 0] += 1
      if unit.state == .agreed, unit.votes == 1 { standingOnOne += 1 }
    }
    decisionsWithoutEffect += consensus.decisionsWithoutEffect.count
    guard seen.insert(coded.source.id).inserted else { return }
    for coder in consensus.coders { readBy[coder, default: 0] += 1 }
    cover.add(sourceReadBy: consensus.coders.count)
  }
}
