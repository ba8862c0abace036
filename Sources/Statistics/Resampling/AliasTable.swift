/// Draws positions with given probabilities in constant time.
///
/// > Reference: Vose (1991), IEEE Transactions on Software Engineering 17, 972-975.
struct AliasTable: Sendable {
  private let cuts: [Double]
  private let aliases: [Int]

  /// Readies the table; weights need not sum to 1.
  ///
  /// Negative ones count as 0. Nil where none is above 0.
  init?(_ weights: [Double]) {
    let total = weights.reduce(0) { $0 + max($1, 0) }
    guard total > 0, total.isFinite else { return nil }
    var cuts = weights.map { max($0, 0) / total * Double(weights.count) }
    var aliases = Array(weights.indices)
    var small = weights.indices.filter { cuts[$0] < 1 }
    var large = weights.indices.filter { cuts[$0] >= 1 }
    while let low = small.popLast() {
      guard let high = large.last else {
        cuts[low] = 1
        continue
      }
      aliases[low] = high
      cuts[high] -= 1 - cuts[low]
      if cuts[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
    for rest in large { cuts[rest] = 1 }
    self.cuts = cuts
    self.aliases = aliases
  }

  /// Draws one position.
  func draw(_ generator: inout SeededGenerator) -> Int {
    let place = generator.index(below: cuts.count)
    return generator.unitInterval() < cuts[place] ? place : aliases[place]
  }
}
