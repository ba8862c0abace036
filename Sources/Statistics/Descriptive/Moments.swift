/// A running count, mean and sum of squared deviations; two of them can be merged.
///
/// Holds three numbers however many values went in, so values can stream, and parts computed apart
/// can be put together. Missing values are left out by the caller.
///
/// > Reference: Welford (1962), Technometrics 4, 419-420; merging: Chan, Golub & LeVeque (1983),
/// > The American Statistician 37, 242-247, equation 1.5.
@frozen
public struct Moments: Sendable, Hashable, Codable {
  /// How many values went in.
  public var count: Int { size }
  @usableFromInline var size: Int
  @usableFromInline var center: Double
  /// The sum of squared deviations from the mean; 0 with no values.
  public var sumOfSquaredDeviations: Double { squares }
  @usableFromInline var squares: Double

  /// Starts with no values.
  @inlinable
  public init() {
    self.init(count: 0, center: 0, squares: 0)
  }

  /// Takes in all values of a sequence, in order.
  @inlinable
  public init(_ values: some Sequence<Double>) {
    self.init()
    for value in values { add(value) }
  }

  @inlinable
  init(count: Int, center: Double, squares: Double) {
    size = count
    self.center = center
    self.squares = squares
  }

  /// Takes in one value.
  @inlinable
  public mutating func add(_ x: Double) {
    let next = count + 1
    let delta = x - center
    let mean = center + delta / Double(next)
    self = Moments(
      count: next, center: mean, squares: sumOfSquaredDeviations + delta * (x - mean))
  }

  /// Takes in everything another one holds.
  @inlinable
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let total = Double(count + other.count)
    let delta = other.center - center
    self = Moments(
      count: count + other.count,
      center: center + delta * (Double(other.count) / total),
      squares: sumOfSquaredDeviations + other.sumOfSquaredDeviations
        + delta * delta * (Double(count) * Double(other.count) / total))
  }

  /// The mean; nil with no values.
  @inlinable
  public var mean: Double? { count > 0 ? center : nil }

  /// The variance with n - 1 below; nil with fewer than two values.
  @inlinable
  public var sampleVariance: Double? {
    count > 1 ? sumOfSquaredDeviations / Double(count - 1) : nil
  }

  /// The standard deviation with n - 1 below; nil with fewer than two values.
  @inlinable
  public var sampleStandardDeviation: Double? { sampleVariance?.squareRoot() }
}
