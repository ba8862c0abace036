import StudyModel

/// What follows for how far figures can be leaned on, each in one plain sentence.
struct MethodsLimits {
  let maker: MethodsPage

  /// Under this Cronbach’s alpha the items of a scale are usually said not to hang together: Nunnally
  /// (1978), Psychometric Theory, 2nd edition, page 245.
  private static let leastConsistency = 0.7

  private var input: SeenMethods { maker.input }
  private var rules: ScoringRules { maker.rules }

  var section: Section {
    let says = says
    var section = Section(
      id: "limits", number: 0, title: "Limits",
      heading: says.isEmpty
        ? Nothing.limit.said(sight)
        : "\(Words.capitalized(Words.count(says.count, "thing"))) to bear in mind", reading: nil)
    section.blocks =
      says.isEmpty
      ? [
        .paragraph(Nothing.limitWhy.said(sight))
      ]
      : [
        .means(
          Means(
            label: "What follows", warns: true, says: says,
            reservations: [
              maker.isOpen ? "Only what can be counted is looked at." : Nothing.limitWhy.part
            ]))
      ]
    return section
  }

  /// How much is seen of what may weaken the figures.
  var sight: Sight { maker.isOpen ? .whole : .part }

  /// The sentences.
  var says: [String] {
    (people + coding + decisions + survey + files).map(Words.withStop)
  }

  /// `2 cases have …`, or `Harbour Forum has …` where it is one.
  private func cases(_ ids: [String], _ one: String, _ several: String) -> String {
    let names = ids.map { maker.name(ofCase: $0) }
    return ids.count == 1
      ? "\(names[0]) \(one)" : "\(Words.count(ids.count, "case")) \(several): \(Words.list(names))"
  }

