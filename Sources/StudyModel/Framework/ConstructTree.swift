/// A framework's constructs by number instead of by name, for work that repeats a million times.
///
/// A construct whose parent the framework does not have counts as a root.
struct ConstructTree: Sendable, Hashable {
  /// The ids, in the framework's order; a construct's number is its place here.
  let ids: [String]
  /// The number of an id.
  let index: [String: Int]
  /// The children of each construct, in the framework's order.
  let children: [[Int]]
  /// Whether each construct is a parent whose children are kinds, which has no level.
  let isOfKinds: [Bool]
  /// All constructs, each after its children.
  let childrenFirst: [Int]
  /// The forms of value, in the framework's order.
  let forms: [Int]

  init(_ framework: Framework) {
    let ids = framework.constructs.map(\.id)
    let index = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var children = Array(repeating: [Int](), count: ids.count)
    var roots: [Int] = []
    for (number, construct) in framework.constructs.enumerated() {
      if let parent = construct.parent.flatMap({ index[$0] }), parent != number {
        children[parent].append(number)
      } else {
        roots.append(number)
      }
    }
    self.ids = ids
    self.index = index
    self.children = children
    isOfKinds = zip(framework.constructs, children).map {
      $0.childrenAreKinds && !$1.isEmpty
    }
    childrenFirst = Self.childrenFirst(roots: roots, children: children)
    forms =
      framework.formsOfValue.flatMap { index[$0] }.map { top in
        Self.childrenFirst(roots: [top], children: children).filter { children[$0].isEmpty }
          .sorted()
      } ?? []
  }

  /// Whether a construct has no children.
  func isLeaf(_ number: Int) -> Bool { children[number].isEmpty }

  /// A construct and all under it, each after its children.
  func childrenFirst(from number: Int) -> [Int] {
    Self.childrenFirst(roots: [number], children: children)
  }

  /// Visits what is under the roots, each construct once and after its children.
  ///
  /// Goes by a list of its own instead of calling itself, and marks what it has met: a framework
  /// whose parents run in a circle is an error to its reader, and ends here all the same.
  private static func childrenFirst(roots: [Int], children: [[Int]]) -> [Int] {
    var met = Array(repeating: false, count: children.count)
    var parentsFirst: [Int] = []
    var waiting = roots
    while let next = waiting.popLast() {
      guard !met[next] else { continue }
      met[next] = true
      parentsFirst.append(next)
      waiting.append(contentsOf: children[next])
    }
    return parentsFirst.reversed()
  }
}
