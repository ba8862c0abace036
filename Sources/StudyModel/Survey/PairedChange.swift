internal import Statistics

/// Pairs the respondents of each case across phases, by their tokens.
///
/// Sums cannot give it, so responses come a second time, those of a respondent in a case one after
/// the other: only one respondent's figures are kept at a time, and of the differences their
/// distribution, over all and by organization. Scoring specification, section 9.
public struct PairedChange: Sendable {
  /// The differences of those who answered in two phases.
  struct Differences: Sendable {
    /// Of all, by construct figure.
    var all: [Moments]
    /// Of those who are of one organization in both, by its number and construct figure.
    var ofOrganizations: [Int: [Moments]] = [:]
  }

  /// The cases and phases.
  public let cells: StudyCells

  private struct Step: Hashable {
    var caseIndex: Int
    var earlier: Int
    var later: Int
  }

  private let plan: SurveyPlan
  private let rules: ScoringRules
  private var differences: [Step: Differences] = [:]
  /// Whose figures are at hand: the token, the case, and a y a phase and construct.
  private var respondent = ""
  private var caseIndex = -1
  private var answered: [Bool]
  private var organizations: [Int?]
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
    organizations = Array(repeating: nil, count: cells.phases.count)
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
  ///   - organization: A number of the organization, the same in all responses of the study; nil where none
  ///     is stated.
  ///   - answers: One byte a column, see ``Answer``.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  /// - Returns: False, with nothing changed, for a case or a named phase there is none of, a response
  ///   shorter than its layout, or a layout of another framework.
  @discardableResult
  public mutating func add(
    respondent: String, case caseIndex: Int, phase phaseIndex: Int, organization: Int?,
    answers: UnsafeBufferPointer<Int8>, layout: SurveyLayout
  ) -> Bool {
    guard cells.cell(case: caseIndex, phase: phaseIndex) != nil, cells.phases[phaseIndex] != nil,
      answers.count >= layout.width, layout.plan.figureCount == plan.figureCount
    else { return false }
    if caseIndex != self.caseIndex || respondent != self.respondent {
      finish()
      self.respondent = respondent
      self.caseIndex = caseIndex
    }
    room.withUnsafeMutableBufferPointer { room in
      ResponseReader.with(layout) { $0.score(answers, into: room, counter: NoCounter()) }
    }
    let first = phaseIndex * plan.constructs.count
    for figure in plan.constructs.indices { figures[first + figure] = room[figure] }
    answered[phaseIndex] = true
    organizations[phaseIndex] = organization.flatMap { $0 >= 0 ? $0 : nil }
    return true
  }

  /// Adds the differences of the respondent at hand, and forgets him or her; call it after the last response.
  public mutating func finish() {
    let phases = answered.indices.filter { answered[$0] }
    for (place, later) in phases.enumerated() {
      for earlier in phases[..<place] { addDifferences(from: earlier, to: later) }
    }
    for phase in phases { answered[phase] = false }
  }

  private mutating func addDifferences(from earlier: Int, to later: Int) {
    let count = plan.constructs.count
    let none = Array(repeating: Moments(), count: count)
    let step = Step(caseIndex: caseIndex, earlier: earlier, later: later)
    let stayedWith = organizations[earlier] == organizations[later] ? organizations[later] : nil
    for figure in 0..<count {
      let before = figures[earlier * count + figure]
      let after = figures[later * count + figure]
      guard before == before, after == after else { continue }
      differences[step, default: Differences(all: none)].all[figure].add(after - before)
      guard let stayedWith else { continue }
      differences[step]?.ofOrganizations[stayedWith, default: none][figure].add(after - before)
    }
  }

  /// The differences of a case from a phase to a later one; nil where nobody answered in both.
  func differences(case caseID: String, from earlier: String, to later: String) -> Differences? {
    guard let caseAt = cells.index(ofCase: caseID), let before = cells.index(ofPhase: earlier),
      let after = cells.index(ofPhase: later)
    else { return nil }
    return differences[Step(caseIndex: caseAt, earlier: before, later: after)]
  }
}
