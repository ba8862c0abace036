/// How often two coders gave each pair of categories, over units both rated.
///
/// Shape: categories x categories; the row is the first coder's category, the column the second's.
public struct PairTable: Sendable, Hashable {
  /// The number of declared categories, q.
  public let categoryCount: Int
  /// Units rated by both coders.
  public let unitCount: Int
  /// Joint counts by row, then column.
  let cells: [Int]
  /// Per category, how often the first coder gave it.
  public let firstMargins: [Int]
  /// Per category, how often the second coder gave it.
  public let secondMargins: [Int]

  /// Counts the ratings of two coders, by position; a coder who is not there has no ratings.
  public init(_ rows: RatingRows, first: Int, second: Int) {
    let q = rows.categoryCount
    var cells = [Int](repeating: 0, count: q * q)
    let coders = 0..<rows.coderCount
    if coders.contains(first), coders.contains(second) {
      for (number, multiplicity) in rows.multiplicities.enumerated() {
        let one = rows.cells[number * rows.coderCount + first]
        let two = rows.cells[number * rows.coderCount + second]
        guard one != RatingMatrix.missing, two != RatingMatrix.missing else { continue }
        cells[Int(one) * q + Int(two)] += multiplicity
      }
    }
    self.init(categoryCount: q, cells: cells)
  }

  /// Takes a table of counts; nil where it is not square or a count is negative.
  public init?(counts: [[Int]]) {
    guard counts.allSatisfy({ $0.count == counts.count && $0.allSatisfy { $0 >= 0 } }) else {
      return nil
    }
    self.init(categoryCount: counts.count, cells: counts.flatMap { $0 })
  }

  private init(categoryCount q: Int, cells: [Int]) {
    var first = [Int](repeating: 0, count: q)
    var second = first
    for row in 0..<q {
      for column in 0..<q {
        first[row] += cells[row * q + column]
        second[column] += cells[row * q + column]
      }
    }
    categoryCount = q
    self.cells = cells
    firstMargins = first
    secondMargins = second
    unitCount = first.reduce(0, +)
  }

  /// How often the first coder gave `row` where the second gave `column`; 0 outside the scale.
  public subscript(row: Int, column: Int) -> Int {
    guard (0..<categoryCount).contains(row), (0..<categoryCount).contains(column) else { return 0 }
    return cells[row * categoryCount + column]
  }

  /// Why two coders' figures cannot be had; nil where they can.
  var obstacle: UndefinedReason? {
    if unitCount == 0 { return .noCompletePair }
    return categoryCount < 2 ? .oneDeclaredCategory : nil
  }

  /// The share of units, 0 to 1, in which both gave the same category; nearness credited by weight.
  public func agreement(weights: AgreementWeights = .identity) -> Figure {
    guard unitCount > 0 else { return .undefined(.noCompletePair, n: 0) }
    var sum = 0.0
    for row in 0..<categoryCount {
      for column in 0..<categoryCount where cells[row * categoryCount + column] > 0 {
        sum +=
          weights.weight(row, column, of: categoryCount)
          * Double(cells[row * categoryCount + column])
      }
    }
    return .defined(sum / Double(unitCount), n: unitCount)
  }
}
