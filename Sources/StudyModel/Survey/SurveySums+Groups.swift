public import Statistics

extension SurveySums {
  /// The respondents' y of a construct in a case and phase, those with no organization included.
  ///
  /// - Parameters:
  ///   - construct: The construct's id.
  ///   - caseIndex: The place of the case in ``cells``.
  ///   - phaseIndex: The place of the phase in ``cells``.
  /// - Returns: Count, mean (0 to 100) and spread; empty where no respondent has it.
  public func moments(of construct: String, case caseIndex: Int, phase phaseIndex: Int) -> Moments {
    guard let figure = figure(of: construct),
      let cell = cells.cell(case: caseIndex, phase: phaseIndex)
    else { return Moments() }
    return byCell(figure)[cell]
  }

  /// How far respondents of one case answer alike, compared with those of other cases.
  ///
  /// ICC(1) and ICC(2) with the case as group, over all respondents who have a y in the phase.
  /// Scoring specification, section 3.
  ///
  /// - Parameters:
  ///   - construct: The construct's id.
  ///   - phaseIndex: The place of the phase in ``cells``; 0 where the study has none.
  /// - Returns: The figures, undefined with a reason where fewer than two cases answered.
  public func intraclassCorrelation(of construct: String, phase phaseIndex: Int)
    -> IntraclassCorrelation
  {
    guard let figure = figure(of: construct) else { return IntraclassCorrelation(groups: []) }
    let all = byCell(figure)
    return IntraclassCorrelation(
      groups: cells.cases.indices.compactMap {
        cells.cell(case: $0, phase: phaseIndex).map { all[$0] }
      })
  }

  /// How often each point of an item's scale was chosen in a case and phase, lowest first.
  ///
  /// As answered: a reversed item is not turned. Nil for an item that enters no score.
  public func answers(to item: String, case caseIndex: Int, phase phaseIndex: Int) -> [Int]? {
    guard let planned = plan.items.first(where: { $0.id == item }),
      let cell = cells.cell(case: caseIndex, phase: phaseIndex)
    else { return nil }
    let partial = cell * 2 * plan.pointCount + planned.firstPoint
    let counts = (partial..<partial + planned.points).map {
      points[$0] + points[$0 + plan.pointCount]
    }
    return planned.reversed ? counts.reversed() : counts
  }

  private func figure(of construct: String) -> Int? {
    plan.tree.index[construct].flatMap { plan.figureOfConstruct[$0] }
  }

  /// The respondents' y of a figure, by cell.
  private func byCell(_ figure: Int) -> [Moments] {
    var all = Array(repeating: Moments(), count: cells.count)
    for slot in 0..<slots.count {
      all[slots.cells[slot]].merge(moments[slot * plan.constructs.count + figure])
    }
    return all
  }
}
