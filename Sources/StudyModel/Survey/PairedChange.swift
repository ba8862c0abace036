internal import Statistics

/// Pairs the respondents of one case across phases, by their tokens.
///
/// What cannot be had from sums: it keeps every respondent's figures, so it is filled for one case at
/// a time. Scoring specification, section 9.
public struct PairedChange: Sendable {
  private let plan: SurveyPlan
  private let rules: ScoringRules
  private let phases: Int
  private var places: [String: Int] = [:]
  /// Per respondent and phase, a y a construct; not a number where there is none.
  private var figures: [Double] = []
  private var room: [Double]

  /// Starts without respondents.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose items and rules count.
  ///   - phases: How many phases there are.
  public init(framework: Framework, phases: Int) {
    plan = SurveyPlan(framework)
    rules = framework.scoring
    self.phases = max(0, phases)
    room = Array(repeating: .nan, count: plan.figureCount)
  }

  /// How a version of the instrument is read; see ``SurveyLayout/init(framework:columns:)``.
  public func layout(columns: [String]) -> SurveyLayout {
    SurveyLayout(plan: plan, rules: rules, columns: columns)
  }

  /// Takes in a response; of two by one respondent in one phase the later counts.
  ///
  /// - Parameters:
  ///   - respondent: The token that is the same in all phases.
  ///   - phase: The place of the phase, from 0.
  ///   - answers: One byte a column, see ``Answer``.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  /// - Returns: False, with nothing changed, for a phase there is none of, a response shorter than
  ///   its layout, or a layout of another framework.
  @discardableResult
  public mutating func add(
    respondent: String, phase: Int, answers: UnsafeBufferPointer<Int8>, layout: SurveyLayout
  ) -> Bool {
    guard phase >= 0, phase < phases, answers.count >= layout.width,
      layout.plan.figureCount == plan.figureCount
    else { return false }
    let constructs = plan.constructs.count
    let place = places[respondent] ?? places.count
    if place == places.count {
      places[respondent] = place
      figures.append(contentsOf: repeatElement(.nan, count: phases * constructs))
    }
    room.withUnsafeMutableBufferPointer { room in
      ResponseReader.with(layout) { $0.score(answers, into: room, counter: NoCounter()) }
      let first = (place * phases + phase) * constructs
      for figure in 0..<constructs { figures[first + figure] = room[figure] }
    }
    return true
  }

  /// The change of each construct by the respondents who have it in both phases.
  ///
  /// - Parameters:
  ///   - earlier: The place of the earlier phase.
  ///   - later: The place of the later phase.
  /// - Returns: A change a construct, in the framework's order; constructs nobody has in both phases
  ///   are left out. Each respondent counts once, whatever the organization.
  public func changes(from earlier: Int, to later: Int) -> [ConstructChange] {
    guard earlier >= 0, earlier < phases, later >= 0, later < phases else { return [] }
    let constructs = plan.constructs.count
    return plan.constructs.enumerated().compactMap { figure, construct in
      var differences = Moments()
      for place in 0..<places.count {
        let before = figures[(place * phases + earlier) * constructs + figure]
        let after = figures[(place * phases + later) * constructs + figure]
        if before == before, after == after { differences.add(after - before) }
      }
      return ConstructChange(
        id: plan.tree.ids[construct], differences: differences, basis: .respondents)
    }
  }
}
