internal import Statistics

/// What a case's respondents say on one scale.
public struct ScaleFigures: Sendable, Hashable {
  /// The construct.
  public var scale: String
  /// The respondents with a score.
  public var n: Int
  /// The mean of their scores, in points of the answer scale.
  public var mean: Double?
  /// Their standard deviation, n - 1 below.
  public var deviation: Double?
  /// The respondents who answered every item.
  public var complete: Int
  /// Raw Cronbach's alpha over the respondents who answered every item.
  public var alpha: Double?
}

extension SurveyScales {
  /// The constructs of the scales, in the framework's order.
  public var scales: [String] { plan.reported.map { plan.scales[$0].construct } }

  /// How many items each scale has, those of its children included.
  public var itemCounts: [String: Int] {
    Dictionary(
      plan.reported.map { (plan.scales[$0].construct, plan.scales[$0].entries.count) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The phases somebody answered in, by their places.
  public var usedPhases: [Int] {
    cells.phases.indices.filter { phase in
      cells.cases.indices.contains { hasResponses(case: $0, phase: phase) }
    }
  }

  /// Whether anybody answered in a case and phase by their places in ``cells``.
  public func hasResponses(case caseIndex: Int, phase phaseIndex: Int) -> Bool {
    cells.cell(case: caseIndex, phase: phaseIndex).map { responses[$0] > 0 } ?? false
  }

  /// The figures of a case and phase by their places in ``cells``; nil where nobody answered there.
  public func figures(case caseIndex: Int, phase phaseIndex: Int = 0) -> [ScaleFigures]? {
    guard let cell = cells.cell(case: caseIndex, phase: phaseIndex), responses[cell] > 0 else {
      return nil
    }
    return plan.reported.map { number in
      let scores = moments[cell * plan.scales.count + number]
      return ScaleFigures(
        scale: plan.scales[number].construct, n: scores.count, mean: scores.mean,
        deviation: scores.sampleStandardDeviation,
        complete: Int(sums[cell * plan.width + plan.scales[number].offset]),
        alpha: CronbachAlpha.value(alphaSums(number, cell: cell)))
    }
  }

  /// How many respondents of a case and phase, by their places in ``cells``, have a score on a construct;
  /// nil where it is no scale or has parts, whose respondents need not be the same.
  public func respondents(
    on construct: String, case caseIndex: Int, phase phaseIndex: Int = 0
  ) -> Int? {
    guard let cell = cells.cell(case: caseIndex, phase: phaseIndex),
      let number = plan.scales.firstIndex(where: { $0.construct == construct }),
      plan.scales[number].children.isEmpty
    else { return nil }
    return moments[cell * plan.scales.count + number].count
  }

  /// How alike the respondents of a case answer, over the cases of a phase: one-way ICC(1) with the
  /// mean group size corrected for unequal cases, a scale each; nil where it is not defined.
  public func icc1(phase phaseIndex: Int = 0) -> [(scale: String, value: Double?)] {
    plan.reported.map { number in
      let groups = cells.cases.indices.compactMap { caseIndex in
        cells.cell(case: caseIndex, phase: phaseIndex).map {
          moments[$0 * plan.scales.count + number]
        }
      }
      return (
        plan.scales[number].construct,
        IntraclassCorrelation(groups: groups).icc1AdjustedSize.value
      )
    }
  }

  private func alphaSums(_ number: Int, cell: Int) -> ScaleSums {
    let scale = plan.scales[number]
    let start = cell * plan.width + scale.offset
    let items = scale.entries.indices.map { start + 3 + 2 * $0 }
    return ScaleSums(
      count: sums[start], sums: items.map { sums[$0] }, squares: items.map { sums[$0 + 1] },
      totalSum: sums[start + 1], totalSquares: sums[start + 2])
  }
}
