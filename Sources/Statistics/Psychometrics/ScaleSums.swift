/// What Cronbach's alpha needs of a scale, as whole-number sums that can be merged.
///
/// Rows stream through once; sums from parts of a survey add up exactly. Only complete rows go in:
/// a row with a missing item is left out by the caller (listwise).
public struct ScaleSums: Sendable, Hashable, Codable {
  /// How many complete rows went in.
  public private(set) var count = 0
  /// Per item, the sum of its values.
  public private(set) var sums: [Int]
  /// Per item, the sum of its squared values.
  public private(set) var squares: [Int]
  /// The sum of the row totals.
  public private(set) var totalSum = 0
  /// The sum of the squared row totals.
  public private(set) var totalSquares = 0

  /// Starts with no rows for a scale of `itemCount` items; a negative count is taken as 0.
  public init(itemCount: Int) {
    sums = Array(repeating: 0, count: max(itemCount, 0))
    squares = sums
  }

  /// Takes sums that were formed elsewhere, `sums` and `squares` one an item.
  public init(count: Int, sums: [Int], squares: [Int], totalSum: Int, totalSquares: Int) {
    self.count = count
    self.sums = sums
    self.squares = squares + repeatElement(0, count: max(0, sums.count - squares.count))
    self.totalSum = totalSum
    self.totalSquares = totalSquares
  }

  /// The largest answer, on either side of 0, whose sums stay exact.
  public static let largestValue = 10_000

  /// How many items a row has.
  public var itemCount: Int { sums.count }

  /// Takes in one complete row, keyed (reversed items already turned).
  ///
  /// - Returns: False, with nothing changed, where the row has not one value an item, or one
  ///   beyond ``largestValue`` on either side of 0.
  @discardableResult
  public mutating func add(_ row: some Collection<Int>) -> Bool {
    guard row.count == itemCount,
      row.allSatisfy({ (-Self.largestValue...Self.largestValue).contains($0) })
    else { return false }
    let total = row.reduce(0, +)
    guard !totalSquares.addingReportingOverflow(total * total).overflow else { return false }
    for (item, value) in row.enumerated() {
      sums[item] += value
      squares[item] += value * value
    }
    count += 1
    totalSum += total
    totalSquares += total * total
    return true
  }

  /// Takes in everything another one holds.
  ///
  /// - Returns: False, with nothing changed, where the other has another number of items, or both
  ///   together pass what whole numbers hold.
  @discardableResult
  public mutating func merge(_ other: ScaleSums) -> Bool {
    guard other.itemCount == itemCount,
      !totalSquares.addingReportingOverflow(other.totalSquares).overflow
    else { return false }
    count += other.count
    totalSum += other.totalSum
    totalSquares += other.totalSquares
    for item in sums.indices {
      sums[item] += other.sums[item]
      squares[item] += other.squares[item]
    }
    return true
  }

  /// Per item, the sum of squared deviations from its mean.
  var itemDeviations: [Double] {
    zip(sums, squares).map { Self.deviations(sum: $0, squares: $1, count: count) }
  }

  /// The row totals' sum of squared deviations from their mean.
  var totalDeviations: Double {
    Self.deviations(sum: totalSum, squares: totalSquares, count: count)
  }

  /// Σ(x - mean)² from whole-number sums, exact up to the last division.
  ///
  /// Deviations are taken from the whole part of the mean, so nothing large is subtracted in
  /// floating point.
  static func deviations(sum: Int, squares: Int, count: Int) -> Double {
    guard count > 0 else { return 0 }
    let (centre, rest) = sum.quotientAndRemainder(dividingBy: count)
    let about = squares - centre * (sum + rest)
    return Double(about) - Double(rest) * Double(rest) / Double(count)
  }
}
