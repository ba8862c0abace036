/// How the answers on a construct lie on their scale.
public enum AnswerShares: Sendable, Hashable {
  /// Per cent of the answers at each point, lowest first: to the researcher.
  case points([Double])
  /// Per cent of the answers below the middle, at it and above it: what others are told. With a share a point
  /// and the level it is mostly certain how many gave an answer that few gave.
  case thirds(Thirds)
  /// Quarters of the answers, 1 to 3, below the middle of the scale, at it and above it: of few
  /// answers no more is told to others than the researcher.
  case quarters(below: Int, middle: Int, above: Int)

  /// Per cent below the middle, at it and above it.
  public struct Thirds: Sendable, Hashable {
    /// Below the middle of the scale.
    public var below: Double
    /// At it; 0 where the scale has no point in the middle.
    public var middle: Double
    /// Above it.
    public var above: Double
  }

  /// Per cent below the middle, at it and above it; quarters are 25, 50 and 75.
  public var thirds: Thirds {
    switch self {
    case .points(let points):
      let half = points.count / 2
      let upper = (points.count + 1) / 2
      func sum(_ range: Range<Int>) -> Double { points[range].reduce(0, +) }
      return Thirds(
        below: sum(0..<half), middle: sum(half..<upper), above: sum(upper..<points.count))
    case .thirds(let thirds): return thirds
    case .quarters(let below, let middle, let above):
      return Thirds(
        below: Self.percent(below), middle: Self.percent(middle), above: Self.percent(above))
    }
  }

  /// A quarter as it is drawn.
  public static func percent(_ quarter: Int) -> Double { 25 * Double(min(3, max(1, quarter))) }

  /// A quarter in words, such as `about a half`.
  public static func words(_ quarter: Int) -> String {
    switch quarter {
    case ...1: "about a quarter or less"
    case 2: "about a half"
    default: "about three quarters or more"
    }
  }
}

/// A share of the respondents as others than the researcher are told it.
public enum SeenShare: Sendable, Hashable {
  /// Per cent to the next whole step, 5 standing for 5 or less and 95 for 95 or more.
  case percent(Double, step: Double = 1)
  /// A quarter, 1 to 3.
  case quarter(Int)

  /// Per cent, as it is drawn.
  public var percent: Double {
    switch self {
    case .percent(let percent, _): percent
    case .quarter(let quarter): AnswerShares.percent(quarter)
    }
  }
}
