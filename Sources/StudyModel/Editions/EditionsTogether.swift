/// What several editions tell together that no two of them do.
///
/// Of 15 people, of these and 12 others, of these and 12 more, and of all with one besides, each pair differs
/// by many; and the last less the two before, with the first added again, is the one. So the people behind
/// the new figure and behind earlier ones are put into kinds, those that weigh in the same proportions in all of them:
/// where all weigh alike, those that were in the same figures. Where sums of all figures can be added and taken off so
/// that kinds of a few people alone remain, and without the new one they cannot, the new one must not be told.
///
/// Where organizations weigh the same, one that doubles has half of its mean from those who were there: so the mean of
/// the old ones and that of the new ones are twice that of all, and whoever came beside them alone is left.
struct EditionsTogether {
  /// Who is in a sum, and as one of how many who together weigh as much as any other so many; 1 where all weigh alike.
  typealias Sum = [UInt64: Int]

  /// People who weigh in the same proportions in all sums.
  private struct Kind {
    /// The weight in each sum, the first that is not nought 1; the new sum last.
    let weights: [UInt64]
    /// The sum of how much the people weigh, and of its squares.
    var sum = 0.0
    var squares = 0.0

    init(weights: [UInt64]) { self.weights = weights }

    /// As many as they count, as they weigh, rounded down; see ``SharedSums``.
    var size: Int { max(1, Int(sum * sum / squares + 1e-9)) }
  }

  private let kinds: [Kind]
  private let sizes: [Int]
  private let count: Int
  private let isChain: Bool
  private let least: Int

  /// So many sets of kinds are tried; beyond, what is left open counts as told.
  private static let mostTried = 20_000

  /// Puts people into kinds.
  ///
  /// It takes time with the people of each edition, once.
  ///
  /// - Parameters:
  ///   - now: The new figure.
  ///   - earlier: Each earlier one.
  ///   - least: How many people are enough.
  init(_ now: Sum, _ earlier: [Sum], least: Int) {
    let sums = earlier + [now]
    var places: [[UInt64]: Int] = [:]
    var kinds: [Kind] = []
    // Few differ in who else is in their organizations, so the proportions of each are found once.
    var known: [[Int]: (place: Int, size: Double)] = [:]
    for person in Set(sums.flatMap(\.keys)) {
      let counts = sums.map { $0[person] ?? 0 }
      if known[counts] == nil {
        let (weights, size) = Self.proportions(counts)
        let place = places[weights] ?? kinds.count
        if place == kinds.count {
          places[weights] = place
          kinds.append(Kind(weights: weights))
        }
        known[counts] = (place, size)
      }
      guard let (place, size) = known[counts] else { continue }
      kinds[place].sum += size
      kinds[place].squares += size * size
    }
    kinds.sort { $0.weights.lexicographicallyPrecedes($1.weights) }
    self.kinds = kinds
    self.least = least
    sizes = kinds.map(\.size)
    count = sums.count
    // Where all weigh alike and each figure is within the next, nothing follows that two of them do not tell.
    let sorted = sums.sorted { $0.count < $1.count }
    isChain =
      sums.allSatisfy { $0.values.allSatisfy { $0 == 1 } }
      && zip(sorted, sorted.dropFirst()).allSatisfy { small, large in
        small.keys.allSatisfy { large[$0] != nil }
      }
  }

  /// How much somebody weighs in each sum, the first that is not nought 1, and how much in that.
  private static func proportions(_ counts: [Int]) -> (weights: [UInt64], size: Double) {
    guard let first = counts.first(where: { $0 != 0 }) else { return (counts.map { _ in 0 }, 0) }
    return (
      counts.map { $0 == 0 ? 0 : Residues.quotient(first, $0) }, 1 / Double(first)
    )
  }

  /// The fewest people of whom the new figure tells beside all earlier ones; nil where there are enough.
  var told: Int? {
    guard count > 2, !isChain else { return nil }
    let (all, before) = (ofFew(count), ofFew(count - 1))
    guard all.count > before.count, !hasManyBases(all) else { return nil }
    let few = sizes.indices.filter { sizes[$0] < least }
    var tried = 0
    /// The fewest people of kinds from a place on, with those chosen, of whom something follows.
    func fewest(from place: Int, _ chosen: Set<Int>, _ people: Int) -> Int? {
      tried += 1
      guard tried <= Self.mostTried else { return least - 1 }
      if !chosen.isEmpty, Self.follows(chosen, of: all), !Self.follows(chosen, of: before) {
        return people
      }
      return few.indices.dropFirst(place).filter { people + sizes[few[$0]] < least }.compactMap {
        fewest(from: $0 + 1, chosen.union([few[$0]]), people + sizes[few[$0]])
      }.min()
    }
    return fewest(from: 0, [], 0)
  }

  /// The sums of the first figures that hold kinds of few people alone, none of them following from others.
  private func ofFew(_ figures: Int) -> [[UInt64]] {
    let order = sizes.indices.sorted {
      (sizes[$0] < least ? 1 : 0, $0) < (sizes[$1] < least ? 1 : 0, $1)
    }
    let large = sizes.count { $0 >= least }
    let rows = (0..<figures).map { figure in order.map { kinds[$0].weights[figure] } }
    return Residues.reduced(rows).filter { $0.prefix(large).allSatisfy { $0 == 0 } }.map { row in
      var placed = Array(repeating: UInt64(0), count: sizes.count)
      for (value, kind) in zip(row, order) { placed[kind] = value }
      return placed
    }
  }

  /// Whether so many sets of kinds that have nothing in common each pin all sums down that a few people cannot be what
  /// is left: a sum that is nought on one of these sets is nought everywhere.
  private func hasManyBases(_ sums: [[UInt64]]) -> Bool {
    var rest = sizes.indices.map { kind in sums.map { $0[kind] } }
    for _ in 0..<least {
      var (basis, left): ([[UInt64]], [[UInt64]]) = ([], [])
      for kind in rest {
        if basis.count < sums.count, Residues.reduced(basis + [kind]).count > basis.count {
          basis.append(kind)
        } else {
          left.append(kind)
        }
      }
      guard basis.count == sums.count else { return false }
      rest = left
    }
    return true
  }

  /// Whether some sum holds nobody but these kinds.
  private static func follows(_ kinds: Set<Int>, of sums: [[UInt64]]) -> Bool {
    guard !sums.isEmpty else { return false }
    let outside = sums.map { sum in
      sum.indices.filter { !kinds.contains($0) }.map { sum[$0] }
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

  /// One number by another, neither nought.
  static func quotient(_ number: Int, _ divisor: Int) -> UInt64 {
    UInt64(number) % prime * power(UInt64(divisor), prime - 2) % prime
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
