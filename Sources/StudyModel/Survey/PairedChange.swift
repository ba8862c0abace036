internal import Statistics

/// Pairs the respondents of each case across phases, by their tokens.
///
/// Sums cannot give it, so responses come a second time, those of a respondent in a case one after
/// the other: only one respondent's figures are kept at a time, and of the differences their
/// distribution. Scoring specification, section 9.
public struct PairedChange: Sendable {
  /// The cases and phases.
  public let cells: StudyCells

  private struct Step: Hashable {
    var caseIndex: Int
    var earlier: Int
    var later: Int
  }

  private let plan: SurveyPlan
  private let rules: ScoringRules
  /// The differences of the respondents who answered in both phases, by construct figure.
  private var differences: [Step: [Moments]] = [:]
  /// Whose figures are at hand: the token, the case, and a y a phase and construct.
  private var respondent = ""
  private var caseIndex = -1
  private var answered: [Bool]
  private var figures: [Double]
  private var room: [Double]

  /// Starts without respondents.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose items and rules count.
  ///   - cells: The cases and phases.
  public init(framework: Framework, cells: StudyCells) {
    self.cells = cells
    plan = SurveyPlan(framework)
    rules = framework.scoring
    answered = Array(repeating: false, count: cells.phases.count)
    figures = Array(repeating: .nan, count: cells.phases.count * plan.constructs.count)
    room = Array(repeating: .nan, count: plan.figureCount)
  }

  /// How a version of the instrument is read; see ``SurveyLayout/init(framework:columns:)``.
  public func layout(columns: [String]) -> SurveyLayout {
    SurveyLayout(plan: plan, rules: rules, columns: columns)
  }

  /// Takes in a response; of two by one respondent in one phase the later counts.
  ///
  /// - Parameters:
  ///   - respondent: The token that is the same in all phases. Responses of one token and case must
  ///     follow each other.
  ///   - caseIndex: The place of the case in ``cells``.
  ///   - phaseIndex: The place of the phase in ``cells``.
  ///   - answers: One byte a column, see ``Answer``.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  /// - Returns: False, with nothing changed, for a case or a named phase there is none of, a response
  ///   shorter than its layout, or a layout of another framework.
  @discardableResult
  public mutating func add(
    respondent: String, case caseIndex: Int, phase phaseIndex: Int,
    answers: UnsafeBufferPointer<Int8>, layout: SurveyLayout
  ) -> Bool {
    guard cells.cell(case: caseIndex, phase: phaseIndex) != nil, cells.phases[phaseIndex] != nil,
      answers.count >= layout.width, layout.plan.figureCount == plan.figureCount
    else { return false }
    if caseIndex != self.caseIndex || respondent != self.respondent {
      takeIn()
      self.respondent = respondent
      self.caseIndex = caseIndex
    }
    room.withUnsafeMutableBufferPointer { room in
      ResponseReader.with(layout) { $0.score(answers, into: room, counter: NoCounter()) }
    }
    let first = phaseIndex * plan.constructs.count
    for figure in plan.constructs.indices { figures[first + figure] = room[figure] }
    answered[phaseIndex] = true
    return true
  }

  /// Adds the differences of the respondent at hand, and forgets him or her.
  private mutating func takeIn() {
    let phases = answered.indices.filter { answered[$0] }
    let constructs = plan.constructs.count
    for (place, later) in phases.enumerated() {
      for earlier in phases[..<place] {
        let step = Step(caseIndex: caseIndex, earlier: earlier, later: later)
        for figure in 0..<constructs {
          let before = figures[earlier * constructs + figure]
          let after = figures[later * constructs + figure]
          guard before == before, after == after else { continue }
          differences[step, default: Array(repeating: Moments(), count: constructs)][figure]
            .add(after - before)
        }
      }
    }
    for phase in phases { answered[phase] = false }
  }

  /// The change of each construct by the respondents who have it in both phases; each counts once,
  /// whatever the organization.
  ///
  /// - Parameters:
  ///   - caseID: The case.
  ///   - earlier: The earlier phase.
  ///   - later: The later phase.
  /// - Returns: By construct; those that fewer than three respondents have in both phases are left
  ///   out.
  public func changes(
    case caseID: String, from earlier: String, to later: String
  ) -> [String: SurveyChange] {
    guard let caseAt = cells.index(ofCase: caseID), let before = cells.index(ofPhase: earlier),
      let after = cells.index(ofPhase: later)
    else { return [:] }
    var whole = self
    whole.takeIn()
    let found = whole.differences[Step(caseIndex: caseAt, earlier: before, later: after)] ?? []
    var changes: [String: SurveyChange] = [:]
    for (moments, construct) in zip(found, plan.constructs) {
      changes[plan.tree.ids[construct]] = SurveyChange(
        differences: moments, pairing: .respondents)
    }
    return changes
  }
}
