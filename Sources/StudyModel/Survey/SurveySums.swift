internal import Statistics

/// What scoring needs of a survey, as sums that responses stream into and that can be merged.
///
/// Per case, phase and organization it keeps how the respondents' figures are distributed (count,
/// mean, squared deviations), paired figures of what was desired and derived, and, per case and
/// phase, how often each point of each item's scale was chosen. All figures of sections 3, 5 and 6
/// of the scoring specification follow from it; no response is kept.
///
/// Memory grows with the organizations of each case and phase, not with the respondents.
public struct SurveySums: Sendable {
  /// The cases and phases.
  public let cells: StudyCells
  /// Responses of no case or phase of the study, or with fewer answers than their layout: not used.
  public internal(set) var responsesOutside = 0

  let plan: SurveyPlan
  let rules: ScoringRules
  var slots = SlotTable()
  /// Per slot: respondents.
  var respondents: [Int] = []
  /// Per slot and construct figure: the respondents' y.
  var moments: [Moments] = []
  /// Per slot and form asked both ways: the respondents who have both.
  var pairs: [PairedSums] = []
  /// Per cell, by whether an organization is stated, and construct figure: respondents above, at
  /// and below the middle.
  var sides: [Int]
  /// Per cell, by whether the respondent answered all of the construct's items, and turned point.
  var points: [Int]
  /// Per cell and measure: answers that could have been given and were not.
  var notAnswered: [Int]
  /// One respondent's figures: room that is used again.
  var room: [Double]

  /// Starts without responses.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose items and rules count.
  ///   - cells: The cases and phases.
  public init(framework: Framework, cells: StudyCells) {
    self.cells = cells
    let plan = SurveyPlan(framework)
    self.plan = plan
    rules = framework.scoring
    sides = Array(repeating: 0, count: cells.count * 2 * plan.constructs.count * 3)
    points = Array(repeating: 0, count: cells.count * 2 * plan.pointCount)
    notAnswered = Array(repeating: 0, count: cells.count * plan.measures.count)
    room = Array(repeating: .nan, count: plan.figureCount)
  }

  /// How a version of the instrument is read into these sums: the item of each column.
  ///
  /// See ``SurveyLayout/init(framework:columns:)``.
  public func layout(columns: [String]) -> SurveyLayout {
    SurveyLayout(plan: plan, rules: rules, columns: columns)
  }

  /// The slot of an organization in a cell, with room for its sums.
  mutating func slot(cell: Int, organization: Int) -> Int {
    let slot = slots.slot(cell: cell, organization: organization)
    if slot == respondents.count {
      respondents.append(0)
      moments.append(contentsOf: repeatElement(Moments(), count: plan.constructs.count))
      pairs.append(contentsOf: repeatElement(PairedSums(), count: plan.forms.count))
    }
    return slot
  }

  /// Takes in everything other sums hold.
  ///
  /// - Returns: False, with nothing changed, where the other sums are of another framework or study.
  @discardableResult
  public mutating func merge(_ other: SurveySums) -> Bool {
    guard plan == other.plan, rules == other.rules, cells == other.cells else { return false }
    responsesOutside += other.responsesOutside
    for theirs in 0..<other.slots.count {
      let ours = slot(
        cell: other.slots.cells[theirs], organization: other.slots.organizations[theirs])
      respondents[ours] += other.respondents[theirs]
      for figure in plan.constructs.indices {
        moments[ours * plan.constructs.count + figure].merge(
          other.moments[theirs * plan.constructs.count + figure])
      }
      for form in plan.forms.indices {
        pairs[ours * plan.forms.count + form].merge(other.pairs[theirs * plan.forms.count + form])
      }
    }
    for place in sides.indices { sides[place] += other.sides[place] }
    for place in points.indices { points[place] += other.points[place] }
    for place in notAnswered.indices { notAnswered[place] += other.notAnswered[place] }
    return true
  }
}

/// Respondents who say both how much of a form of value they wanted and how much they received.
struct PairedSums: Sendable, Hashable {
  /// Desired minus derived.
  var difference = Moments()
  /// The sums of each.
  var desired = 0.0
  var derived = 0.0

  /// Takes in one respondent.
  @inline(__always)
  mutating func add(desired: Double, derived: Double) {
    difference.add(desired - derived)
    self.desired += desired
    self.derived += derived
  }

  /// Takes in everything another one holds.
  mutating func merge(_ other: PairedSums) {
    difference.merge(other.difference)
    desired += other.desired
    derived += other.derived
  }
}
