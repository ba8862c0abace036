/// What several editions tell together that no two of them do.
///
/// Of 15 people, of these and 12 others, of these and 12 more, and of all with one besides, each pair differs
/// by many; and the last less the two before, with the first added again, is the one. So the people behind
/// the new figure and behind earlier ones are cut into cells, those that were in the same figures each. A
/// figure is a sum over whole cells. Where sums of all figures can be added and taken off so that cells of a
/// few people alone remain, and without the new one they cannot, the new one must not be told.
///
/// Where figures are a chain, each within the next, nothing follows that two of them do not tell.
struct EditionsTogether {
  /// How many belong to each cell.
  private let sizes: [Int]
  /// For each figure, the new one last, the cells that are in it.
  private let figures: [Set<Int>]
  private let least: Int

  /// So many sets of cells are tried; beyond, what is left open counts as told.
  private static let mostTried = 20_000

  /// Cuts people into cells.
  ///
  /// It takes time with the people of each edition, once.
  ///
  /// - Parameters:
  ///   - now: The people behind the new figure.
  ///   - earlier: Those behind each earlier one.
  ///   - least: How many are enough.
  init(_ now: Set<UInt64>, _ earlier: [Set<UInt64>], least: Int) {
    self.least = least
    let sets = earlier + [now]
    var cellOf: [UInt64: Int] = [:]
    var count = 0
    for set in sets {
      // Those of one cell who are in this figure make a cell of their own.
      var split: [Int: Int] = [:]
      for person in set {
        let old = cellOf[person] ?? -1
        let new = split[old] ?? count
        if split[old] == nil {
          split[old] = new
          count += 1
        }
        cellOf[person] = new
      }
    }
    let numbers = Dictionary(
      Set(cellOf.values).sorted().enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    let cells = cellOf.compactMapValues { numbers[$0] }
    sizes = cells.values.reduce(into: Array(repeating: 0, count: numbers.count)) { $0[$1] += 1 }
    figures = sets.map { set in Set(set.compactMap { cells[$0] }) }
  }

  /// The fewest people of whom the new figure tells beside all earlier ones; nil where there are enough.
  var told: Int? {
    guard figures.count > 2, !isChain else { return nil }
    let (new, old) = (
      Self.ofFew(figures, sizes, least), Self.ofFew(figures.dropLast(), sizes, least)
    )
    guard new.count > old.count else { return nil }
    let few = sizes.indices.filter { sizes[$0] < least }
    var tried = 0
    /// The fewest people of cells from a place on, with those chosen, of whom something follows.
    func fewest(from place: Int, _ chosen: Set<Int>, _ people: Int) -> Int? {
      tried += 1
      guard tried <= Self.mostTried else { return least - 1 }
      if !chosen.isEmpty, Self.follows(chosen, of: new), !Self.follows(chosen, of: old) {
        return people
      }
      return few.indices.dropFirst(place).filter { people + sizes[few[$0]] < least }.compactMap {
        fewest(from: $0 + 1, chosen.union([few[$0]]), people + sizes[few[$0]])
      }.min()
    }
    return fewest(from: 0, [], 0)
  }

  private var isChain: Bool {
    let sorted = figures.sorted { $0.count < $1.count }
    return zip(sorted, sorted.dropFirst()).allSatisfy { $0.isSubset(of: $1) }
  }

  /// The sums of figures that hold cells of few people alone, none of them following from others.
  private static func ofFew(
    _ figures: some Sequence<Set<Int>>, _ sizes: [Int], _ least: Int
  ) -> [[UInt64]] {
    let order = sizes.indices.sorted {
      (sizes[$0] < least ? 1 : 0, $0) < (sizes[$1] < least ? 1 : 0, $1)
    }
    let large = sizes.count { $0 >= least }
    let rows = figures.map { figure in order.map { figure.contains($0) ? UInt64(1) : 0 } }
    return Residues.reduced(rows).filter { $0.prefix(large).allSatisfy { $0 == 0 } }.map { row in
      var placed = Array(repeating: UInt64(0), count: sizes.count)
      for (value, cell) in zip(row, order) { placed[cell] = value }
      return placed
    }
  }

  /// Whether some sum holds nobody but these cells.
  private static func follows(_ cells: Set<Int>, of sums: [[UInt64]]) -> Bool {
    guard !sums.isEmpty else { return false }
    let outside = sums.map { sum in
      sum.indices.filter { !cells.contains($0) }.map { sum[$0] }
    }
    return Residues.reduced(outside).count < sums.count
  }
}

/// Equations of whole numbers, modulo a prime so large that what follows there follows.
private enum Residues {
  private static let prime: UInt64 = 2_147_483_647

  /// The rows, each with its first number in a column of its own; those that follow from others are left out.
  static func reduced(_ rows: [[UInt64]]) -> [[UInt64]] {
    var rest = rows
    var done: [[UInt64]] = []
    for column in rows.first?.indices ?? 0..<0 {
      guard let at = rest.firstIndex(where: { $0[column] != 0 }) else { continue }
      let pivot = rest.remove(at: at)
      let inverse = power(pivot[column], prime - 2)
      let scaled = pivot.map { $0 * inverse % prime }
      for row in rest.indices where rest[row][column] != 0 {
        let factor = prime - rest[row][column]
        for place in rest[row].indices {
          rest[row][place] = (rest[row][place] + factor * scaled[place]) % prime
        }
      }
      done.append(scaled)
    }
    return done
  }

  private static func power(_ base: UInt64, _ exponent: UInt64) -> UInt64 {
    var (result, factor, left) = (UInt64(1), base % prime, exponent)
    while left > 0 {
      if left & 1 == 1 { result = result * factor % prime }
      factor = factor * factor % prime
      left >>= 1
    }
    return result
  }
}
