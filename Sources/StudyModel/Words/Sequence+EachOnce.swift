extension Sequence where Element: Hashable {
  /// Each once, in the order in which it first stands.
  public var eachOnce: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
