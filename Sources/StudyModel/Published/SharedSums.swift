/// Sums that are told over values of the same people, and of how few of these they tell together.
///
/// Who knows several sums may add them and take them off, each as many times as he likes. What is left is a
/// sum, too, in which some weigh much and others little or nothing. As many as it tells of are its effective
/// number: (Σ|c|)² / Σc² for weights c, which is the number of people where they weigh alike, and about one
/// where one of them weighs more than all others (Kish, Survey Sampling, 1965, section 8.2; that one who
/// dominates a sum can be told from it: Hundepool and others, Statistical Disclosure Control, 2012, chapter 4).
/// So the lone respondent of an organization is told of by two means of organizations, whoever else is in the
/// one alone.
struct SharedSums {
  /// How much each person weighs in a sum, in any unit; who is not in it has none.
  typealias Weights<Person: Hashable> = [Person: Double]

  /// People who weigh in the same proportions in all sums.
  fileprivate struct Direction {
    /// The weight in each sum, the largest 1.
    var weights: [Double]
    /// The sum of how much the people weigh, and of its squares.
    var sum = 0.0
    var squares = 0.0
  }

  private let directions: [Direction]
  private let count: Int

  /// So many combinations are looked at; beyond, it counts as told.
  private static let mostTried = 100_000
  /// Weights nearer to nought than that are nought.
  private static let nought = 1e-9

  /// Brings sums together; the time it takes grows with the people.
  init<Person: Hashable>(_ sums: [Weights<Person>]) {
    let sums = Self.independent(sums)
    count = sums.count
    var found: [[Int]: Direction] = [:]
    for person in Set(sums.flatMap(\.keys)) {
      let weights = sums.map { $0[person] ?? 0 }
      guard let size = weights.map(abs).max(), size > 0 else { continue }
      let shape = weights.map { $0 / size }
      let key = shape.map { Int(($0 * 1e9).rounded()) }
      found[key, default: Direction(weights: shape)].add(size)
    }
    directions = found.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }

  /// The least effective number of any sum that can be made of these; nil without sums.
  ///
  /// It is found among those that leave out as many kinds of people as can be: between these it is larger, for
  /// Σ|c| is linear there and the root of Σc² is convex.
  var fewest: Double? {
    guard count > 0 else { return nil }
    guard count > 1 else { return effective([1]) }
    var tried = 0
    var least = Double.infinity
    /// Leaves out further kinds from a place on.
    func leaveOut(from place: Int, _ rows: [[Double]]) {
      guard tried <= Self.mostTried else { return }
      guard rows.count < count - 1 else {
        tried += 1
        if let factors = Self.orthogonal(to: rows, of: count), let number = effective(factors) {
          least = min(least, number)
        }
        return
      }
      for next in directions.indices.dropFirst(place) {
        leaveOut(from: next + 1, rows + [directions[next].weights])
      }
    }
    leaveOut(from: 0, [])
    return tried > Self.mostTried ? 0 : least
  }

  /// Of how many a further sum tells beside others, where these are too few, and fewer than each tells of alone or
  /// the others do together; nil where it may be told.
  static func few<Person: Hashable>(
    _ new: Weights<Person>, beside others: [Weights<Person>], least: Int
  ) -> Double? {
    guard let together = SharedSums(others + [new]).fewest, together < Double(least) - nought
    else { return nil }
    let before = [SharedSums(others).fewest, SharedSums([new]).fewest].compactMap { $0 }.min()
    return before.map { together < $0 - nought } == false ? nil : together
  }

  /// The effective number of the people in a sum of so many times each; nil where nobody is left.
  private func effective(_ factors: [Double]) -> Double? {
    var (sum, squares) = (0.0, 0.0)
    for direction in directions {
      let factor = abs(zip(factors, direction.weights).reduce(0) { $0 + $1.0 * $1.1 })
      guard factor > Self.nought else { continue }
      sum += factor * direction.sum
      squares += factor * factor * direction.squares
    }
    return squares > 0 ? sum * sum / squares : nil
  }

  /// The sums that do not follow from those before them.
  private static func independent<Person: Hashable>(
    _ sums: [Weights<Person>]
  ) -> [Weights<Person>] {
    var kept: [Weights<Person>] = []
    var reduced: [(at: Person, sum: Weights<Person>)] = []
    for sum in sums {
      var rest = sum
      for known in reduced {
        guard let factor = rest[known.at], factor != 0 else { continue }
        for (person, weight) in known.sum { rest[person, default: 0] -= factor * weight }
      }
      guard let most = rest.max(by: { abs($0.value) < abs($1.value) }), abs(most.value) > nought
      else { continue }
      kept.append(sum)
      reduced.append((most.key, rest.mapValues { $0 / most.value }))
    }
    return kept
  }

  /// The factors, the largest 1, with which each row adds up to nought; nil where there are several such.
  private static func orthogonal(to rows: [[Double]], of count: Int) -> [Double]? {
    var rest = rows
    var pivots: [Int] = []
    for row in rest.indices {
      guard
        let pivot = (0..<count).filter({ !pivots.contains($0) })
          .max(by: { abs(rest[row][$0]) < abs(rest[row][$1]) }),
        abs(rest[row][pivot]) > nought
      else { return nil }
      pivots.append(pivot)
      let scaled = rest[row].map { $0 / rest[row][pivot] }
      rest[row] = scaled
      for other in rest.indices where other != row {
        let factor = rest[other][pivot]
        rest[other] = zip(rest[other], scaled).map { $0 - factor * $1 }
      }
    }
    guard let free = (0..<count).first(where: { !pivots.contains($0) }) else { return nil }
    var factors = Array(repeating: 0.0, count: count)
    factors[free] = 1
    for (row, pivot) in zip(rest, pivots) { factors[pivot] = -row[free] }
    let size = factors.map(abs).max() ?? 1
    return factors.map { $0 / size }
  }
}

extension SharedSums.Direction {
  fileprivate mutating func add(_ weight: Double) {
    sum += weight
    squares += weight * weight
  }
}
