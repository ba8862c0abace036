internal import Statistics

/// Wanted against received, per form of value asked both ways.
///
/// Scoring specification, section 6.
enum ValueGaps {
  /// The gaps of a case and phase, in the framework's order; forms nobody has both of are left out.
  static func of(_ stream: SurveyStream, plan: SurveyPlan, rules: ScoringRules) -> [ValueGap] {
    let gaps = plan.forms.indices.compactMap { form -> ValueGap? in
      let organizations = stream.organizationSlots.map { stream.pairs(form, slot: $0) }
        .filter { $0.difference.count > 0 }
      let unplaced = stream.pairs(form, slot: stream.unplacedSlot)
      guard
        let mean = SurveyMean(
          organizations: organizations.map(\.difference), unplaced: unplaced.difference,
          rules: rules)
      else { return nil }
      let (desired, derived) = averages(
        organizations, unplaced: unplaced, weighting: mean.weighting)
      return ValueGap(
        id: plan.tree.ids[plan.forms[form].construct], desired: desired, derived: derived,
        gap: desired - derived, interval: mean.interval,
        n: mean.n, quadrant: nil)
    }
    return withQuadrants(gaps, rules: rules)
  }

  /// Desired and derived, averaged as the differences are.
  private static func averages(
    _ organizations: [PairedSums], unplaced: PairedSums, weighting: ScoringRules.Weighting
  ) -> (desired: Double, derived: Double) {
    switch weighting {
    case .organizations:
      let k = Double(organizations.count)
      let shares = organizations.map { Double($0.difference.count) * k }
      return (
        zip(organizations, shares).reduce(0) { $0 + $1.0.desired / $1.1 },
        zip(organizations, shares).reduce(0) { $0 + $1.0.derived / $1.1 }
      )
    case .respondents:
      var all = unplaced
      for organization in organizations { all.merge(organization) }
      let n = Double(all.difference.count)
      return (all.desired / n, all.derived / n)
    }
  }

  /// Places the forms about the case's two means, those at a mean being high.
  ///
  /// All forms listed enter the means; a form on too few answers gets no quadrant itself, nor does one
  /// whose gap says otherwise.
  static func withQuadrants(_ gaps: [ValueGap], rules: ScoringRules) -> [ValueGap] {
    guard gaps.count >= rules.leastFormsForQuadrants,
      let desired = Descriptive.mean(gaps.map(\.desired)),
      let derived = Descriptive.mean(gaps.map(\.derived))
    else { return gaps.map { without($0) } }
    return gaps.map { gap in
      guard gap.n >= rules.fullAnswers else { return without(gap) }
      var placed = gap
      let quadrant: ValueGap.Quadrant =
        switch (
          NineDecimals.isAtLeast(gap.desired, desired), NineDecimals.isAtLeast(gap.derived, derived)
        ) {
        case (true, false): .concentrate
        case (true, true): .keep
        case (false, false): .low
        case (false, true): .overdone
        }
      placed.quadrant = contradicts(gap, quadrant) ? nil : quadrant
      return placed
    }
  }

  /// Whether a gap says the contrary of its place among the others: a case may receive more of everything
  /// than it wants, or less.
  private static func contradicts(_ gap: ValueGap, _ quadrant: ValueGap.Quadrant) -> Bool {
    let difference = NineDecimals.rounded(gap.gap)
    switch quadrant {
    case .overdone: return difference >= 0
    case .concentrate: return difference <= 0
    case .keep: return difference > 0 && gap.clear == true
    case .low: return false
    }
  }

  private static func without(_ gap: ValueGap) -> ValueGap {
    var bare = gap
    bare.quadrant = nil
    return bare
  }
}
