/// Cases joined by likeness, by average linkage: the distance of two groups is the mean of the
/// distances between their cases.
///
/// Of pairs of groups equally near the first by name is joined first, a group going by the first of
/// its names; `tied` says where that happened. Distances are compared after rounding to 9 decimals.
/// Cost: the cube of the number of cases.
///
/// > Reference: Sokal and Michener 1958, unweighted pair-group method with arithmetic mean.
public struct Dendrogram: Sendable, Hashable {
  /// Two groups joined.
  public struct Merge: Sendable, Hashable {
    /// The groups, as places in the list of cases; the left one is drawn first.
    public var left: [Int]
    /// See `left`.
    public var right: [Int]
    /// The distance at which they join.
    public var height: Double
    /// Other pairs of groups that were as near.
    public var tied: [Pair]
    /// The nearest pair that shares a group with this one, and would have come instead.
    public var rival: Pair?

    /// All cases of the joined group, in drawing order.
    public var cases: [Int] { left + right }
  }

  /// Two groups and their distance.
  public struct Pair: Sendable, Hashable {
    /// The groups, as places in the list of cases.
    public var left: [Int]
    /// See `left`.
    public var right: [Int]
    /// Their distance.
    public var distance: Double
  }

  /// The names of the cases, in the order given.
  public let names: [String]
  /// The joins, nearest first; one fewer than there are cases.
  public let merges: [Merge]
  /// The cases in drawing order, as places.
  public let leaves: [Int]

  /// More cases are not joined: the work grows with the cube of their number, and nobody reads the
  /// tree.
  public static let mostCases = 250

  /// Joins cases.
  ///
  /// In drawing order a single case stands before a group, a closer group before a wider one, else
  /// the one whose first case was given first.
  ///
  /// - Parameters:
  ///   - names: The names of the cases.
  ///   - distances: Their distances, a row a case; whatever is missing counts as 1.
  public init(names: [String], distances: [[Double]]) {
    self.names = names
    var groups = names.indices.map { Group(leaves: [$0], name: names[$0], height: -1) }
    var merges: [Merge] = []
    while groups.count > 1 {
      let pairs = Self.pairs(groups, distances)
      // There is a pair as long as there are two groups.
      guard let nearest = pairs.min(by: { $0.comes(before: $1, in: groups) }) else { break }
      let (first, second) = (groups[nearest.a], groups[nearest.b])
      let (left, right) = first.isDrawn(before: second) ? (first, second) : (second, first)
      let shared = pairs.filter { $0 != nearest && $0.shares(with: nearest) }
      merges.append(
        Merge(
          left: left.leaves, right: right.leaves, height: nearest.distance,
          tied: pairs.filter { $0 != nearest && $0.rounded == nearest.rounded }
            .map { $0.pair(groups) },
          rival: shared.min { $0.comes(before: $1, in: groups) }?.pair(groups)))
      groups.remove(at: max(nearest.a, nearest.b))
      groups[min(nearest.a, nearest.b)] = Group(
        leaves: left.leaves + right.leaves, name: min(left.name, right.name),
        height: nearest.distance)
    }
    self.merges = merges
    leaves = groups.first?.leaves ?? []
  }

  private struct Group {
    var leaves: [Int]
    var name: String
    var height: Double

    func isDrawn(before other: Group) -> Bool {
      let (own, others) = (NineDecimals.rounded(height), NineDecimals.rounded(other.height))
      if own != others { return own < others }
      return (leaves.min() ?? 0) < (other.leaves.min() ?? 0)
    }
  }

  private struct Near: Equatable {
    var a: Int
    var b: Int
    var distance: Double
    var rounded: Double

    func comes(before other: Near, in groups: [Group]) -> Bool {
      if rounded != other.rounded { return rounded < other.rounded }
      return names(groups).lexicographicallyPrecedes(other.names(groups))
    }

    func shares(with other: Near) -> Bool {
      a == other.a || a == other.b || b == other.a || b == other.b
    }

    func names(_ groups: [Group]) -> [String] { [groups[a].name, groups[b].name].sorted() }

    func pair(_ groups: [Group]) -> Pair {
      Pair(left: groups[a].leaves, right: groups[b].leaves, distance: distance)
    }
  }

  private static func pairs(_ groups: [Group], _ distances: [[Double]]) -> [Near] {
    groups.indices.flatMap { b in
      (0..<b).map { a in
        var sum = 0.0
        for i in groups[a].leaves {
          for j in groups[b].leaves {
            let known = distances.indices.contains(i) && distances[i].indices.contains(j)
            sum += known ? distances[i][j] : 1
          }
        }
        let mean = sum / Double(groups[a].leaves.count * groups[b].leaves.count)
        return Near(a: a, b: b, distance: mean, rounded: NineDecimals.rounded(mean))
      }
    }
  }
}
