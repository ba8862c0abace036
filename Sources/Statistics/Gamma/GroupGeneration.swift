/// The most that groups of units can save, without listing every group.
///
/// Groups are added to a relaxation while one saves more than its units' prices. The prices then
/// bound what any alignment saves; only groups whose prices exceed their saving by less than what is
/// missing between the bound and the best known alignment can be in a better one.
struct GroupGeneration {
  private let search: GroupSearch
  private let unitCount: Int
  private var relaxation: PackingRelaxation
  private var known: Set<UnitGroup> = []

  /// How far a group must exceed its prices to be added.
  private static let least = 1e-9
  /// How many groups the last search may list.
  private static let mostGroups = 400_000

  /// Readies the search.
  init(_ search: GroupSearch, unitCount: Int) {
    self.search = search
    self.unitCount = unitCount
    relaxation = PackingRelaxation(unitCount: unitCount)
  }

  /// The most; nil where the budget ends first.
  mutating func most(_ budget: inout SearchBudget) -> Double? {
    guard unitCount > 1 else { return 0 }
    guard generate(&budget) else { return nil }
    guard let lower = Self.packed(relaxation.groups, &budget) else { return nil }
    let bound = relaxation.prices.reduce(0, +) + Self.least * Double(unitCount)
    var candidates: [UnitGroup] = []
    for first in 0..<unitCount {
      let (finding, steps) = search.groups(
        from: first, prices: relaxation.prices, least: lower - bound, keep: .max,
        steps: budget.left)
      candidates += finding.groups
      guard budget.spend(steps), finding.isComplete, candidates.count <= Self.mostGroups else {
        return nil
      }
    }
    return Self.packed(candidates, &budget).map { max($0, lower) }
  }

  private static func packed(_ groups: [UnitGroup], _ budget: inout SearchBudget) -> Double? {
    var search = PackingSearch(budget)
    let most = search.most(groups)
    budget = search.budget
    return most
  }

  /// Adds groups until none is missing; false where the budget ends first.
  private mutating func generate(_ budget: inout SearchBudget) -> Bool {
    // To begin with, as if every coder had a unit in each group.
    let coders = Double(search.coderCount)
    var prices = [Double](repeating: 1 - 1 / coders, count: unitCount)
    var steps = 2000
    while true {
      var added: [UnitGroup] = []
      var isComplete = true
      for first in 0..<unitCount {
        let (finding, spent) = search.groups(
          from: first, prices: prices, least: Self.least, keep: 3, steps: steps)
        guard budget.spend(spent) else { return false }
        isComplete = isComplete && finding.isComplete
        added += finding.groups.filter { known.insert($0).inserted }
      }
      if added.isEmpty {
        if isComplete, prices == relaxation.prices { return true }
        steps *= 4
      }
      relaxation.add(added)
      guard relaxation.maximize(&budget) else { return false }
      prices = relaxation.prices
    }
  }
}
