internal import Statistics

extension SurveySums {
  /// Takes in one response. Nothing is allocated but where an organization is met for the first time.
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
    let constructs = plan.constructs.count
    room.withUnsafeMutableBufferPointer { figures in
      completeRoom.withUnsafeMutableBufferPointer { complete in
        layout.entries.withUnsafeBufferPointer { entries in
          layout.rows.withUnsafeBufferPointer { rows in
            layout.score(answers, into: figures, complete: complete, entries: entries, rows: rows)
            points.withUnsafeMutableBufferPointer { points in
              notAnswered.withUnsafeMutableBufferPointer { missing in
                Self.count(
                  answers, entries: entries, rows: rows, complete: complete,
                  points: points, at: cell * 2 * plan.pointCount, of: plan.pointCount,
                  missing: missing, missingAt: cell * plan.measures.count)
              }
            }
          }
        }
      }
      let firstSide = (cell * 2 + (stated == nil ? 0 : 1)) * constructs * 3
      sides.withUnsafeMutableBufferPointer { sides in
        moments.withUnsafeMutableBufferPointer { moments in
          for figure in 0..<constructs {
            let value = figures[figure]
            guard value == value else { continue }
            moments[slot &* constructs &+ figure].add(value)
            sides[firstSide &+ figure &* 3 &+ 1 &- NineDecimals.order(value, 50)] &+= 1
          }
        }
      }
      for (number, form) in plan.forms.enumerated() {
        let desired = figures[form.desired]
        let derived = figures[form.derived]
        guard desired == desired, derived == derived else { continue }
        pairs[slot * plan.forms.count + number].add(desired: desired, derived: derived)
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

  /// Counts the points chosen and the answers missing.
  @inline(__always)
  private static func count(
    _ answers: UnsafeBufferPointer<Int8>, entries: UnsafeBufferPointer<SurveyLayout.Entry>,
    rows: UnsafeBufferPointer<SurveyLayout.Row>, complete: UnsafeMutableBufferPointer<Bool>,
    points: UnsafeMutableBufferPointer<Int>, at first: Int, of pointCount: Int,
    missing: UnsafeMutableBufferPointer<Int>, missingAt: Int
  ) {
    for number in rows.indices {
      let row = rows[number]
      let offset = first &+ (complete[number] ? pointCount : 0)
      for at in row.start..<row.end {
        let entry = entries[at]
        let answer = answers[entry.position]
        let turned = Int(answer) &* entry.sign &+ entry.shift
        if UInt(bitPattern: turned) <= UInt(bitPattern: entry.range) {
          points[offset &+ entry.firstPoint &+ turned] &+= 1
        } else if answer != Answer.notAsked && answer != Answer.notApplicable {
          missing[missingAt &+ row.measure] &+= 1
        }
      }
    }
  }
}
