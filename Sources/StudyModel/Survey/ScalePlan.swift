/// Which items make which scale: constructs with two or more items in use, and their parents.
///
/// A leaf's score is the mean of its answered items; a parent's that of its children's scores. Both
/// are in points of the answer scale, so a construct whose items are on different scales has none.
struct ScalePlan: Sendable, Hashable {
  /// An item of a scale, turned so that more is more of the construct.
  struct Entry: Sendable, Hashable {
    var item: String
    /// The turned answer, from 0: the answer times `sign`, plus `shift`.
    var sign: Int
    var shift: Int
    /// The turned answer's greatest value.
    var range: Int
  }

  /// One scale.
  struct Scale: Sendable, Hashable {
    var construct: String
    /// What a turned answer of 0 is in points.
    var low: Int
    /// All items under the construct.
    var entries: [Entry]
    /// The scales of a parent's children; empty for a leaf.
    var children: [Int]
    /// Whether it is a scale of its own, and not only part of its parent's.
    var isReported: Bool
    /// The place of its sums among those of a case and phase.
    var offset: Int
    /// How many sums it has: rows, total, squared total, then two an item.
    var width: Int { 3 + 2 * entries.count }
  }

  /// The scales, children before their parents.
  private(set) var scales: [Scale] = []
  /// The scales to be reported, in the framework's order.
  private(set) var reported: [Int] = []
  /// How many sums a case and phase has.
  private(set) var width = 0

  /// Plans the scales of a framework.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - asked: The items that some questionnaire of the study has.
  init(_ framework: Framework, asked: Set<String>) {
    let survey = SurveyPlan(framework)
    var scaleOf: [Int: Int] = [:]
    // What has no level is no scale either: items of kinds that exclude each other measure no one thing.
    for construct in survey.tree.childrenFirst
    where survey.figureOfConstruct[construct] != nil {
      var (entries, children): ([Entry], [Int]) = ([], [])
      var lows: Set<Int> = []
      if survey.tree.isLeaf(construct) {
        guard let measure = survey.measureOfConstruct[construct] else { continue }
        for item in survey.measures[measure].items.map({ survey.items[$0] })
        where asked.contains(item.id) {
          lows.insert(item.low)
          entries.append(
            Entry(
              item: item.id, sign: item.reversed ? -1 : 1,
              shift: item.reversed ? item.high : -item.low, range: item.high - item.low))
        }
      } else {
        children = survey.tree.children[construct].compactMap { scaleOf[$0] }
        entries = children.flatMap { scales[$0].entries }
        lows = Set(children.map { scales[$0].low })
      }
      let ranges = Set(entries.map(\.range))
      guard let low = lows.first, lows.count == 1, ranges.count == 1 else { continue }
      scaleOf[construct] = scales.count
      scales.append(
        Scale(
          construct: survey.tree.ids[construct], low: low, entries: entries, children: children,
          isReported: entries.count > 1, offset: width))
      width += scales.last?.width ?? 0
    }
    reported = survey.tree.ids.indices.compactMap { scaleOf[$0] }.filter { scales[$0].isReported }
  }
}
