/// Hides further groups of a partition so that no hidden one can be had by subtraction.
///
/// Groups that share a published total are a partition. A group is shown when it has at least
/// `threshold` answers. While some group is hidden, and it is the only one, or the hidden ones have
/// fewer than `threshold` answers together, the smallest group shown is hidden too; of equally small
/// ones the first by name, in the order of code points. Empty groups are no hidden ones. The total is
/// shown when it has at least `threshold` answers.
public struct SecondarySuppression: Sendable, Hashable {
  /// Groups hidden for being small, by name.
  public let primary: [String]
  /// Groups hidden to guard those, by name.
  public let secondary: [String]
  /// Groups shown, by name.
  public let shown: [String]
  /// Groups without an answer, by name.
  public let empty: [String]
  /// Whether the total may be shown.
  public let isTotalShown: Bool

  /// Works out what a partition may show.
  ///
  /// - Parameters:
  ///   - sizes: The answers of each group.
  ///   - threshold: The least answers a figure may rest on.
  public init(sizes: [String: Int], threshold: Int) {
    func byName(_ left: String, _ right: String) -> Bool {
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    }
    let filled = sizes.filter { $0.value > 0 }
    let small = filled.filter { $0.value < threshold }
    var open = filled.filter { $0.value >= threshold }.sorted {
      $0.value == $1.value ? byName($0.key, $1.key) : $0.value < $1.value
    }
    var guarding: [String] = []
    var together = small.values.reduce(0, +)
    while !small.isEmpty, !open.isEmpty,
      small.count + guarding.count == 1 || together < threshold
    {
      let next = open.removeFirst()
      guarding.append(next.key)
      together += next.value
    }
    primary = small.keys.sorted(by: byName)
    secondary = guarding.sorted(by: byName)
    shown = open.map(\.key).sorted(by: byName)
    empty = sizes.filter { $0.value <= 0 }.keys.sorted(by: byName)
    isTotalShown = filled.values.reduce(0, +) >= threshold
  }

  /// Whether a group may be shown; a group that is not in the partition may not.
  public func shows(_ group: String) -> Bool { shown.contains(group) }
}
