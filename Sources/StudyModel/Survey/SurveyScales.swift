internal import Statistics

/// The scales of a survey per case and phase, as sums that responses stream into and that can be
/// merged: how the respondents' scores lie, and what Cronbach's alpha needs.
///
/// A respondent has a score on a scale with the share of its items answered that the framework asks
/// for; alpha rests on the respondents who answered every item. Memory grows with cases and phases.
public struct SurveyScales: Sendable {
  /// The cases and phases.
  public let cells: StudyCells

  let plan: ScalePlan
  let answeredShare: Double
  /// Per cell: responses.
  var responses: [Int]
  /// Per cell and scale: the respondents' scores in points.
  var moments: [Moments]
  /// Per cell, what each scale's alpha needs; see ``ScalePlan``.
  var sums: [Int]
  /// One respondent's scores and complete scales: room that is used again.
  private var scores: [Double]
  private var complete: [Bool]

  /// Starts without responses.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose items and rules count.
  ///   - cells: The cases and phases.
  ///   - asked: The items that some questionnaire of the study has; others belong to no scale.
  public init(framework: Framework, cells: StudyCells, asked: Set<String>) {
    self.cells = cells
    plan = ScalePlan(framework, asked: asked)
    answeredShare = framework.scoring.answeredShare
    responses = Array(repeating: 0, count: cells.count)
    moments = Array(repeating: Moments(), count: cells.count * plan.scales.count)
    sums = Array(repeating: 0, count: cells.count * plan.width)
    scores = Array(repeating: .nan, count: plan.scales.count)
    complete = Array(repeating: false, count: plan.scales.count)
  }

  /// How a version of the questionnaire is read: the item of each column.
  public func layout(columns: [String]) -> ScaleLayout {
    ScaleLayout(plan, columns: columns, answeredShare: answeredShare)
  }

  /// Takes in one response.
  ///
  /// - Parameters:
  ///   - caseIndex: The place of the case in ``cells``.
  ///   - phaseIndex: The place of the phase in ``cells``.
  ///   - answers: One byte a column, see ``Answer``; what lies outside an item's scale is missing.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  /// - Returns: False, with nothing changed, where the response belongs to no case and phase of the
  ///   study, is shorter than its layout, or its layout is of another plan.
  @discardableResult
  public mutating func add(
    case caseIndex: Int, phase phaseIndex: Int = 0, answers: UnsafeBufferPointer<Int8>,
    layout: ScaleLayout
  ) -> Bool {
    guard let cell = cells.cell(case: caseIndex, phase: phaseIndex),
      answers.count >= layout.width, layout.sumWidth == plan.width,
      layout.scales.count == plan.scales.count
    else { return false }
    responses[cell] += 1
    let (firstMoment, firstSum) = (cell * plan.scales.count, cell * plan.width)
    scores.withUnsafeMutableBufferPointer { scores in
      complete.withUnsafeMutableBufferPointer { complete in
        layout.score(answers, into: scores, complete: complete)
        moments.withUnsafeMutableBufferPointer { moments in
          for scale in scores.indices where scores[scale] == scores[scale] {
            moments[firstMoment &+ scale].add(scores[scale])
          }
        }
        sums.withUnsafeMutableBufferPointer { sums in
          layout.sum(answers, of: complete, into: sums, from: firstSum)
        }
      }
    }
    return true
  }

  /// Takes in everything another one holds.
  ///
  /// - Returns: False, with nothing changed, where the other is of another framework or study.
  @discardableResult
  public mutating func merge(_ other: SurveyScales) -> Bool {
    guard plan == other.plan, answeredShare == other.answeredShare, cells == other.cells else {
      return false
    }
    for cell in responses.indices { responses[cell] += other.responses[cell] }
    for place in moments.indices { moments[place].merge(other.moments[place]) }
    for place in sums.indices { sums[place] += other.sums[place] }
    return true
  }
}
