/// Of how few people several sums of editions tell together, by their names.
///
/// What is left exactly of all of them is found by ``EditionsTogether``; where organizations weigh the same, somebody may
/// also weigh so much more than all who are left with him or her that the sum is as good as an answer, and that is looked
/// for in every two earlier sums beside the new one.
struct SumsTogether: Hashable {
  private let now: EditionsTogether.Sum
  /// Those that share people with the new one, or with such as do, each once.
  private let earlier: [EditionsTogether.Sum]

  /// So many pairs of earlier sums are looked at, the newest first.
  private static let mostPairs = 300

  /// Takes the new sum, what was told before, oldest first, and what is told with it.
  init(
    _ now: EditionsTogether.Sum, after earlier: [EditionsTogether.Sum],
    besides others: [EditionsTogether.Sum]
  ) {
    self.now = now
    var known: Set<EditionsTogether.Sum> = [now]
    let all = (earlier + others).filter { known.insert($0).inserted }
    // Of other phases, and with others who share nobody with these, nothing follows.
    var reached = Set(now.keys)
    var taken: Set<Int> = []
    while true {
      let more = all.indices.filter { place in
        !taken.contains(place) && all[place].keys.contains(where: reached.contains)
      }
      if more.isEmpty { break }
      taken.formUnion(more)
      for place in more { reached.formUnion(all[place].keys) }
    }
    self.earlier = taken.sorted().map { all[$0] }
  }

  /// The fewest people of whom they tell: fewer than `least`, or fewer than `apart` that are fewer than each sum is of
  /// alone; nil where there are enough.
  func few(least: Int, apart: Int) -> Int? {
    guard earlier.count > 1 else { return nil }
    let fewest = ([now] + earlier).map(\.count).min() ?? 0
    let exact = EditionsTogether(now, earlier, least: apart).told.flatMap {
      $0 < least || $0 < fewest ? $0 : nil
    }
    return exact ?? dominated(least: least)
  }

  /// As how few those count who are left of two earlier sums and the new one, where people weigh differently.
  private func dominated(least: Int) -> Int? {
    guard ([now] + earlier).contains(where: { Set($0.values).count > 1 }) else { return nil }
    let weights = earlier.reversed().map(Self.weights)
    let own = Self.weights(now)
    var looked = 0
    for (place, first) in weights.enumerated() {
      for second in weights.dropFirst(place + 1) {
        looked += 1
        guard looked <= Self.mostPairs else { return nil }
        if let told = SharedSums.few(own, beside: [first, second], least: least) {
          return max(1, Int(told))
        }
      }
    }
    return nil
  }

  private static func weights(_ sum: EditionsTogether.Sum) -> SharedSums.Weights<UInt64> {
    sum.mapValues { 1 / Double($0) }
  }
}
