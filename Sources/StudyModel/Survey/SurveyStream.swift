internal import Statistics

/// The survey stream of one case and phase, read from the sums.
///
/// Scoring specification, section 3, and the averages of section 6.
struct SurveyStream {
  private let sums: SurveySums
  private let cell: Int
  /// The slots of the organizations stated, by the organizations' numbers.
  let organizationSlots: [Int]
  /// The slot of the respondents with no organization; nil where there are none.
  let unplacedSlot: Int?

  init(_ sums: SurveySums, cell: Int, slots: [Int]) {
    self.sums = sums
    self.cell = cell
    organizationSlots = slots.filter { sums.slots.organizations[$0] >= 0 }
      .sorted { sums.slots.organizations[$0] < sums.slots.organizations[$1] }
    unplacedSlot = slots.first { sums.slots.organizations[$0] < 0 }
  }

  /// The responses of the case and phase, scored or not.
  var responses: Int {
    organizationSlots.reduce(unplacedSlot.map { sums.respondents[$0] } ?? 0) {
      $0 + sums.respondents[$1]
    }
  }

  /// The respondents' y of a figure in a slot.
  func moments(_ figure: Int, slot: Int?) -> Moments {
    slot.map { sums.moments[$0 * sums.plan.constructs.count + figure] } ?? Moments()
  }

  /// The respondents of a slot who have both sides of a form asked both ways.
  func pairs(_ form: Int, slot: Int?) -> PairedSums {
    slot.map { sums.pairs[$0 * sums.plan.forms.count + form] } ?? PairedSums()
  }

  /// The figure of a construct by number; nil where no respondent has it.
  func figure(of construct: Int) -> SurveyFigure? {
    guard let figure = sums.plan.figureOfConstruct[construct],
      let mean = SurveyMean(
        organizations: organizationSlots.map { moments(figure, slot: $0) },
        unplaced: moments(figure, slot: unplacedSlot), rules: sums.rules)
    else { return nil }
    let sides = sides(figure, withUnplaced: mean.weighting == .respondents)
    var counts = SurveyFigure.Counts(
      unplaced: mean.unplaced, sd: mean.deviation, above: sides[0], middle: sides[1],
      below: sides[2])
    if let measure = sums.plan.measureOfConstruct[construct] {
      describe(&counts, measure: measure)
    }
    return SurveyFigure(
      score: mean.level, weighting: mean.weighting, n: mean.n, organizations: mean.organizations,
      interval: mean.interval.map {
        Interval(low: min(max($0.low, 0), 100), high: min(max($0.high, 0), 100))
      }, answers: .counted(counts))
  }

  /// Adds what only a construct with items of its own has: agreement and how items were answered.
  private func describe(_ result: inout SurveyFigure.Counts, measure: Int) {
    let items = sums.plan.measures[measure].items
    let complete = items.map { counts($0, complete: true) }
    let all = zip(complete, items.map { counts($0, complete: false) }).map { whole, part in
      zip(whole, part).map { $0 + $1 }
    }
    if let first = all.first, all.allSatisfy({ $0.count == first.count }) {
      result.points = first.indices.map { point in all.reduce(0) { $0 + $1[point] } }
    }
    result.notAnswered = sums.notAnswered[cell * sums.plan.measures.count + measure]
    result.askable = all.joined().reduce(result.notAnswered, +)
    let asked = complete.filter { $0.contains { $0 > 0 } }
    let agreement = WithinGroupAgreement(counts: asked)
    result.rwg = agreement?.rwg.value
    result.averageDeviation = agreement?.averageDeviationMean.value
  }

  /// How often each point of an item's scale was chosen, from the least of its construct upwards.
  private func counts(_ item: Int, complete: Bool) -> [Int] {
    let planned = sums.plan.items[item]
    let first = (cell * 2 + (complete ? 1 : 0)) * sums.plan.pointCount + planned.firstPoint
    return Array(sums.points[first..<first + planned.points])
  }

  /// Respondents above, at and below the middle of the scale.
  private func sides(_ figure: Int, withUnplaced: Bool) -> [Int] {
    (0..<3).map { side in
      let block = sums.plan.constructs.count * 3
      let place = cell * 2 * block + figure * 3 + side
      return sums.sides[place + block] + (withUnplaced ? sums.sides[place] : 0)
    }
  }
}
