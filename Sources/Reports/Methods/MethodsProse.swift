import StudyModel

/// The methods in words, ready to be taken over: a paragraph a step, in the order of the work.
struct MethodsProse {
  let maker: MethodsPage

  private var input: SeenMethods { maker.input }
  private var report: SeenStudy { maker.report }
  private var study: StudyFacts { maker.study }
  private var sentences: MethodSentences { MethodSentences(maker.framework) }

  var section: Section {
    var section = Section(
      id: "words", number: 0, title: "Methods, in words",
      heading: "Ready to take over",
      reading: "A paragraph for each step. What is not there is said, and not left out.")
    section.blocks = paragraphs.map { .paragraph($0) }
    return section
  }

  /// The paragraphs.
  var paragraphs: [String] {
    [framework, material, coding, agreement, decisions, survey, scores, hidden, repeated].map {
      $0.filter { !$0.isEmpty }.map(Words.withStop).joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private var framework: [String] {
    let framework = maker.framework
    var says = [
      "The study “\(study.title)” rests on the framework “\(framework.title)” (\(framework.id), version \(framework.version)), which has \(Words.count(framework.constructs.count, "construct"))"
    ]
    if let main = framework.references.first {
      says.append("The framework comes from: \(maker.reference(main))")
    }
    switch input.framework.origin {
    case .asShipped: says.append("It was used as it ships with the program")
    case .own: says.append("It is the study’s own")
    case .changed(_, let changes):
      says.append(
        "It was changed for this study in \(Words.count(changes.count, "thing")), listed in the appendix"
      )
    }
    let changed = input.framework.versions.count - 1
    if changed > 0 {
      says.append(
        "In the course of the study another version of it was put in force \(changed == 1 ? "once" : Words.count(changed, "time"))"
      )
    }
    return says
  }

  private var material: [String] {
    guard !input.material.isEmpty else { return ["There were no interviews or other sources"] }
    let total = input.total
    let cases = Set(input.material.compactMap(\.caseID)).count
    let shown = maker.shownCases
    var says: [String] = []
    let hidden = maker.hiddenRows
    if total.count == 0 {
      says.append("The material is from \(Words.count(cases, "case")); its numbers are hidden")
    } else {
      says.append(
        "The material is \(maker.sources(total)) from \(Words.count(shown, "case"))"
          + (hidden == 0
            ? ""
            : ", not counting \(hidden == 1 ? "one case and phase that is" : "\(Words.spelled(hidden)) cases and phases that are") hidden for having few interviewees")
      )
    }
    if total.people.isHidden {
      says.append(
        "The people interviewed are counted by case and phase in the appendix; they were \(MethodSentences.chosen)"
      )
    } else if let people = total.people.value, people.interviewees > 0 {
      let from =
        people.organizations > 0
        ? " from \(Words.count(people.organizations, "organisation"))" : ""
      says.append(
        "\(Words.capitalized(Words.count(people.interviewees, "person", "people")))\(from) \(people.interviewees == 1 ? "was" : "were") interviewed, \(MethodSentences.chosen)"
      )
    } else if hidden == 0 {
      says.append(Nothing.interviewed.whole)
    }
    let whole = input.material.filter { $0.caseID == nil }.compactMap(\.material.value)
      .reduce(0) { $0 + $1.count }
    if whole > 0 {
      says.append(
        "\(Words.capitalized(Words.count(whole, "source"))) \(whole == 1 ? "is" : "are") evidence for the whole set and \(whole == 1 ? "enters" : "enter") no case’s score"
      )
    }
    if total.transcripts > 0 {
      says.append(
        "The study keeps \(Words.count(total.transcripts, "transcript"))"
          + (total.mismatched == 0
            ? total.transcripts == 1
              ? ", and all coded segments stand in it word for word"
              : ", and all coded segments stand in them word for word"
            : ", \(Words.thousands(total.mismatched)) of them with a coded segment that does not stand there")
      )
    } else if total.count > 0 {
      says.append(Nothing.transcripts.said(hidden == 0 ? .whole : .part))
    }
    return says
  }

  private var coding: [String] {
    let unit =
      "Codings of one code by different coders were taken as one unit where their intersection over their union is at least \(Words.short(maker.rules.unitOverlap))"
    guard let reading = input.reading.value else {
      return ["The sources were coded; the numbers are hidden", unit, consensus]
    }
    if let coding = reading.coding.value, coding.codings == 0 {
      return input.material.isEmpty ? [] : ["Nothing has been coded yet"]
    }
    var cover: [String] = []
    for (count, who) in [
      (reading.cover.more, "more than two"), (reading.cover.two, "two"),
      (reading.cover.one, "one"), (reading.cover.none, "nobody"),
    ] where count > 0 {
      cover.append("\(Words.thousands(count)) by \(who)")
    }
    let read =
      "\(Words.capitalized(Words.spelled(reading.coders))) \(reading.coders == 1 ? "coder" : "coders") read \(Words.count(reading.sources, "source"))\(maker.isOpen ? "" : " of the cases shown")"
    let byHowMany = reading.coders == 1 ? "" : ", \(Words.list(cover))"
    guard let coding = reading.coding.value else { return [read + byHowMany, unit, consensus] }
    var says = [
      "\(read)\(byHowMany)\(byHowMany.isEmpty ? "" : ",") and made \(Words.count(coding.codings, "coding"))"
        + (coding.names.value.map(codes) ?? ""),
      coding.weighted == 0
        ? "Codings carry no weight: they say that a thing is there, not how much of it"
        : coding.weighted == coding.codings
          ? "Every coding carries a weight of 0 to \(Words.short(maker.rules.topWeight))"
          : "\(Words.thousands(coding.weighted)) of them carry a weight of 0 to \(Words.short(maker.rules.topWeight))",
      reading.coders == 1 ? "" : unit, consensus,
    ]
    if let awaited = NotHandedIn.sentence(reading.notHandedIn) {
      says.append(
        "\(awaited); nothing is counted as a vote there")
    }
    if let unmapped = report.unmapped.value, !unmapped.isEmpty {
      let codings = unmapped.reduce(0) { $0 + $1.codings }
      let codes = unmapped.count
      says.append(
        "\(Words.capitalized(Words.count(codes, "code"))) of the coders’ own, with \(Words.count(codings, "coding")), \(codes == 1 ? "stands" : "stand") for no construct and \(codes == 1 ? "counts" : "count") for none"
      )
    }
    says.append(
      "Of \(Words.count(coding.allUnits, "unit")) \(Words.thousands(coding.standing)) \(coding.standing == 1 ? "stands" : "stand") as evidence, \(Words.thousands(coding.standingOnOne)) of \(coding.standing == 1 ? "it" : "them") on the word of one coder"
    )
    return says
  }

  private func codes(_ names: SeenMethods.CodingNames) -> String {
    let (used, never) = maker.constructsUsed(names)
    return
      " with \(Words.count(names.codes, "code")), which \(names.codes == 1 ? "stands" : "stand") for \(used) of the \(Words.count(used + never.count, "construct")) without others under them"
  }

  private var consensus: String {
    "The rule of consensus is “\(report.consensus.rawValue)”: "
      + Words.inSentence(MethodSentences.consensus(report.consensus))
  }

  private var agreement: [String] {
    switch input.agreement {
    case .shown(let input?): AgreementWords(maker: AgreementPage(input: input)).forPaper
    case .hidden: [Nothing.agreementKnown.hidden]
    case .shown(nil): maker.hasCodings ? [Nothing.agreementKnown.whole] : []
    }
  }

  private var decisions: [String] {
    guard let counts = maker.agreement?.disputes, counts.disputed > 0 else {
      return maker.disputesSight == .hidden ? [Nothing.disputable.hidden] : []
    }
    let kinds = Disagreement.Kind.allCases.compactMap { kind -> String? in
      guard let count = counts.byKind[kind], count > 0 else { return nil }
      return "\(Words.thousands(count)) on \(Self.kinds[kind] ?? kind.rawValue)"
    }
    var says = [
      "Coders differed on \(Words.thousands(counts.disputed)) of \(Words.count(counts.units, "unit")) that anybody marked in these sources: \(Words.list(kinds))"
        + (counts.byKind.values.reduce(0, +) > counts.disputed ? " (some on several)" : "")
    ]
    let settled = counts.disputed - counts.open
    if settled == 0 {
      says.append("No decision has been made on any of them")
    } else {
      let how = Adjudication.Decision.allCases.compactMap { decision -> String? in
        guard let count = counts.decided[decision], count > 0 else { return nil }
        return "\(Words.thousands(count)) \(MethodsPage.done[decision] ?? "")"
      }
      says.append(
        "\(Words.capitalized(Words.count(settled, "unit"))) \(settled == 1 ? "was" : "were") settled by a decision \(maker.period): \(Words.list(how))"
      )
    }
    let replaced = maker.made.count {
      if case .superseded = $0.standing { true } else { false }
    }
    if replaced > 0 {
      says.append(
        "\(Words.capitalized(Words.count(replaced, "decision"))) \(replaced == 1 ? "was" : "were") later replaced"
      )
    }
    if counts.open == 0 {
      says.append("None is open")
    } else {
      let open = input.disputes.value?.open ?? []
      let codes = open.prefix(3).map {
        "\(maker.name(ofCode: $0.code, inSentence: true)) (\(Words.thousands($0.units)))"
      }
      let on = open.count > 3 ? "most of all on" : "on"
      says.append(
        "\(Words.capitalized(Words.count(counts.open, "unit"))) \(counts.open == 1 ? "is" : "are") open"
          + (codes.isEmpty ? "" : ", \(on) \(Words.list(codes))")
      )
    }
    if let left = input.coding.value?.count(of: .unresolved), left > 0 {
      says.append(
        "\(Words.capitalized(Words.count(left, "unit"))) at exactly half of the coders \(left == 1 ? "is" : "are") left out of scores"
      )
    }
    return says + (input.sensitivity.value?.map(said) ?? [])
  }

  private func said(_ change: SeenMethods.RuleChange) -> String {
    change.scoresChanged == 0
      ? "Under the rule “\(change.rule.rawValue)” no score would be another"
      : "Under the rule “\(change.rule.rawValue)” \(Words.thousands(change.scoresChanged)) of \(Words.count(change.scores, "score")) and \(Words.count(change.bandsChanged, "band")) would be others"
  }

  private static let kinds: [Disagreement.Kind: String] = [
    .unitizing: "whether to mark it", .code: "the code", .weight: "the weight",
    .valence: "the valence",
  ]

  private var survey: [String] {
    guard let survey = input.survey else { return ["There was no survey"] }
    let shown = survey.shown
    let cases = Set(survey.rows.map(\.caseID)).count
    var says: [String] = []
    let hidden = survey.rows.count - shown.count
    if shown.isEmpty {
      says.append("A survey was answered in \(Words.count(cases, "case")); the numbers are hidden")
    } else {
      says.append(
        "A survey of \(Words.count(survey.items.count, "item")) \(maker.isOpen ? "brought" : "gave") \(Words.count(survey.responses, "response"))\(maker.isOpen ? "" : " that count") from \(Words.count(Set(shown.map(\.caseID)).count, "case"))"
          + (hidden == 0
            ? ""
            : ", not counting \(hidden == 1 ? "one case and phase that is" : "\(Words.spelled(hidden)) cases and phases that are") hidden for having few answers")
      )
    }
    says.append(rate(survey))
    let reversed = survey.items.filter(\.reversed).count
    let ends = Set(survey.items.map { [$0.scale.low, $0.scale.high] })
    if ends.count == 1, let one = survey.items.first?.scale {
      says.append("Answers run from \(one.low) to \(one.high)")
    }
    says.append(
      reversed == 0
        ? "No item is reverse-keyed"
        : "\(Words.capitalized(Words.count(reversed, "item"))) \(reversed == 1 ? "is" : "are") reverse-keyed and turned before scoring"
    )
    let given = shown.compactMap(\.answers.given.value)
    let askable = given.reduce(0) { $0 + $1.askable }
    if askable > 0 {
      says.append(
        "Of the answers that could be given \(Words.percent(given.reduce(0) { $0 + $1.notAnswered }, of: askable)) were not"
      )
    }
    says.append(sentences.answers)
    let unplaced = shown.compactMap(\.answers.withoutOrganization.value)
    if !unplaced.isEmpty {
      let count = unplaced.reduce(0, +)
      says.append(
        count == 0
          ? "All state an organisation"
          : "\(Words.capitalized(Words.count(count, "response"))) \(count == 1 ? "states" : "state") no organisation"
      )
    }
    return says + reliability(survey)
  }

  private func reliability(_ survey: SurveyAccount) -> [String] {
    let medians = survey.scales.compactMap(\.median)
    guard let low = medians.min(), let high = medians.max() else {
      return survey.scales.isEmpty ? [] : ["Cronbach’s alpha is not defined for any scale"]
    }
    return [
      "Cronbach’s alpha of the \(Words.count(survey.scales.count, "scale")) is \(Words.fixed(low, 2)) to \(Words.fixed(high, 2)) in the middle of the cases and phases"
    ]
  }

  private func rate(_ survey: SurveyAccount) -> String {
    let known = survey.shown.compactMap { row in
      row.answers.invited.map { (invited: $0, responses: row.answers.responses) }
    }
    let invited = known.reduce(0) { $0 + $1.invited }
    guard invited > 0 else {
      return Nothing.invited.said(survey.sight)
    }
    let answered = known.reduce(0) { $0 + $1.responses }
    let rate = Words.percent(answered, of: invited)
    guard maker.isOpen else {
      return
        "\(known.count == survey.shown.count ? "" : "Where it is known how many were invited, ")\(Words.thousands(answered)) of the \(Words.thousands(invited)) invited (\(rate)) stand behind the figures; who named no organisation may be left out, so this is no response rate"
    }
    return known.count == survey.shown.count
      ? "\(Words.thousands(invited)) were invited, so that the response rate is \(rate)"
      : "Where it is known how many were invited, the response rate is \(rate) (\(Words.thousands(answered)) of \(Words.thousands(invited)))"
  }

  private var scores: [String] {
    guard !input.material.isEmpty || input.survey != nil else { return [] }
    let differing = input.rules.filter { $0.value != $0.standard }.count
    return [
      sentences.levels, sentences.joining, sentences.bands,
      input.survey == nil ? "" : MethodSentences.intervals,
      differing == 0
        ? "All rules of scoring are the program’s defaults"
        : "\(Words.capitalized(Words.count(differing, "rule"))) of scoring \(differing == 1 ? "differs" : "differ") from the program’s defaults",
    ]
  }

  private var hidden: [String] {
    maker.isOpen ? [] : ["Hidden in this report are " + sentences.whatIsHidden]
  }

  private var repeated: [String] {
    let standing = input.imports.map { $0.filter { $0.undoneAt == nil } }.value
    var says = [
      "All figures were made with Covalence \(study.toolVersion)"
        + (standing.map { " from \(Words.count($0.count, "imported file"))" } ?? "")
    ]
    if let last = standing?.map(\.at).max() {
      says[0] += ", the last of \(MethodsPage.day(last))"
    }
    says.append(
      "The \(study.hash.name) of \(study.hash.isOfReport ? "what is shown of the study" : "the study") begins with \(study.hash.text.prefix(12)), that of the framework with \(report.frameworkHash.prefix(12))"
    )
    says.append(
      "Random parts use the generator \(input.generator) with seed \(input.seed): the same files give the same figures"
    )
    return says
  }
}
