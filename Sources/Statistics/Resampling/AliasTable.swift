/// Draws positions with given probabilities in constant time, with one random number each.
///
/// > Reference: Walker (1977), ACM Transactions on Mathematical Software 3, 253-256; built as by
/// > Vose (1991), IEEE Transactions on Software Engineering 17, 972-975.
struct AliasTable: Sendable {
  /// Per position, how much of its column is its own, out of 2^64.
  private let cuts: [UInt64]
  /// Per position, first the one that has the rest of its column, then itself.
  private let targets: [Int32]

  /// Readies the table; weights need not sum to 1.
  ///
  /// Negative ones count as 0. Nil where none is above 0, or for more than two thousand million.
  init?(_ weights: [Double]) {
    let total = weights.reduce(0) { $0 + max($1, 0) }
    guard total > 0, total.isFinite, weights.count < Int(Int32.max) else { return nil }
    var shares = weights.map { max($0, 0) / total * Double(weights.count) }
    var cuts = [UInt64](repeating: .max, count: weights.count)
    var targets = weights.indices.flatMap { [Int32($0), Int32($0)] }
    var small = weights.indices.filter { shares[$0] < 1 }
    var large = weights.indices.filter { shares[$0] >= 1 }
    while let high = large.last, let low = small.popLast() {
      cuts[low] = UInt64(shares[low] * 0x1p64)
      targets[2 * low] = Int32(high)
      shares[high] -= 1 - shares[low]
      if shares[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
    // What is left in either list differs from a full column by rounding only.
    self.cuts = cuts
    self.targets = targets
  }

  /// Draws one position.
  ///
  /// The product's upper half picks the column, its lower half the side of the cut, by a look-up
  /// rather than a branch no processor can predict. A column is favoured by at most its number's
  /// share of 2^-64.
  func draw(_ generator: inout SeededGenerator) -> Int {
    let product = generator.next().multipliedFullWidth(by: UInt64(cuts.count))
    let place = Int(truncatingIfNeeded: product.high)
    let isOwn = product.low < cuts[place] ? 1 : 0
    return Int(targets[2 &* place &+ isOwn])
  }
}
