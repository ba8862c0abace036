/// Cases that stand together, since they share the value of an attribute.
public struct CaseGroup: Sendable, Hashable {
  /// The value, with a capital; empty for all cases without an attribute to group them by.
  public let title: String
  /// Their places among the cases, one after the other.
  public let places: [Int]

  /// Creates a group.
  public init(title: String, places: [Int]) { (self.title, self.places) = (title, places) }

  /// All cases as one group without a title.
  public static func all(_ cases: [Case]) -> [CaseGroup] {
    [CaseGroup(title: "", places: Array(cases.indices))]
  }

  /// Neighbours with the same value of an attribute.
  ///
  /// - Parameters:
  ///   - cases: The cases, arranged by that attribute.
  ///   - attribute: The attribute; nil: none.
  /// - Returns: The groups in the order of the cases; one without a title where there is no attribute, or where it has
  ///   too many values to be one of groups.
  public static func of(_ cases: [Case], by attribute: String?) -> [CaseGroup] {
    guard let attribute else { return all(cases) }
    var groups: [CaseGroup] = []
    for (place, item) in cases.enumerated() {
      let value = Words.capitalized(item.attribute(attribute) ?? "not stated")
      // Capitals make no value another, as where cases are ordered.
      if let last = groups.last, last.title.lowercased() == value.lowercased() {
        groups[groups.count - 1] = CaseGroup(title: last.title, places: last.places + [place])
      } else {
        groups.append(CaseGroup(title: value, places: [place]))
      }
    }
    return groups.count > CaseArrangement.mostGroups ? all(cases) : groups
  }
}
