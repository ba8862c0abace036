import StudyModel

/// Wilson's interval of a share.
enum Wilson {
  /// The 95 % interval of `part` out of `all`, in per cent; nil for none.
  static func interval(_ part: Int, of all: Int) -> Interval? {
    guard all > 0 else { return nil }
    let z = 1.959963984540054
    let (n, p) = (Double(all), Double(part) / Double(all))
    let middle = p + z * z / (2 * n)
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    let whole = 1 + z * z / n
    return Interval(
      low: 100 * max(0, (middle - spread) / whole), high: 100 * min(1, (middle + spread) / whole))
  }
}
