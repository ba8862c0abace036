import StudyModel

/// Reads the bounds of a number: `at-least`, `above`, `at-most`, `below`.
struct BoundsReader {
  let log: ReadingLog

  /// The keys of bounds, with a prefix such as `share-`.
  static func keys(_ prefix: String) -> [String] {
    ["at-least", "above", "at-most", "below"].map { prefix + $0 }
  }

  /// The bounds there are, or nil where there is none; bounds nothing fits are reported.
  func read(_ map: MapReader, prefix: String, range: NumberRange) -> FindingCondition.Bounds? {
    let keys = Self.keys(prefix)
    guard keys.contains(where: { map.node($0) != nil }) else { return nil }
    let bounds = FindingCondition.Bounds(
      atLeast: map.number(keys[0], range), above: map.number(keys[1], range),
      atMost: map.number(keys[2], range), below: map.number(keys[3], range))
    for (one, other) in [(keys[0], keys[1]), (keys[2], keys[3])]
    where map.node(one) != nil && map.node(other) != nil {
      log.error(
        .frameworkCondition, at: map.place(of: other),
        "\(map.label) has \"\(one)\" and \"\(other)\"",
        "Keep one of the two.")
    }
    let low = bounds.atLeast ?? bounds.above ?? -.infinity
    let high = bounds.atMost ?? bounds.below ?? .infinity
    let closed = bounds.above == nil && bounds.below == nil
    if low > high || (low == high && !closed) {
      let first = keys.first { map.node($0) != nil } ?? keys[0]
      log.error(
        .frameworkCondition, at: map.place(of: first),
        "\(map.label) can never hold: no number is within its bounds",
        "Write a lower bound that is below the upper one.")
    }
    return bounds
  }
}
