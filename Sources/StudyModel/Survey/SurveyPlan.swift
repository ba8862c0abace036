/// What a framework's items measure, by number: items make measures, measures make figures.
///
/// A figure is a construct's y, or how much a form of value is desired. Figures are numbered with
/// the constructs first, in the framework's order. Constructs without items have none, nor has a parent whose
/// children are kinds.
struct SurveyPlan: Sendable, Hashable {
  /// An item that enters a figure.
  struct PlannedItem: Sendable, Hashable {
    var id: String
    var low: Int
    var high: Int
    var reversed: Bool
    /// Where its scale points begin among all counted points.
    var firstPoint: Int
    var points: Int { high - low + 1 }
  }

  /// The items whose mean is one figure.
  struct Measure: Sendable, Hashable {
    var figure: Int
    var items: [Int]
  }

  /// A parent's figure, the mean of its children's.
  struct Parent: Sendable, Hashable {
    var figure: Int
    var children: [Int]

    /// A respondent's level by those of the children; not a number where there is none.
    func level(of children: [Double]) -> Double {
      let answered = children.filter { $0 == $0 }
      return answered.isEmpty ? .nan : answered.reduce(0, +) / Double(answered.count)
    }
  }

  /// A form of value asked both ways.
  struct Form: Sendable, Hashable {
    var construct: Int
    var derived: Int
    var desired: Int
  }

  /// The framework's constructs.
  let tree: ConstructTree
  /// The construct of each figure that is a y.
  let constructs: [Int]
  /// The figure of each construct; nil where there is none.
  let figureOfConstruct: [Int?]
  /// The measure of each construct's y; nil for parents and without items.
  let measureOfConstruct: [Int?]
  /// The items, in the framework's order.
  let items: [PlannedItem]
  /// The measures: first those of y, then those of desire.
  let measures: [Measure]
  /// The parents, each after its children.
  let parents: [Parent]
  /// The forms of value asked both ways, in the framework's order.
  let forms: [Form]
  /// How many scale points all items have together.
  let pointCount: Int
  /// How many figures a respondent may have.
  var figureCount: Int { constructs.count + forms.count }

  /// Items on a parent, desired items of what is no form of value or has no other item, and items
  /// on a scale of fewer than two points enter no figure.
  init(_ framework: Framework) {
    let tree = ConstructTree(framework)
    var items: [PlannedItem] = []
    var derived = Array(repeating: [Int](), count: tree.ids.count)
    var desired = derived
    var pointCount = 0
    let forms = Set(tree.forms)
    for item in framework.items {
      guard let construct = tree.index[item.construct], tree.isLeaf(construct),
        item.scale.low < item.scale.high, item.scale.low >= -119, item.scale.high <= 127,
        item.aspect == .derived || forms.contains(construct)
      else { continue }
      let number = items.count
      items.append(
        PlannedItem(
          id: item.id, low: item.scale.low, high: item.scale.high, reversed: item.reversed,
          firstPoint: pointCount))
      pointCount += item.scale.high - item.scale.low + 1
      switch item.aspect {
      case .derived: derived[construct].append(number)
      case .desired: desired[construct].append(number)
      }
    }
    var asked = derived.map { !$0.isEmpty }
    for parent in tree.childrenFirst where !tree.isLeaf(parent) {
      asked[parent] =
        !tree.isOfKinds[parent] && tree.children[parent].contains { asked[$0] }
    }
    let constructs = tree.ids.indices.filter { asked[$0] }
    var figures = [Int?](repeating: nil, count: tree.ids.count)
    for (figure, construct) in constructs.enumerated() { figures[construct] = figure }

    var measures: [Measure] = []
    var measureOfConstruct = [Int?](repeating: nil, count: tree.ids.count)
    for construct in constructs where !derived[construct].isEmpty {
      measureOfConstruct[construct] = measures.count
      measures.append(Measure(figure: figures[construct] ?? 0, items: derived[construct]))
    }
    var bothWays: [Form] = []
    for construct in tree.forms where !desired[construct].isEmpty {
      guard let figure = figures[construct] else { continue }
      let other = constructs.count + bothWays.count
      bothWays.append(Form(construct: construct, derived: figure, desired: other))
      measures.append(Measure(figure: other, items: desired[construct]))
    }
    self.tree = tree
    self.constructs = constructs
    figureOfConstruct = figures
    self.measureOfConstruct = measureOfConstruct
    self.items = items
    self.measures = measures
    self.forms = bothWays
    self.pointCount = pointCount
    parents = tree.childrenFirst.compactMap { parent in
      guard !tree.isLeaf(parent), let figure = figures[parent] else { return nil }
      return Parent(figure: figure, children: tree.children[parent].compactMap { figures[$0] })
    }
  }
}
