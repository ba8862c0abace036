/// The best matching of two coders' units: which pairs save most, each unit in one pair at most.
///
/// Exact, by shortest augmenting paths with prices. A unit may stay without a partner, which saves
/// nothing.
///
/// > Reference: Jonker & Volgenant (1987), Computing 38, 325-340; here on a sparse list of pairs.
struct UnitMatching {
  /// Per unit of the first coder, whom it may be matched with and what that saves, above 0.
  private let pairs: [[(second: Int, saving: Double)]]
  /// Per unit of the second coder, its partner.
  private var firsts: [Int?]
  /// Per unit of the first coder, where in its pairs its partner stands.
  private var partners: [Int?]
  /// Per unit of the second coder, how much cheaper it would have to be; 0 while it is free.
  private var prices: [Double]

  /// What looking at a pair costs, in steps.
  private static let steps = 10

  /// Matches all units; nil where the budget ends first.
  init?(
    pairs: [[(second: Int, saving: Double)]], secondCount: Int, _ budget: inout SearchBudget
  ) {
    self.pairs = pairs
    firsts = [Int?](repeating: nil, count: secondCount)
    partners = [Int?](repeating: nil, count: pairs.count)
    prices = [Double](repeating: 0, count: secondCount)
    for first in pairs.indices {
      guard place(first, &budget) else { return nil }
    }
  }

  /// What all matched pairs save together.
  var saving: Double {
    zip(pairs, partners).reduce(0) { sum, unit in
      sum + (unit.1.map { unit.0[$0].saving } ?? 0)
    }
  }

  /// A second coder's unit on the way: how far it is, and over which pair it was reached.
  private struct Step {
    var distance: Double
    var first: Int
    var pair: Int
    var isSettled = false
  }

  /// Finds a partner for a unit, moving others on where that saves more; false where the budget ends.
  private mutating func place(_ source: Int, _ budget: inout SearchBudget) -> Bool {
    var steps: [Int: Step] = [:]
    var open: [Int] = []
    var first = source
    var base = 0.0
    // Leaving a unit of the first coder alone also ends a path.
    var alone = (distance: 0.0, first: source)
    while budget.spend(Self.steps * (pairs[first].count + open.count + 1)) {
      for (pair, edge) in pairs[first].enumerated() {
        let distance = base - edge.saving - prices[edge.second]
        if let step = steps[edge.second] {
          if step.isSettled || step.distance <= distance { continue }
        } else {
          open.append(edge.second)
        }
        steps[edge.second] = Step(distance: distance, first: first, pair: pair)
      }
      var nearest: (place: Int, distance: Double)?
      for (place, second) in open.enumerated() {
        let distance = steps[second]?.distance ?? .infinity
        if distance < nearest?.distance ?? .infinity { nearest = (place, distance) }
      }
      guard let nearest, nearest.distance < alone.distance else {
        raise(steps, to: alone.distance)
        leave(alone.first, steps)
        return true
      }
      let second = open[nearest.place]
      guard let owner = firsts[second], let pair = partners[owner] else {
        raise(steps, to: nearest.distance)
        move(second, steps)
        return true
      }
      open.swapAt(nearest.place, open.count - 1)
      open.removeLast()
      steps[second]?.isSettled = true
      first = owner
      base = nearest.distance + pairs[owner][pair].saving + prices[second]
      if base < alone.distance { alone = (base, owner) }
    }
    return false
  }

  /// Changes the prices of settled units so that the path found costs nothing more.
  private mutating func raise(_ steps: [Int: Step], to distance: Double) {
    for (second, step) in steps where step.isSettled {
      prices[second] += step.distance - distance
    }
  }

  /// Ends the path with a unit of the first coder alone; its partner goes to the one before.
  private mutating func leave(_ first: Int, _ steps: [Int: Step]) {
    guard let pair = partners[first] else { return }
    partners[first] = nil
    move(pairs[first][pair].second, steps)
  }

  /// Gives a unit of the second coder to the one it was reached from, and so on back.
  private mutating func move(_ second: Int, _ steps: [Int: Step]) {
    var second = second
    while let step = steps[second] {
      let before = partners[step.first].map { pairs[step.first][$0].second }
      partners[step.first] = step.pair
      firsts[second] = step.first
      guard let before else { return }
      second = before
    }
  }
}
