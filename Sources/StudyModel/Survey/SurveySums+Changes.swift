internal import Statistics

extension SurveySums {
  /// How the survey's levels of a case changed from a phase to a later one, by the first basis with three
  /// units or more.
  ///
  /// Organizations where the level goes by them in both phases, so that the change is weighted as the two
  /// levels are; else respondents; else the difference of the levels. Scoring specification, section 9.
  struct Step {
    private let sums: SurveySums
    private let paired: PairedChange.Differences?
    /// The organizations that answered in both phases, by number, with their slots.
    private let both: [(organization: Int, before: Int, after: Int)]

    /// Finds the organizations of a step, by the slots of its two phases.
    init(
      _ sums: SurveySums, from earlier: [Int], to later: [Int], paired: PairedChange.Differences?
    ) {
      self.sums = sums
      self.paired = paired
      let before = sums.slotsByOrganization(earlier)
      let after = sums.slotsByOrganization(later)
      both = before.sorted { $0.key < $1.key }.compactMap { organization, slot in
        after[organization].map { (organization, slot, $0) }
      }
    }

    /// The change of a construct, by number, between the levels that it has in both phases.
    func change(
      of construct: Int, from before: SurveyFigure, to after: SurveyFigure
    ) -> SurveyChange {
      let levels = SurveyChange(from: before, to: after)
      guard let figure = sums.plan.figureOfConstruct[construct] else { return levels }
      let goByOrganizations = [before, after].allSatisfy { $0.weighting == .organizations }
      return (goByOrganizations ? ofOrganizations(figure) : nil)
        ?? paired.flatMap {
          SurveyChange(differences: $0.all[figure], pairing: .respondents)
        } ?? levels
    }

    private func ofOrganizations(_ figure: Int) -> SurveyChange? {
      var differences = Moments()
      var byToken = 0
      for (organization, before, after) in both {
        guard let earlier = mean(figure, slot: before), let later = mean(figure, slot: after) else {
          continue
        }
        let ofTokens = paired?.ofOrganizations[organization]?[figure].mean
        if ofTokens != nil { byToken += 1 }
        differences.add(ofTokens ?? later - earlier)
      }
      return SurveyChange(differences: differences, pairing: .organizations, byToken: byToken)
    }

    private func mean(_ figure: Int, slot: Int) -> Double? {
      sums.moments[slot * sums.plan.constructs.count + figure].mean
    }
  }

  /// The slots of organizations that are stated, by their numbers.
  private func slotsByOrganization(_ places: [Int]) -> [Int: Int] {
    Dictionary(
      places.filter { slots.organizations[$0] >= 0 }.map { (slots.organizations[$0], $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
