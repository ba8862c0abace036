extension Quote {
  /// What stands where words were cut, by whoever coded them too.
  public static let cut = "[...]"

  /// How it is to be quoted, smaller is better: whole, long enough to say something, and no longer than
  /// is read.
  fileprivate var rank: Int {
    let cuts = text.ranges(of: Self.cut).count
    return cuts * 10 + (text.count < 60 ? 5 : text.count > 320 ? 3 : 0)
  }
}

extension Sequence where Element == Quote {
  /// The quotes by case and phase, of each the better first; between equals in their own order.
  public var bestFirst: [Quote] {
    enumerated().map { (place: $0.offset, quote: $0.element, rank: $0.element.rank) }.sorted {
      ($0.quote.caseID, $0.quote.phase ?? "", $0.rank, $0.place)
        < ($1.quote.caseID, $1.quote.phase ?? "", $1.rank, $1.place)
    }.map(\.quote)
  }
}
