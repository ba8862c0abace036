internal import Statistics

extension SurveySums {
  /// Takes in one response.
  ///
  /// Nothing is allocated but where an organization is met for the first time.
  ///
  /// - Parameters:
  ///   - caseIndex: The place of the case in ``cells``.
  ///   - phaseIndex: The place of the phase in ``cells``; 0 where the study has none.
  ///   - organization: A number of the organization, from 0, the same in all responses of the study;
  ///     nil where none is stated. The draws of the health interval go by the order of the numbers.
  ///   - answers: One byte a column, see ``Answer``; what lies outside an item's scale counts as
  ///     missing.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  /// - Returns: False where the response belongs to no case and phase of the study, is shorter than
  ///   its layout, or its layout is of another framework; it is then only counted.
  @discardableResult
  public mutating func add(
    case caseIndex: Int, phase phaseIndex: Int = 0, organization: Int?,
    answers: UnsafeBufferPointer<Int8>, layout: SurveyLayout
  ) -> Bool {
    guard let cell = cells.cell(case: caseIndex, phase: phaseIndex), answers.count >= layout.width,
      layout.plan.figureCount == plan.figureCount, layout.plan.pointCount == plan.pointCount,
      layout.plan.measures.count == plan.measures.count
    else {
      responsesOutside += 1
      return false
    }
    let stated = organization.flatMap { $0 >= 0 ? $0 : nil }
    let slot = slot(cell: cell, organization: stated ?? -1)
    respondents[slot] += 1
    let firstSide = (cell * 2 + (stated == nil ? 0 : 1)) * plan.constructs.count * 3
    room.withUnsafeMutableBufferPointer { figures in
      points.withUnsafeMutableBufferPointer { points in
        notAnswered.withUnsafeMutableBufferPointer { missing in
          let counter = PointCounter(
            points: points, first: cell * 2 * plan.pointCount, pointCount: plan.pointCount,
            missing: missing, firstMissing: cell * plan.measures.count)
          ResponseReader.with(layout) { $0.score(answers, into: figures, counter: counter) }
        }
      }
      sides.withUnsafeMutableBufferPointer { sides in
        moments.withUnsafeMutableBufferPointer { moments in
          let first = slot &* plan.constructs.count
          for figure in 0..<plan.constructs.count {
            let value = figures[figure]
            guard value == value else { continue }
            moments[first &+ figure].add(value)
            sides[firstSide &+ figure &* 3 &+ Self.side(of: value)] &+= 1
          }
        }
      }
      pairs.withUnsafeMutableBufferPointer { pairs in
        let first = slot &* plan.forms.count
        for number in 0..<plan.forms.count {
          let desired = figures[plan.forms[number].desired]
          let derived = figures[plan.forms[number].derived]
          guard desired == desired, derived == derived else { continue }
          pairs[first &+ number].add(desired: desired, derived: derived)
        }
      }
    }
    return true
  }

  /// Takes in one response by the names of its case and phase; for small surveys and tests.
  @discardableResult
  public mutating func add(
    caseID: String, phase: String?, organization: Int?, answers: [Int8], layout: SurveyLayout
  ) -> Bool {
    answers.withUnsafeBufferPointer {
      add(
        case: cells.index(ofCase: caseID) ?? -1, phase: cells.index(ofPhase: phase) ?? -1,
        organization: organization, answers: $0, layout: layout)
    }
  }

  /// 0 above the middle of the scale, 1 at it, 2 below.
  ///
  /// Answers come in no order a processor could foresee, so the one branch is that to values which
  /// differ from the middle by less than needs rounding, and by more than nothing: hardly any do.
  @inline(__always)
  private static func side(of value: Double) -> Int {
    let distance = value - 50
    let size = distance.magnitude.bitPattern
    if size &- 1 < (2e-9).bitPattern &- 1 { return 1 &- NineDecimals.order(value, 50) }
    return 1 &- (distance > 0 ? 1 : 0) &+ (distance < 0 ? 1 : 0)
  }
}

/// Counts the points chosen and the answers missing in one case and phase.
private struct PointCounter: AnswerCounter {
  let points: UnsafeMutableBufferPointer<Int>
  let first: Int
  let pointCount: Int
  let missing: UnsafeMutableBufferPointer<Int>
  let firstMissing: Int

  @inline(__always)
  func count(point: Int, complete: Bool) {
    points[first &+ point &+ (complete ? pointCount : 0)] &+= 1
  }

  @inline(__always)
  func count(missing answer: Int8, of measure: Int) {
    if answer != Answer.notAsked && answer != Answer.notApplicable {
      missing[firstMissing &+ measure] &+= 1
    }
  }
}

extension SurveySums {
  /// Takes in the figures of one response of the first case and phase, formed before; a figure that is
  /// not a number is not there.
  mutating func addFormed(_ figures: ArraySlice<Double>, organization: Int?) {
    let slot = slot(cell: 0, organization: organization ?? -1)
    respondents[slot] += 1
    let first = figures.startIndex
    for figure in plan.constructs.indices {
      let value = figures[first + figure]
      if value == value { moments[slot * plan.constructs.count + figure].add(value) }
    }
    for (number, form) in plan.forms.enumerated() {
      let (desired, derived) = (figures[first + form.desired], figures[first + form.derived])
      guard desired == desired, derived == derived else { continue }
      pairs[slot * plan.forms.count + number].add(desired: desired, derived: derived)
    }
  }
}