  private func unique(_ ids: [String?]) -> [String] {
    var seen: Set<String> = []
    return ids.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  private var people: [String] {
    var says: [String] = []
    if maker.study.simulated {
      says.append("The data are simulated: nothing about real people or organisations follows")
    }
    if input.reading.isHidden || input.total.people.isHidden || interviewees(input.total) > 0 {
      says.append(
        "Interviewees were chosen, not sampled: their numbers say nothing of shares among members")
    }
    let rows = input.material.filter { $0.caseID != nil }
    let few = unique(
      rows.filter { row in
        row.material.value.map {
          (1..<rules.suppressIntervieweesBelow).contains(interviewees($0))
        } ?? true
      }.map(\.caseID))
    if !few.isEmpty {
      let least = "fewer than \(rules.suppressIntervieweesBelow) interviewees in a phase or in all"
      says.append(cases(few, "has \(least)", "have \(least)"))
    }
    if maker.isOpen {
      let spoken = unique(
        rows.filter { $0.material.value.map { interviewees($0) > 0 } ?? false }.map(\.caseID))
      let without = spoken.filter { id in !rows.contains { $0.caseID == id && hasConvenor($0) } }
      if !without.isEmpty {
        says.append(
          cases(
            without, "has no interview with a convenor, so nothing there is triangulated",
            "have no interview with a convenor, so nothing there is triangulated"))
      }
    }
    let silent = maker.report.cases.map(\.id).filter { id in
      !rows.contains { $0.caseID == id }
    }
    if !silent.isEmpty, silent.count < maker.report.cases.count || input.survey != nil {
      says.append(cases(silent, "has no sources", "have no sources"))
    }
    return says
  }

  /// How many people were interviewed, as far as it is shown.
  private func interviewees(_ material: SeenMethods.Material) -> Int {
    material.people.value?.interviewees ?? 0
  }

  private func hasConvenor(_ row: SeenMethods.MaterialRow) -> Bool {
    let roles = row.material.flatMap(\.people).flatMap(\.roles).value
    return (roles?[.convenor] ?? 0) > 0
  }

  private var coding: [String] {
    var says: [String] = []
    let isAgreementKnown = input.agreement.value.flatMap(\.self) != nil
    if !isAgreementKnown, !input.agreement.isHidden, maker.hasCodings {
      says.append(Nothing.agreementKnown.said(maker.agreementSight))
    }
    if let reading = input.reading.value {
      let cover = reading.cover
      if cover.one > 0, cover.two + cover.more > 0 {
        says.append(
          "\(Words.capitalized(Words.count(cover.one, "source"))) \(cover.one == 1 ? "was" : "were") read by one coder only, whose word stands alone there"
        )
      }
      if cover.none > 0 {
        says.append(
          "\(Words.capitalized(Words.count(cover.none, "source"))) \(cover.none == 1 ? "was" : "were") read by nobody"
        )
      }
      if let lost = input.lostSegments.value, lost > 0 {
        says.append(
          "\(Words.capitalized(Words.count(lost, "coded segment"))) \(lost == 1 ? "was" : "were") not found again in a corrected transcript and still \(lost == 1 ? "counts" : "count")"
        )
      }
      if let others = input.otherWords.value, others > 0 {
        says.append(
          "\(Words.capitalized(Words.count(others, "coded segment"))) \(others == 1 ? "has" : "have") other words than the transcript"
        )
      }
    }
    if let count = maker.report.unmapped.value?.count, count > 0 {
      says.append(
        "\(Words.capitalized(Words.count(count, "code"))) \(count == 1 ? "stands" : "stand") for no construct of the framework and \(count == 1 ? "counts" : "count") for nothing"
      )
    }
    let names = input.coding.flatMap(\.names).value
    if maker.hasCodings, let never = names.map({ maker.constructsUsed($0).never.count }), never > 0
    {
      says.append(
        "\(Words.capitalized(Words.count(never, "construct"))) \(never == 1 ? "was" : "were") never coded: silence, not absence"
      )
    }
    return says
  }

  private var decisions: [String] {
    var says: [String] = []
    if let agreement = maker.agreement {
      let maker = AgreementPage(input: agreement)
      if let alpha = agreement.pooled.alpha.value, agreement.pooled.isLow {
        says.append(
          "Alpha over all codes is \(Words.fixed(alpha, 2)), under \(AgreementLevel.tentativeSaid): too low for conclusions"
        )
      } else if agreement.pooled.alpha.value == nil {
        says.append("Alpha over all codes is not defined")
      }
      if !maker.low.isEmpty {
        says.append(
          "\(Words.capitalized(Words.count(maker.low.count, "code"))) \(maker.low.count == 1 ? "has" : "have") an alpha under \(AgreementLevel.tentativeSaid), and \(Words.thousands(maker.rare.count)) cannot be judged"
        )
      }
      let open = agreement.disputes.open
      if open > 0 {
        let left = input.coding.value?.count(of: .unresolved) ?? 0
        says.append(
          "\(Words.capitalized(Words.count(open, "disputed unit"))) \(open == 1 ? "is" : "are") open"
            + (left == 0
              ? ""
              : "; \(Words.thousands(left)) at exactly half of the coders \(left == 1 ? "is" : "are") left out of scores")
        )
      }
    }
    if let without = input.coding.flatMap(\.decisionsWithoutEffect).value, without > 0 {
      says.append(
        "\(Words.capitalized(Words.count(without, "decision"))) met no unit and \(without == 1 ? "has" : "have") no effect"
      )
    }
    if let bands = input.sensitivity.value?.filter({ $0.bandsChanged > 0 }), !bands.isEmpty {
      says.append(
        "Another rule of consensus would give other bands: "
          + Words.list(
            bands.map { "\(Words.thousands($0.bandsChanged)) under the rule \($0.rule.rawValue)" }))
    }
    return says
  }

  private var survey: [String] {
    guard let survey = input.survey else { return [] }
    var says: [String] = []
    let few = unique(
      survey.rows.filter { row in
        row.answers.value.map { $0.responses < rules.suppressAnswersBelow } ?? true
      }.map(\.caseID))
    if !few.isEmpty {
      let least = "fewer than \(rules.suppressAnswersBelow) answers in a phase or in all"
      says.append(cases(few, "has \(least)", "have \(least)"))
    }
    let silent = maker.report.cases.map(\.id).filter { id in
      !survey.rows.contains { $0.caseID == id }
    }
    if !silent.isEmpty {
      says.append(cases(silent, "has no survey answers", "have no survey answers"))
    }
    let unknown = unique(survey.shown.filter { $0.answers.invited == nil }.map(\.caseID))
    if !unknown.isEmpty {
      says.append(
        unknown.count == Set(survey.rows.map(\.caseID)).count
          ? Nothing.invited.said(survey.sight)
          : cases(
            unknown, "has no record of how many were invited in all",
            "have no record of how many were invited in all"))
    }
    let plain = unique(
      survey.shown.filter { $0.answers.levels.value.map { $0.byRespondents > 0 } ?? false }
        .map(\.caseID))
    if rules.weighting == .organizations, !plain.isEmpty {
      says.append(
        cases(
          plain,
          "has constructs averaged over respondents, for want of organisations stated: large ones weigh more there",
          "have constructs averaged over respondents, for want of organisations stated; large ones weigh more there"
        ))
    }
    let least = Self.leastConsistency
    let low = survey.scales.filter {
      $0.median.map { NineDecimals.isLess($0, than: least) } ?? false
    }
    if !low.isEmpty {
      says.append(
        "\(Words.capitalized(Words.count(low.count, "scale"))) \(low.count == 1 ? "has" : "have") a Cronbach’s alpha under \(Words.fixed(least, 2)) in the middle of the cases"
      )
    }
    if survey.versions.count > 1 {
      says.append(
        "The questionnaire changed: there are \(survey.versions.count) versions, and an item counts where it was asked"
      )
    }
    return says
  }

  private var files: [String] {
    var says: [String] = []
    let standing = input.imports.value?.filter { $0.undoneAt == nil }
    if let rejected = standing?.reduce(0, { $0 + $1.rowsRejected }), rejected > 0 {
      says.append(
        "\(Words.capitalized(Words.count(rejected, "row"))) of the files did not come in")
    }
    if input.framework.versions.count > 1 {
      says.append("The framework was changed while the study went on")
    }
    return says
  }
}
