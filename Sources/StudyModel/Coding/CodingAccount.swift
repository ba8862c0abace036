/// What was coded, by whom, and what stands of it: the figures that a methods section asks for.
///
/// Sources are taken in one by one, each with the units formed of it. It is kept by code, so that totals
/// can be formed of some of the codes alone; memory grows with codes and the sources that hold them.
public struct CodingAccount: Sendable, Hashable {
  /// What one code was put on, and what became of it.
  private struct Tally: Sendable, Hashable {
    var codings = 0
    var weighted = 0
    var codingsBy: [String: Int] = [:]
    var units: [ConsensusUnit.State: Int] = [:]
    var standingOnOne = 0
    /// The sources that hold it, each with what is counted of it there.
    var sources: [String: [Int]] = [:]

    mutating func add(_ counts: [Int], in source: String) {
      guard let known = sources[source] else {
        sources[source] = counts
        return
      }
      sources[source] = zip(known, counts).map(+)
    }

    mutating func merge(_ other: Tally) {
      codings += other.codings
      weighted += other.weighted
      codingsBy.merge(other.codingsBy) { $0 + $1 }
      units.merge(other.units) { $0 + $1 }
      standingOnOne += other.standingOnOne
      for (source, counts) in other.sources { add(counts, in: source) }
    }
  }

  /// What is counted of a code in a source: its codings, those of them with a weight, the units that stand on
  /// one coder alone, and the units by what became of them.
  private static func counts(
    codings: Int = 0, weighted: Int = 0, onOne: Int = 0, state: ConsensusUnit.State? = nil
  ) -> [Int] {
    [codings, weighted, onOne] + ConsensusUnit.State.allCases.map { $0 == state ? 1 : 0 }
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

  /// The codes of which the sources that hold them are such as these, by their ids.
  public func codes(heldBy isSuch: ([String]) -> Bool) -> Set<String> {
    Set(
      tallies.filter { tally in
        // A decision may put on a source what nobody coded there.
        isSuch(tally.value.sources.filter { ($0.value.first ?? 0) > 0 }.map(\.key))
      }.keys)
  }

  /// What is counted of each code in each source, one that does not hold it included, in the order of the
  /// codes and sources.
  public var counted: [(code: String, sources: [(source: String, counts: [Int])])] {
    let (sources, nothing) = (seen.sorted(), Self.counts())
    return tallies.keys.sorted().map { code in
      let own = tallies[code]?.sources ?? [:]
      return (code, sources.map { (source: $0, counts: own[$0] ?? nothing) })
    }
  }

  /// The account of some codes alone: every total of it is the sum over these.
  public func only(codes isTold: (String) -> Bool) -> CodingAccount {
    var copy = self
    copy.tallies = tallies.filter { isTold($0.key) }
    return copy
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
      tallies[coding.code]?.add(
        Self.counts(codings: 1, weighted: coding.weight == nil ? 0 : 1), in: source)
    }
    for unit in consensus.eachUnit(under: rule) {
      tallies[unit.codedAs, default: Tally()].units[unit.state, default: 0] += 1
      let isOnOne = unit.state == .agreed && unit.votes == 1
      if isOnOne { tallies[unit.codedAs]?.standingOnOne += 1 }
      tallies[unit.codedAs]?.add(
        Self.counts(onOne: isOnOne ? 1 : 0, state: unit.state), in: source)
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
