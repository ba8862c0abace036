/// The alignment of all coders' units that has the least disorder, for gamma.
///
/// Every unit is in exactly one unitary alignment, which has one unit or none of each coder and
/// costs the mean of its pairs. Coders may have overlapping units and units of several codes.
///
/// The answer is exact: two coders are matched; with more, groups are generated from the prices of a
/// relaxation until none is missing that could be in a better alignment, and the best is searched
/// among them. Where that takes more than a fixed number of steps there is no answer.
///
/// > Reference: Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3), 437-479,
/// > sections 4.3 and 5.1; Barnhart, Johnson, Nemhauser, Savelsbergh & Vance (1998), Operations
/// > Research 46, 316-329, on generating columns.
public enum BestAlignment {
  /// How many steps a search may take: some seconds.
  static let steps = 1_000_000_000
  /// How many units that hang together are taken at most, with three coders or more.
  static let mostUnits = 3000

  /// The disorder of a document's best alignment, over all coders: 0 or more, `n` its units.
  ///
  /// Disorder is the sum of what the unitary alignments cost over the mean number of units a coder.
  /// A coder without units counts as one. Undefined with fewer than two coders, where nobody has a
  /// unit, and where the search reaches its limit.
  public static func disorder(
    _ spans: SpanSet, document: Int, dissimilarity: GammaDissimilarity = .even
  ) -> Figure {
    guard spans.documents.indices.contains(document) else { return .undefined(.nothingCoded, n: 0) }
    return disorder(
      AlignedUnit.all(spans, document: document), coderCount: spans.coders.count, dissimilarity)
  }

  /// The disorder of units given by coder, then start.
  static func disorder(
    _ units: [AlignedUnit], coderCount: Int, _ dissimilarity: GammaDissimilarity,
    steps: Int = steps
  ) -> Figure {
    guard coderCount > 1 else {
      return .undefined(.tooFewCoders(needed: 2, found: coderCount), n: units.count)
    }
    guard !units.isEmpty else { return .undefined(.nothingCoded, n: 0) }
    var budget = SearchBudget(steps)
    let neighbours = Neighbours(units, coderCount: coderCount, dissimilarity)
    var saving = 0.0
    for part in neighbours.parts {
      guard let own = Self.saving(part, coderCount: coderCount, dissimilarity, &budget) else {
        return .undefined(.searchLimit, n: units.count)
      }
      saving += own
    }
    let cost = max(Double(units.count) - saving, 0)
    return .defined(cost * Double(coderCount) / Double(units.count), n: units.count)
  }

  /// What the best alignment of units that hang together saves against each unit alone.
  private static func saving(
    _ part: Neighbours.Part, coderCount: Int, _ dissimilarity: GammaDissimilarity,
    _ budget: inout SearchBudget
  ) -> Double? {
    let search = GroupSearch(
      part.units, later: part.later, coderCount: coderCount, dissimilarity: dissimilarity)
    if coderCount > 2 {
      guard part.units.count <= mostUnits else { return nil }
      var generation = GroupGeneration(search, unitCount: part.units.count)
      return generation.most(&budget)
    }
    let firstCount = part.units.firstIndex { $0.coder == 1 } ?? part.units.count
    let pairs = (0..<firstCount).map { first in
      part.later[first].map { (second: $0 - firstCount, saving: search.saving([first, $0])) }
        .filter { $0.saving > 0 }
    }
    let secondCount = part.units.count - firstCount
    return UnitMatching(pairs: pairs, secondCount: secondCount, &budget)?.saving
  }
}

/// Which units of different coders are near enough to be aligned in a best alignment.
///
/// With C pairs of coders and m coders, a pair at a distance of C + m - 1 or more is in none: to
/// take one of the two out of its group would cost no more, however well the others fit.
private struct Neighbours {
  /// Units that hang together.
  struct Part {
    var units: [AlignedUnit] = []
    /// Per unit, its neighbours of later coders, by place in this part.
    var later: [[Int]] = []
  }

  private(set) var parts: [Part] = []

  init(_ units: [AlignedUnit], coderCount: Int, _ dissimilarity: GammaDissimilarity) {
    let reach = Double(coderCount * (coderCount - 1) / 2 + coderCount - 1)
    let factor = (reach / dissimilarity.positionWeight).squareRoot()
    var coders = [[Int]](repeating: [], count: coderCount)
    for (place, unit) in units.enumerated() { coders[unit.coder].append(place) }
    let longest = coders.map { $0.reduce(0) { max($0, units[$1].length) } }
    var later = [[Int]](repeating: [], count: units.count)
    var links = Connections(count: units.count)
    for (place, unit) in units.enumerated() {
      for coder in (unit.coder + 1)..<max(coderCount, unit.coder + 1) {
        let span = factor * (unit.length + longest[coder])
        let from = Self.first(coders[coder]) { units[$0].start >= unit.start - span }
        for other in coders[coder][from...] {
          if units[other].start > unit.start + span { break }
          guard dissimilarity.between(unit, units[other]) < reach else { continue }
          later[place].append(other)
          links.join(place, other)
        }
      }
    }
    var order: [Int: Int] = [:]
    var places = [Int](repeating: 0, count: units.count)
    for (place, unit) in units.enumerated() {
      let root = links.root(of: place)
      let part = order[root, default: parts.count]
      order[root] = part
      if part == parts.count { parts.append(Part()) }
      places[place] = parts[part].units.count
      parts[part].units.append(unit)
    }
    for place in units.indices {
      parts[order[links.root(of: place)] ?? 0].later.append(later[place].map { places[$0] })
    }
  }

  /// The first place in ascending order from which on something holds.
  private static func first(_ list: [Int], _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if holds(list[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
