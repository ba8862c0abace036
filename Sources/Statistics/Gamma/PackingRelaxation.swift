/// What groups of units save, and at which prices of units no group saves more than its units cost.
///
/// The linear relaxation of choosing disjoint groups that save most, by the revised simplex method
/// with the inverse of the basis kept whole. Right-hand sides are moved by little, unequal amounts
/// against cycling; that does not touch the prices.
///
/// > Reference: Dantzig & Orchard-Hays (1954), Mathematical Tables and Other Aids to Computation
/// > 8, 64-67; perturbation: Charnes (1952), Econometrica 20, 160-170.
struct PackingRelaxation {
  private let rowCount: Int
  /// The inverse of the basis, column after column.
  private var inverse: [Double]
  /// Per row, the basic variable: a unit alone, or the number of units plus a group's place.
  private var basis: [Int]
  private var isBasic: [Bool]
  /// Values of the basic variables with the right-hand sides moved, and with those of 1.
  private var moved: [Double]
  private var values: [Double]
  private var cursor = 0
  /// The groups so far.
  private(set) var groups: [UnitGroup] = []
  /// Per unit, its price.
  private(set) var prices: [Double]

  private static let tolerance = 1e-10

  /// Begins with every unit alone.
  init(unitCount: Int) {
    rowCount = unitCount
    inverse = [Double](repeating: 0, count: unitCount * unitCount)
    for row in 0..<unitCount { inverse[row * unitCount + row] = 1 }
    basis = Array(0..<unitCount)
    isBasic = [Bool](repeating: true, count: unitCount)
    moved = (0..<unitCount).map { row in
      let fraction = Double(row + 1) * 0.618_033_988_749_894_9
      return 1 + 1e-5 * (0.5 + fraction - fraction.rounded(.down))
    }
    values = [Double](repeating: 1, count: unitCount)
    prices = [Double](repeating: 0, count: unitCount)
  }

  /// Adds groups to choose from.
  mutating func add(_ more: [UnitGroup]) {
    groups += more
    isBasic += [Bool](repeating: false, count: more.count)
  }

  /// Per group, how far it is chosen, from 0 to 1.
  var shares: [Double] {
    var shares = [Double](repeating: 0, count: groups.count)
    for (row, variable) in basis.enumerated() where variable >= rowCount {
      shares[variable - rowCount] = min(max(values[row], 0), 1)
    }
    return shares
  }

  /// Finds the optimum; false where the budget ends first.
  mutating func maximize(_ budget: inout SearchBudget) -> Bool {
    while let entering = entering() {
      guard let steps = pivot(entering), budget.spend(steps) else { return false }
    }
    refreshPrices()
    return true
  }

  /// A variable that would save more than it costs: the best of a stretch of them.
  private mutating func entering() -> (variable: Int, gain: Double)? {
    let count = rowCount + groups.count
    let stretch = max(count / 8, 300)
    var best: (variable: Int, gain: Double)?
    for step in 0..<count {
      if step % stretch == 0, best != nil { break }
      let variable = cursor
      cursor = cursor + 1 == count ? 0 : cursor + 1
      if isBasic[variable] { continue }
      let gain =
        variable < rowCount ? -prices[variable] : groups[variable - rowCount].margin(prices)
      if gain > max(best?.gain ?? 0, Self.tolerance) { best = (variable, gain) }
    }
    return best
  }

  /// Brings a variable into the basis and says how many steps that took; nil where rounding leaves
  /// no way to.
  private mutating func pivot(_ entering: (variable: Int, gain: Double)) -> Int? {
    var column = [Double](repeating: 0, count: rowCount)
    let members =
      entering.variable < rowCount
      ? [entering.variable] : groups[entering.variable - rowCount].members
    for member in members {
      let base = member * rowCount
      for row in 0..<rowCount { column[row] += inverse[base + row] }
    }
    let touched = column.indices.filter { abs(column[$0]) > 1e-11 }
    var leaving: Int?
    var least = Double.infinity
    for row in touched where column[row] > 1e-9 {
      let ratio = max(moved[row], 0) / column[row]
      if ratio < least { (leaving, least) = (row, ratio) }
    }
    guard let leaving else { return nil }
    let value = values[leaving] / column[leaving]
    for row in touched {
      moved[row] -= least * column[row]
      values[row] -= value * column[row]
    }
    moved[leaving] = least
    values[leaving] = value
    var steps = rowCount
    for place in 0..<rowCount {
      let base = place * rowCount
      let factor = inverse[base + leaving] / column[leaving]
      if abs(factor) < 1e-13 {
        inverse[base + leaving] = 0
        continue
      }
      for row in touched { inverse[base + row] -= column[row] * factor }
      steps += touched.count
      inverse[base + leaving] = factor
      prices[place] += entering.gain * factor
    }
    isBasic[basis[leaving]] = false
    isBasic[entering.variable] = true
    basis[leaving] = entering.variable
    return steps
  }

  /// Computes the prices anew, without what rounding has left in them.
  private mutating func refreshPrices() {
    let savings = basis.map { $0 < rowCount ? 0 : groups[$0 - rowCount].saving }
    let chosen = savings.indices.filter { savings[$0] != 0 }
    for place in 0..<rowCount {
      let base = place * rowCount
      prices[place] = max(chosen.reduce(0) { $0 + savings[$1] * inverse[base + $1] }, 0)
    }
  }
}

/// Units of different coders aligned with each other, by position.
struct UnitGroup: Sendable, Hashable {
  /// The units.
  let members: [Int]
  /// How much less the group costs than each of its units alone.
  let saving: Double

  /// What the group saves beyond its units' prices.
  func margin(_ prices: [Double]) -> Double {
    var margin = saving
    for member in members { margin -= prices[member] }
    return margin
  }
}
