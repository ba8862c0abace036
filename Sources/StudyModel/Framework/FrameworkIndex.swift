/// Where things stand in a framework, so that a name is found without going through all of them.
struct FrameworkIndex: Sendable, Hashable {
  /// The place of each construct; of equal ids the first.
  private(set) var places: [String: Int] = [:]
  /// The places of the children of each construct that has some, in the framework's order.
  private(set) var children: [String: [Int]] = [:]

  init(_ constructs: [Construct]) {
    for (place, construct) in constructs.enumerated() {
      if places[construct.id] == nil { places[construct.id] = place }
      if let parent = construct.parent { children[parent, default: []].append(place) }
    }
  }
}
