/// Finds groups of units, at most one a coder, that save more than their units' prices.
///
/// A group of k units costs 1 - Σ (1 - d)/C over its pairs, where C is the number of pairs of
/// coders: every empty place makes its pairs cost 1. It saves k less that. What is left to gain is
/// bounded coder by coder, so that few groups are looked at when prices are good.
struct GroupSearch {
  private let units: [AlignedUnit]
  private let dissimilarity: GammaDissimilarity
  /// 1/C: what a pair of equal units saves.
  private let share: Double
  /// How many coders there are.
  let coderCount: Int
  /// Per unit, those of later coders that it may be in a group with.
  private let later: [[Int]]

  /// Takes units in ascending order of coder and start, and what each may be grouped with.
  init(
    _ units: [AlignedUnit], later: [[Int]], coderCount: Int, dissimilarity: GammaDissimilarity
  ) {
    self.units = units
    self.later = later
    self.coderCount = coderCount
    self.dissimilarity = dissimilarity
    share = 2 / Double(coderCount * (coderCount - 1))
  }

  /// What is found from one unit on.
  struct Finding {
    /// The groups, those of the largest margin last.
    var groups: [UnitGroup] = []
    /// Whether all were looked at.
    var isComplete = true
  }

  /// A unit that may be added, and what it and its pairs with the group so far bring.
  private struct Candidate {
    let unit: Int
    let score: Double
  }

  /// A search from one unit on: one list for all its depths, so that little is allocated.
  private struct Walk {
    let prices: [Double]
    let least: Double
    let keep: Int
    var steps: Int
    var members: [Int]
    /// The candidates of all groups begun, those of the last group last.
    var candidates: [Candidate] = []
    /// Per depth and coder, where its candidates begin.
    var starts: [Int]
    /// Per depth and coder, the most that it and later coders can still bring.
    var bounds: [Double]
    /// Per depth and coder, the most that its pairs with later coders bring.
    var bonuses: [Double]
    var found: [(margin: Double, group: UnitGroup)] = []
    var isComplete = true
  }

  /// Looks for groups whose first unit is `first` and whose saving exceeds prices by over `least`.
  ///
  /// At most `keep` of the best are returned, and about `steps` candidates are looked at.
  func groups(
    from first: Int, prices: [Double], least: Double, keep: Int, steps: Int
  ) -> (finding: Finding, steps: Int) {
    let cells = coderCount * (coderCount + 1)
    let zeros = [Double](repeating: 0, count: cells)
    var walk = Walk(
      prices: prices, least: least, keep: keep, steps: steps, members: [first],
      starts: [Int](repeating: 0, count: cells), bounds: zeros, bonuses: zeros)
    var coder = 0
    for unit in later[first] {
      while coder < units[unit].coder {
        coder += 1
        walk.starts[coder] = walk.candidates.count
      }
      walk.candidates.append(
        Candidate(unit: unit, score: 1 - prices[unit] + gain(first, unit)))
    }
    while coder < coderCount {
      coder += 1
      walk.starts[coder] = walk.candidates.count
    }
    extend(margin: -prices[first], after: units[first].coder, depth: 0, &walk)
    let groups = walk.found.sorted { $0.margin < $1.margin }.map(\.group)
    return (Finding(groups: groups, isComplete: walk.isComplete), steps - walk.steps)
  }

  private func gain(_ first: Int, _ second: Int) -> Double {
    (1 - dissimilarity.between(units[first], units[second])) * share
  }

  /// Adds each candidate in turn, and others to it; `margin` is that of the group so far.
  private func extend(margin: Double, after coder: Int, depth: Int, _ walk: inout Walk) {
    let base = depth * (coderCount + 1)
    var others = 0.0
    walk.bounds[base + coderCount] = 0
    for next in stride(from: coderCount - 1, to: coder, by: -1) {
      let range = walk.starts[base + next]..<walk.starts[base + next + 1]
      var best = -Double.infinity
      for place in range where walk.candidates[place].score > best {
        best = walk.candidates[place].score
      }
      walk.bonuses[base + next] = others * share
      walk.bounds[base + next] =
        walk.bounds[base + next + 1] + max(0, best + walk.bonuses[base + next])
      if !range.isEmpty { others += 1 }
    }
    for next in (coder + 1)..<max(coderCount, coder + 1) {
      guard margin + walk.bounds[base + next] > walk.least else { return }
      let rest = margin + walk.bounds[base + next + 1] + walk.bonuses[base + next]
      for place in walk.starts[base + next]..<walk.starts[base + next + 1] {
        let candidate = walk.candidates[place]
        guard rest + candidate.score > walk.least else { continue }
        walk.steps -= 1
        guard walk.steps > 0 else {
          walk.isComplete = false
          return
        }
        walk.members.append(candidate.unit)
        let sum = margin + candidate.score
        if sum > walk.least { keep(sum, &walk) }
        if walk.bonuses[base + next] > 0 {
          let end = walk.candidates.count
          narrow(to: candidate.unit, after: next, depth: depth, &walk)
          extend(margin: sum, after: next, depth: depth + 1, &walk)
          walk.candidates.removeLast(walk.candidates.count - end)
        }
        walk.members.removeLast()
      }
    }
  }

  /// Lists the candidates of later coders once a unit has been added, for the next depth.
  private func narrow(to unit: Int, after coder: Int, depth: Int, _ walk: inout Walk) {
    let from = depth * (coderCount + 1)
    let to = from + coderCount + 1
    for next in (coder + 1)..<coderCount {
      walk.starts[to + next] = walk.candidates.count
      let range = walk.starts[from + next]..<walk.starts[from + next + 1]
      walk.steps -= range.count
      for place in range {
        let candidate = walk.candidates[place]
        walk.candidates.append(
          Candidate(unit: candidate.unit, score: candidate.score + gain(unit, candidate.unit)))
      }
    }
    walk.starts[to + coderCount] = walk.candidates.count
  }

  /// Keeps the group so far if it is among the best.
  private func keep(_ margin: Double, _ walk: inout Walk) {
    if walk.found.count == walk.keep {
      let worst = walk.found.indices.min { walk.found[$0].margin < walk.found[$1].margin }
      guard let worst, walk.found[worst].margin < margin else { return }
      walk.found.swapAt(worst, walk.found.count - 1)
      walk.found.removeLast()
    }
    walk.found.append((margin, UnitGroup(members: walk.members, saving: saving(walk.members))))
  }

  /// What a group saves against each of its units alone.
  func saving(_ members: [Int]) -> Double {
    var saving = Double(members.count - 1)
    for (place, first) in members.enumerated() {
      for second in members.dropFirst(place + 1) { saving += gain(first, second) }
    }
    return saving
  }
}
