/// The most that disjoint groups out of a list can save: exact, by branch and bound.
///
/// Each step solves the relaxation, leaves out groups whose price shows that they cannot lead above
/// what is known, and takes apart what no longer hangs together.
struct PackingSearch {
  /// What may be spent; below 0 afterwards, the answer is not to be used.
  private(set) var budget: SearchBudget

  /// Differences below this are rounding.
  private static let tolerance = 1e-12

  /// Readies the search.
  init(_ budget: SearchBudget) { self.budget = budget }

  /// The most the groups save; nil where the budget ends first.
  mutating func most(_ groups: [UnitGroup]) -> Double? {
    let parts = Self.parts(groups)
    var sum = 0.0
    for part in parts {
      guard let value = mostConnected(part, beyond: 0) else { return nil }
      sum += value
    }
    return sum
  }

  /// The most the groups save, or `known` where that is not less.
  private mutating func most(_ groups: [UnitGroup], beyond known: Double) -> Double? {
    let parts = Self.parts(groups)
    if parts.count == 1 { return mostConnected(groups, beyond: known) }
    return most(groups).map { max($0, known) }
  }

  private mutating func mostConnected(_ groups: [UnitGroup], beyond known: Double) -> Double? {
    if groups.count == 1 { return max(groups[0].saving, known) }
    let own = Self.renumbered(groups)
    var relaxation = PackingRelaxation(unitCount: own.unitCount)
    relaxation.add(own.groups)
    guard relaxation.maximize(&budget) else { return nil }
    // Prices are raised by what rounding has left, so that the bound is one.
    let slip = own.groups.reduce(0) { max($0, $1.margin(relaxation.prices)) }
    let bound = relaxation.prices.reduce(0, +) + slip * Double(own.unitCount)
    let shares = relaxation.shares
    let best = max(known, Self.greedy(own.groups, shares, own.unitCount))
    let gap = bound - best
    guard gap > Self.tolerance * Double(own.unitCount) else { return best }
    let kept = groups.indices.filter {
      -own.groups[$0].margin(relaxation.prices) < gap + Self.tolerance
    }
    if kept.count < groups.count {
      return most(kept.map { groups[$0] }, beyond: best)
    }
    return branch(groups, shares, best)
  }

  /// With the group that is most in doubt, and without it.
  private mutating func branch(
    _ groups: [UnitGroup], _ shares: [Double], _ known: Double
  ) -> Double? {
    guard let place = groups.indices.min(by: { abs(shares[$0] - 0.5) < abs(shares[$1] - 0.5) })
    else { return known }
    let group = groups[place]
    let taken = Set(group.members)
    let rest = groups.filter { taken.isDisjoint(with: $0.members) }
    guard let with = most(rest, beyond: known - group.saving) else { return nil }
    let best = max(known, with + group.saving)
    var without = groups
    without.remove(at: place)
    return most(without, beyond: best)
  }

  /// What is saved by taking groups in the order of their shares, then of what they save.
  private static func greedy(_ groups: [UnitGroup], _ shares: [Double], _ unitCount: Int) -> Double
  {
    let order = groups.indices.sorted {
      (-shares[$0], -groups[$0].saving, $0) < (-shares[$1], -groups[$1].saving, $1)
    }
    var isTaken = [Bool](repeating: false, count: unitCount)
    var sum = 0.0
    for place in order where !groups[place].members.contains(where: { isTaken[$0] }) {
      for member in groups[place].members { isTaken[member] = true }
      sum += groups[place].saving
    }
    return sum
  }

  /// The groups with units numbered from 0 without holes.
  private static func renumbered(
    _ groups: [UnitGroup]
  ) -> (groups: [UnitGroup], unitCount: Int) {
    var places: [Int: Int] = [:]
    let own = groups.map { group in
      UnitGroup(
        members: group.members.map { member in
          let place = places[member, default: places.count]
          places[member] = place
          return place
        }, saving: group.saving)
    }
    return (own, places.count)
  }

  /// Groups that share units directly or through others, together, in the order of the first.
  private static func parts(_ groups: [UnitGroup]) -> [[UnitGroup]] {
    var links = Connections(count: (groups.lazy.flatMap(\.members).max() ?? -1) + 1)
    for group in groups {
      for member in group.members.dropFirst() { links.join(group.members[0], member) }
    }
    var order: [Int: Int] = [:]
    var parts: [[UnitGroup]] = []
    for group in groups {
      let root = links.root(of: group.members[0])
      let part = order[root, default: parts.count]
      order[root] = part
      if part == parts.count { parts.append([]) }
      parts[part].append(group)
    }
    return parts
  }
}

/// Which things hang together.
struct Connections {
  private var parents: [Int]

  /// Begins with each on its own.
  init(count: Int) { parents = Array(0..<max(count, 0)) }

  /// The one that stands for all that hang together with this one.
  mutating func root(of place: Int) -> Int {
    var place = place
    while parents[place] != place {
      parents[place] = parents[parents[place]]
      place = parents[place]
    }
    return place
  }

  /// Joins two.
  mutating func join(_ first: Int, _ second: Int) {
    let (one, two) = (root(of: first), root(of: second))
    parents[max(one, two)] = min(one, two)
  }
}
