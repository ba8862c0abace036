/// A metric made ready for sums: numbers for categories where that suffices, else a table.
enum AlphaDistance {
  case nominal
  /// Squared differences of numbers; ordinal distances are these, on mid-ranks.
  case squares([Double])
  case table([Double], width: Int)
  case sets(SetScale, SetDistance)

  /// Mid-ranks of categories by use: values below plus half the values within.
  ///
  /// The ordinal distance (Σ_{g=c..k} n_g - (n_c + n_k)/2)² is the squared difference of these.
  static func midRanks(_ margins: [Int]) -> [Double] {
    var below = 0
    return margins.map { count in
      defer { below += count }
      return Double(below) + Double(count) / 2
    }
  }

  /// Readies a metric for ratings with given pairable margins, or says why it cannot be used.
  static func make(
    _ metric: AlphaMetric, margins: [Int]
  ) -> Result<AlphaDistance, AlphaObstacle> {
    switch metric {
    case .nominal: return .success(.nominal)
    case .ordinal: return .success(.squares(midRanks(margins)))
    case .interval(let values):
      return number(values, margins).map { .success(.squares($0)) }
        ?? .failure(AlphaObstacle(missingValue(values, margins)))
    case .ratio(let values):
      guard let values = number(values, margins) else {
        return .failure(AlphaObstacle(missingValue(values, margins)))
      }
      return ratio(values, margins)
    case .sets(let scale, let kind):
      guard scale.words.count >= margins.count * scale.wordCount else {
        return .failure(AlphaObstacle(.categoryWithoutValue(scale.setCount)))
      }
      // A table is faster; many different sets would not fit in one.
      guard margins.count <= 1024 else { return .success(.sets(scale, kind)) }
      let table = DistanceTable(name: kind.rawValue, categoryCount: margins.count) {
        scale.distance($0, $1, kind)
      }
      return .success(.table(table.values, width: table.categoryCount))
    case .distances(let table):
      guard table.categoryCount >= margins.count else {
        return .failure(AlphaObstacle(.categoryWithoutValue(table.categoryCount)))
      }
      return .success(.table(table.values, width: table.categoryCount))
    }
  }

  /// The numbers, one a category, 0 for unused ones without; nil where a used one has none.
  private static func number(_ values: [Double], _ margins: [Int]) -> [Double]? {
    let filled = margins.indices.map { $0 < values.count && values[$0].isFinite ? values[$0] : 0 }
    let missing = margins.indices.contains {
      margins[$0] > 0 && !($0 < values.count && values[$0].isFinite)
    }
    return missing ? nil : filled
  }

  private static func missingValue(_ values: [Double], _ margins: [Int]) -> UndefinedReason {
    .categoryWithoutValue(
      margins.indices.first {
        margins[$0] > 0 && !($0 < values.count && values[$0].isFinite)
      } ?? 0)
  }

  private static func ratio(
    _ values: [Double], _ margins: [Int]
  ) -> Result<AlphaDistance, AlphaObstacle> {
    let used = margins.indices.filter { margins[$0] > 0 }
    for (place, row) in used.enumerated() {
      for column in used[(place + 1)...]
      where values[row] + values[column] == 0 && values[row] != 0 {
        return .failure(AlphaObstacle(.valuesSumToZero(row, column)))
      }
    }
    let table = DistanceTable(name: "ratio", categoryCount: values.count) { row, column in
      let sum = values[row] + values[column]
      let share = sum == 0 ? 0 : (values[row] - values[column]) / sum
      return share * share
    }
    return .success(.table(table.values, width: values.count))
  }

  /// The distance of two categories.
  func callAsFunction(_ c: Int, _ k: Int) -> Double {
    switch self {
    case .nominal: c == k ? 0 : 1
    case .squares(let values): (values[c] - values[k]) * (values[c] - values[k])
    case .table(let values, let width): values[c * width + k]
    case .sets(let scale, let kind): scale.distance(c, k, kind)
    }
  }

  /// Σ_c Σ_k n_c n_k d_ck over all categories.
  func total(_ margins: [Int]) -> Double {
    switch self {
    case .nominal:
      let sum = margins.reduce(0, +)
      return Double(margins.reduce(0) { $0 + $1 * (sum - $1) })
    case .squares(let values):
      // 2 n Σ n_c (v_c - mean)², in two passes.
      var count = 0.0
      var first = 0.0
      for (value, margin) in zip(values, margins) where margin > 0 {
        count += Double(margin)
        first += Double(margin) * value
      }
      let mean = first / max(count, 1)
      var squares = 0.0
      for (value, margin) in zip(values, margins) where margin > 0 {
        squares += Double(margin) * (value - mean) * (value - mean)
      }
      return 2 * count * squares
    case .table(let values, let width):
      return Self.pairSum(margins) { values[$0 * width + $1] }
    case .sets(let scale, let kind):
      return Self.pairSum(margins) { scale.distance($0, $1, kind) }
    }
  }

  private static func pairSum(_ margins: [Int], _ distance: (Int, Int) -> Double) -> Double {
    let used = margins.indices.filter { margins[$0] > 0 }
    var sum = 0.0
    for (place, row) in used.enumerated() {
      for column in used[(place + 1)...] {
        sum += Double(margins[row]) * Double(margins[column]) * distance(row, column)
      }
    }
    return 2 * sum
  }
}

/// Carries an ``UndefinedReason`` as the failure of a `Result`.
struct AlphaObstacle: Error {
  let reason: UndefinedReason
  init(_ reason: UndefinedReason) { self.reason = reason }
}

extension RatingCounts {
  /// Σ_{c≠k} r_c r_k d_ck / (r - 1) of one pattern; 0 with fewer than two ratings.
  func disagreement(_ pattern: Int, _ distance: AlphaDistance) -> Double {
    guard sizes[pattern] > 1 else { return 0 }
    let range = entries(pattern)
    var sum = 0.0
    for entry in range {
      for other in (entry + 1)..<max(range.upperBound, entry + 1) {
        sum += Double(tallies[entry] * tallies[other]) * distance(members[entry], members[other])
      }
    }
    return 2 * sum / Double(sizes[pattern] - 1)
  }
}
