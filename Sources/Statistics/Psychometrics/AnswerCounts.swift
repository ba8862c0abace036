/// One item's answers in one group: how many members chose each scale point, counted from 0.
struct AnswerCounts {
  let counts: [Int]
  let n: Int
  private let sum: Int
  private let squares: Int

  init(_ counts: [Int]) {
    self.counts = counts
    n = counts.reduce(0, +)
    sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    squares = counts.enumerated().reduce(0) { $0 + $1.offset * $1.offset * $1.element }
  }

  private var mean: Double { n > 0 ? Double(sum) / Double(n) : 0 }

  /// The variance with n - 1 below; 0 for fewer than two answers.
  var variance: Double {
    n > 1 ? ScaleSums.deviations(sum: sum, squares: squares, count: n) / Double(n - 1) : 0
  }

  /// The mean distance from the mean.
  var deviationFromMean: Double { deviation(from: mean) }

  /// The mean distance from the median.
  var deviationFromMedian: Double {
    deviation(from: (Double(point(at: (n - 1) / 2)) + Double(point(at: n / 2))) / 2)
  }

  /// a_wg of the item; nil where the mean is too near an end for the variance to be scaled.
  var awg: Double? {
    let high = Double(counts.count - 1)
    let size = Double(n)
    if sum == 0 || sum == n * (counts.count - 1) { return 1 }
    let reach = high / size
    guard mean >= reach, mean <= high - reach else { return nil }
    return 1 - 2 * variance / ((high * mean - mean * mean) * size / (size - 1))
  }

  private func deviation(from centre: Double) -> Double {
    guard n > 0 else { return 0 }
    return counts.enumerated().reduce(0) {
      $0 + Double($1.element) * abs(Double($1.offset) - centre)
    }
      / Double(n)
  }

  /// The scale point of the answer at a rank, counted from 0.
  private func point(at rank: Int) -> Int {
    var seen = 0
    for (point, count) in counts.enumerated() {
      seen += count
      if seen > rank { return point }
    }
    return max(counts.count - 1, 0)
  }
}
