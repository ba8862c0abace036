extension Finding {
  /// What is lost, in points of the scale, as findings are compared by it: to nine decimals.
  var weight: Double { NineDecimals.rounded(loss) }
}

extension Sequence where Element == Finding {
  /// The findings, where most is lost first, of a set what holds in most cases; of equals in their own order.
  public var gravestFirst: [Finding] {
    enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      return (first.cases.count, first.weight, right.offset)
        > (second.cases.count, second.weight, left.offset)
    }.map(\.element)
  }
}
