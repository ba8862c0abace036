/// What was coded, by whom, and what stands of it: the figures that a methods section asks for.
///
/// Sources are taken in one by one, each with the units formed of it.
public struct CodingAccount: Sendable, Hashable {
  /// What one code was put on, and what became of it.
  private struct Tally: Sendable, Hashable {
    var codings = 0
    var weighted = 0
    var codingsBy: [String: Int] = [:]
    var units: [ConsensusUnit.State: Int] = [:]
    var standingOnOne = 0

    mutating func merge(_ other: Tally) {
      codings += other.codings
      weighted += other.weighted
      codingsBy.merge(other.codingsBy) { $0 + $1 }
      units.merge(other.units) { $0 + $1 }
      standingOnOne += other.standingOnOne
    }
  }

  private var tallies: [String: Tally] = [:]
  /// The sources that each coder has read and handed in.
  public private(set) var readBy: [String: Int] = [:]
  /// The sources by how many coders have read them.
  public private(set) var cover = CodingCover()
  /// Decisions to change or reject that met no unit.
  public private(set) var decisionsWithoutEffect = 0
  private var seen: Set<String> = []

  /// Begins with nothing.
  public init() {}

  /// All codings.
  public var codings: Int { sum(\.codings) }

  /// The codings with a weight.
  public var weighted: Int { sum(\.weighted) }

  /// Units that stand without a decision on the word of a single coder.
  public var standingOnOne: Int { sum(\.standingOnOne) }

  /// The codings of each code.
  public var codes: [String: Int] {
    tallies.mapValues(\.codings).filter { $0.value > 0 }
  }

  /// The codings of each coder.
  public var codingsBy: [String: Int] {
    tallies.values.reduce(into: [:]) { $0.merge($1.codingsBy) { $0 + $1 } }
  }

  /// The units by what became of them.
  public var units: [ConsensusUnit.State: Int] {
    tallies.values.reduce(into: [:]) { $0.merge($1.units) { $0 + $1 } }
  }

  /// The sources taken in; an older version of a transcript is no further source.
  public var sources: Int { cover.none + cover.one + cover.two + cover.more }

  /// Everybody who read or coded, by name.
  public var coders: [String] { Set(codingsBy.keys).union(readBy.keys).sorted() }

  /// All units.
  public var allUnits: Int { units.values.reduce(0, +) }

  /// Units that stand as evidence.
  public var standing: Int {
    let units = units
    return [.agreed, .accepted, .changed].reduce(0) { $0 + (units[$1] ?? 0) }
  }

  /// Takes in everything another account of other sources holds.
  public mutating func merge(_ other: CodingAccount) {
    for (code, tally) in other.tallies { tallies[code, default: Tally()].merge(tally) }
    readBy.merge(other.readBy) { $0 + $1 }
    cover.merge(other.cover)
    decisionsWithoutEffect += other.decisionsWithoutEffect
    seen.formUnion(other.seen)
  }

  /// Takes in a source with its units, under a rule of consensus.
  public mutating func add(_ consensus: Consensus, rule: ConsensusRule) {
    let source = consensus.source.id
    for coding in consensus.codings {
      tallies[coding.code, default: Tally()].codings += 1
      if coding.weight != nil { tallies[coding.code]?.weighted += 1 }
      tallies[coding.code]?.codingsBy[coding.coder, default: 0] += 1
    }
    for unit in consensus.eachUnit(under: rule) {
      tallies[unit.codedAs, default: Tally()].units[unit.state, default: 0] += 1
      if unit.state == .agreed, unit.votes == 1 { tallies[unit.codedAs]?.standingOnOne += 1 }
    }
    decisionsWithoutEffect += consensus.decisionsWithoutEffect.count
    guard seen.insert(source).inserted else { return }
    for coder in consensus.coders { readBy[coder, default: 0] += 1 }
    cover.add(sourceReadBy: consensus.coders.count)
  }

  private func sum(_ path: KeyPath<Tally, Int>) -> Int {
    tallies.values.reduce(0) { $0 + $1[keyPath: path] }
  }
}
