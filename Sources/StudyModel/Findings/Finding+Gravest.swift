extension Finding {
  /// What is lost, in points of the scale, as findings are compared by it: to nine decimals.
  var weight: Double { NineDecimals.rounded(loss) }
}

extension Sequence where Element == Finding {
  /// The findings, where most is lost first; of equal losses in their own order.
  public var gravestFirst: [Finding] {
    enumerated().sorted {
      $0.element.weight == $1.element.weight
        ? $0.offset < $1.offset : $0.element.weight > $1.element.weight
    }.map(\.element)
  }
}
