/// Which column of a survey holds which item: how one version of an instrument is read.
///
/// An item keeps its id across versions, so answers read through different layouts of the same
/// framework go into the same sums. Scoring specification, section 3.
public struct SurveyLayout: Sendable {
  /// One item to read.
  struct Entry: Sendable {
    /// The column.
    var position: Int
    /// Turned so that 0 is the least of the construct: the answer times `sign`, plus `shift`.
    var sign: Int
    var shift: Int
    /// The turned answer's greatest value.
    var range: Int
    /// Where its turned answers are counted.
    var firstPoint: Int
    /// What a turned point is worth on 0 to 100.
    var worth: Double
  }

  /// The entries of one measure.
  struct Row: Sendable {
    var measure: Int
    var figure: Int
    var start: Int
    var end: Int
    /// The range that all of its items share; 0 where their scales differ.
    var range: Int
    /// Where, in `needed`, the answers needed are listed by the number of items asked.
    var needed: Int
  }

  /// A parent's figure and where its children's figures are listed.
  struct ParentRow: Sendable {
    var figure: Int
    var start: Int
    var end: Int
  }

  let plan: SurveyPlan
  let entries: [Entry]
  let rows: [Row]
  /// The least answers for a figure, by row and number of items asked.
  let needed: [Int]
  /// The parents' figures and, flat, their children's.
  let parents: [ParentRow]
  let children: [Int]
  /// How many answers a response must have at least: up to the last column read.
  public let width: Int

  /// Creates a layout.
  ///
  /// - Parameters:
  ///   - framework: The framework that has the items.
  ///   - columns: The id of the item in each column; an id the framework does not have, an item
  ///     that enters no score, and the second of two columns of one item are not read.
  public init(framework: Framework, columns: [String]) {
    self.init(plan: SurveyPlan(framework), rules: framework.scoring, columns: columns)
  }

  init(plan: SurveyPlan, rules: ScoringRules, columns: [String]) {
    let positions = Dictionary(
      columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let share = rules.answeredShare.isFinite ? min(max(rules.answeredShare, 0), 1) : 1
    var entries: [Entry] = []
    var rows: [Row] = []
    var needed: [Int] = []
    for (number, measure) in plan.measures.enumerated() {
      let start = entries.count
      for item in measure.items.map({ plan.items[$0] }) {
        guard let position = positions[item.id] else { continue }
        entries.append(
          Entry(
            position: position, sign: item.reversed ? -1 : 1,
            shift: item.reversed ? item.high : -item.low, range: item.high - item.low,
            firstPoint: item.firstPoint, worth: 100 / Double(item.high - item.low)))
      }
      guard entries.count > start else { continue }
      let read = entries[start...]
      let range = read.allSatisfy { $0.range == read[start].range } ? read[start].range : 0
      rows.append(
        Row(
          measure: number, figure: measure.figure, start: start, end: entries.count, range: range,
          needed: needed.count))
      // One answer is the least, also where a framework asks for no share at all.
      needed += (0...read.count).map {
        max(1, Int(NineDecimals.rounded(share * Double($0)).rounded(.up)))
      }
    }
    var parents: [ParentRow] = []
    var children: [Int] = []
    for parent in plan.parents {
      parents.append(
        ParentRow(
          figure: parent.figure, start: children.count,
          end: children.count + parent.children.count))
      children += parent.children
    }
    self.plan = plan
    self.entries = entries
    self.rows = rows
    self.needed = needed
    self.parents = parents
    self.children = children
    width = entries.map { $0.position + 1 }.max() ?? 0
  }
}
