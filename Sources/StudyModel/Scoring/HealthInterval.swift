internal import Statistics

/// The survey's uncertainty of health, by drawing organizations with replacement.
///
/// Scoring specification, section 5. A draw takes as many organizations as the case and phase has,
/// each with all its respondents; one drawn twice counts as two. Drawn from are the organizations
/// of which a respondent has any figure, in the order of their numbers. Interviews are held, and so
/// are respondents with no organization: they are in every draw and, as in section 3, in the mean
/// only where that goes by respondents. From each draw the survey's levels, the evidence, bands,
/// desired weights and pillars are formed anew. Draws without health are dropped and counted.
struct HealthInterval {
  private let pillars: [Pillar]
  private let rules: ScoringRules
  /// The constructs that enter pillars: their places in `interviews`.
  private let places: [String: Int]
  private let interviews: [Judgement.Interviews]
  /// The forms asked both ways that weigh a pillar, after the constructs in each block.
  private let forms: [String: Int]
  /// A block an organization, of count, mean and sum, per construct and form.
  private let organizations: [SIMD4<Double>]
  private let unplaced: [SIMD4<Double>]
  private let width: Int

  /// Gathers what the draws need; nil where fewer organizations answered than an interval asks for.
  init?(
    _ framework: Framework, sums: SurveySums, stream: SurveyStream, constructs: [InterviewFigure]
  ) {
    let plan = sums.plan
    let used = Set(framework.pillars.flatMap(\.constructs)).compactMap { plan.tree.index[$0] }
      .sorted()
    let weighing = Set(
      framework.pillars.filter(\.weightedByDesired).flatMap(\.constructs)
    ).compactMap { plan.tree.index[$0] }
    let bothWays = plan.forms.indices.filter { weighing.contains(plan.forms[$0].construct) }
    let slots = stream.organizationSlots.filter { slot in
      plan.constructs.indices.contains { stream.moments($0, slot: slot).count > 0 }
    }
    guard slots.count >= max(1, framework.scoring.leastOrganizationsForHealth) else { return nil }
    func block(_ slot: Int?) -> [SIMD4<Double>] {
      used.map { construct in
        Self.summary(
          plan.figureOfConstruct[construct].map { stream.moments($0, slot: slot) } ?? Moments())
      }
        + bothWays.map { form in
          let pairs = stream.pairs(form, slot: slot)
          let count = Double(pairs.difference.count)
          return count > 0
            ? SIMD4(1, pairs.desired / count, count, pairs.desired) : SIMD4(repeating: 0)
        }
    }
    pillars = framework.pillars
    rules = framework.scoring
    places = Dictionary(
      used.enumerated().map { (plan.tree.ids[$0.element], $0.offset) },
      uniquingKeysWith: { first, _ in first })
    interviews = used.map { Judgement.Interviews($0 < constructs.count ? constructs[$0] : nil) }
    forms = Dictionary(
      bothWays.enumerated().map {
        (plan.tree.ids[plan.forms[$0.element].construct], used.count + $0.offset)
      }, uniquingKeysWith: { first, _ in first })
    width = used.count + bothWays.count
    organizations = slots.flatMap(block)
    unplaced = block(stream.unplacedSlot)
  }

  /// One organization's part of a level: whether it has one, its mean, its respondents, their sum.
  private static func summary(_ moments: Moments) -> SIMD4<Double> {
    guard let mean = moments.mean else { return SIMD4(repeating: 0) }
    let count = Double(moments.count)
    return SIMD4(1, mean, count, mean * count)
  }

  /// Draws, and takes the middle 95 % of the healths that come out.
  ///
  /// - Returns: Health with its interval; none where no draw has health, or all have the same, or the
  ///   task was cancelled meanwhile.
  func draw(health: Double, seed: UInt64) -> HealthScore {
    var generator = SeededGenerator(seed: seed)
    let count = width > 0 ? organizations.count / width : 0
    let wanted = max(0, rules.healthDraws)
    var drawn = Array(repeating: SIMD4<Double>(repeating: 0), count: width)
    var healths: [Double] = []
    healths.reserveCapacity(wanted)
    for draw in 0..<wanted {
      if draw & 0x3F == 0, Task.isCancelled {
        healths = []
        break
      }
      for place in 0..<width { drawn[place] = SIMD4(repeating: 0) }
      for _ in 0..<count {
        let first = generator.index(below: count) * width
        for place in 0..<width { drawn[place] += organizations[first + place] }
      }
      if let health = self.health(drawn) { healths.append(health) }
    }
    healths.sort()
    var interval: Interval?
    if let low = Descriptive.percentile(healths, 0.025),
      let high = Descriptive.percentile(healths, 0.975), !NineDecimals.isEqual(low, high)
    {
      interval = Interval(low: low, high: high)
    }
    return HealthScore(
      score: health, interval: interval,
      draws: .init(made: wanted, dropped: .shown(wanted - healths.count)), seed: seed)
  }

  /// Health from the sums over one draw.
  private func health(_ drawn: [SIMD4<Double>]) -> Double? {
    let scores = interviews.indices.map { place -> Double? in
      let together = Judgement(interviews[place], survey(drawn, place), rules: rules)
      return together.band == nil ? nil : together.score
    }
    return Pillars.health(
      pillars.map { pillar in
        Pillars.score(
          pillar, banded: { places[$0].flatMap { scores[$0] } },
          desired: { forms[$0].flatMap { survey(drawn, $0)?.level } })
      })
  }

  /// The level of a construct, or how much a form is desired, in one draw: section 3 once more.
  private func survey(_ drawn: [SIMD4<Double>], _ place: Int) -> Judgement.Survey? {
    let sum = drawn[place]
    let rest = unplaced[place]
    let weighting = SurveyMean.weighting(
      organizations: Int(sum[0]), placed: Int(sum[2]), unplaced: Int(rest[2]), rules: rules)
    if weighting == .organizations {
      return Judgement.Survey(level: sum[1] / sum[0], n: Int(sum[2]), weighting: weighting)
    }
    let n = sum[2] + rest[2]
    guard n > 0 else { return nil }
    return Judgement.Survey(level: (sum[3] + rest[3]) / n, n: Int(n), weighting: weighting)
  }
}
