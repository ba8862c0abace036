/// How far apart two categories are for Krippendorff's alpha; distances are already squared.
public enum AlphaMetric: Sendable, Hashable {
  /// 0 for equal categories, 1 for others.
  case nominal
  /// The squared number of ranks between, counting how often each rank was used.
  case ordinal
  /// (c - k)² with a number for each declared category, in order.
  case interval([Double])
  /// ((c - k)/(c + k))² with a number for each declared category, in order.
  case ratio([Double])
  /// The distance of two sets of codes, used as it is.
  case sets(SetScale, SetDistance)
  /// Any symmetric table of distances, used as it is.
  case distances(DistanceTable)

  /// The metric's name, for reports.
  public var name: String {
    switch self {
    case .nominal: "nominal"
    case .ordinal: "ordinal"
    case .interval: "interval"
    case .ratio: "ratio"
    case .sets(_, let distance): "sets, \(distance.rawValue)"
    case .distances(let table): table.name
    }
  }
}

/// Distances between all pairs of categories: symmetric, 0 on the diagonal.
///
/// Shape: categories x categories; memory grows with the square of the number of categories.
public struct DistanceTable: Sendable, Hashable {
  /// What the distance is called.
  public let name: String
  /// The number of categories.
  public let categoryCount: Int
  /// Distances by row.
  let values: [Double]

  /// Fills the table from a function called once for each pair with the first below the second.
  public init(name: String, categoryCount: Int, distance: (Int, Int) -> Double) {
    let q = max(categoryCount, 0)
    var values = [Double](repeating: 0, count: q * q)
    for row in 0..<q {
      for column in (row + 1)..<max(q, row + 1) {
        let d = distance(row, column)
        values[row * q + column] = d
        values[column * q + row] = d
      }
    }
    self.name = name
    self.categoryCount = q
    self.values = values
  }
}
