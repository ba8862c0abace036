import StudyModel

/// The headline, the lead and the facts at a glance: chosen once, of what the rules say.
struct Headline {
  private let reader: CaseView
  private let conclusions: CaseFindings
  private let steps: NextSteps
  /// What the rules say, a rule at a time.
  private let said: [SaidTogether]
  /// What falls short, where most is lost first.
  private let gravest: [SaidTogether]
  /// What leads: what is written as a headline, else the gravest, else the first.
  private let leading: SaidTogether?

  init(reader: CaseView, conclusions: CaseFindings, steps: NextSteps) {
    (self.reader, self.conclusions, self.steps) = (reader, conclusions, steps)
    let said = SaidTogether.all(conclusions.findings)
    let short = said.filter { $0.leading.tone == .shortfall }
    gravest = short.map(\.leading).gravestFirst.compactMap { finding in
      short.first { $0.leading == finding }
    }
    leading =
      said.first { $0.leading.section == "headline" && $0.heading != nil }
      ?? gravest.first { $0.heading != nil }
      ?? said.first { $0.heading != nil && $0.leading.section != "quality" }
    self.said = said
  }

  private var framework: Framework { reader.framework }

  var headline: String {
    guard let heading = leading?.heading else {
      return reader.hasSurvey || reader.hasInterviews
        ? Nothing.headline.said(reader.sight) : "There is no evidence yet on which to report"
    }
    return Words.withStop(heading)
  }

  var lead: String? { leading?.sentence(framework) }

  var facts: [ReportDocument.Fact] {
    var facts = [well, short, first, sure].compactMap { $0 }
    // Why there is nothing to say is said once.
    for place in facts.indices.dropFirst()
    where facts[..<place].contains(where: { $0.detail == facts[place].detail }) {
      facts[place].detail = nil
    }
    return facts
  }

  private var well: ReportDocument.Fact? {
    let strengths = said.filter { $0.leading.tone == .strength && !isLed($0) }
    if let best = strengths.first(where: { $0.heading != nil }) ?? strengths.first {
      return fact("Working well", best)
    }
    // What goes well may stand under the headline.
    guard leading?.leading.tone != .strength else { return nil }
    return .init(
      label: "Working well", claim: Nothing.strength.said(reader.sightOfFindings),
      detail: Nothing.strengthWhy.said(reader.sightOfFindings))
  }

  /// Whether it stands under the headline already, or says no more of its constructs than what stands there.
  private func isLed(_ said: SaidTogether) -> Bool {
    guard let leading else { return false }
    return leading.leading.rule == said.leading.rule
      || said.heading != nil && leading.heading == said.heading
      || leading.sentence(framework) == said.sentence(framework) || leading.saysAll(of: said)
  }

  /// The gravest of what falls short besides what leads.
  private var worst: SaidTogether? {
    let others = gravest.filter { !isLed($0) }
    return others.first { $0.heading != nil } ?? others.first
  }

  private var short: ReportDocument.Fact? {
    if let worst { return fact("Where it falls short", worst) }
    if let wanted { return wanted }
    // Under a headline on what falls short it cannot be said that nothing does.
    guard gravest.isEmpty else { return nil }
    return .init(
      label: "Where it falls short", claim: Nothing.shortfall.said(reader.sightOfFindings),
      detail: Nothing.shortfallWhy.said(reader.sightOfFindings))
  }

  /// What the page prints as wanted and not evident: above it nothing can be said to fall short nowhere.
  private var wanted: ReportDocument.Fact? {
    guard reader.asksWantedInInterviews else { return nil }
    let forms = reader.valueInInterviews.wantedInVain
    guard !forms.isEmpty else { return nil }
    let section = SectionMaker.layout(of: reader.framework).first { layout in
      layout.parts.contains { $0.figure == .wantedAndReceived }
    }
    return .init(
      label: "Where it falls short",
      claim:
        "Wanted, and not evident: \(Words.list(forms.map { Words.inSentence(reader.name($0)) }))",
      detail: "That is from the interviews.", anchor: section?.id)
  }

  private func fact(_ label: String, _ said: SaidTogether) -> ReportDocument.Fact {
    .init(label: label, said, of: framework, anchor: said.leading.section)
  }

  /// The first step that what leads or falls short calls for.
  private var first: ReportDocument.Fact? {
    let rules = [leading, worst].compactMap { $0?.leading.rule }
    guard let step = steps.first(for: rules) else { return nil }
    return .init(
      label: "Do first", claim: Words.withoutStop(step.action),
      detail: "Step \(step.number) in “What to do next”.", anchor: NextSteps.id)
  }

  private var sure: ReportDocument.Fact {
    let size = HowSure(reader: reader).size
    return .init(
      label: "How sure we are",
      claim: SaidTogether.heading(conclusions.findings.filter { $0.section == "quality" })
        .map(Words.withoutStop) ?? HowSure(reader: reader).claim,
      detail: size, anchor: "quality")
  }

  /// Health, one line among the facts: never the heading.
  var health: ReportDocument.Fact? {
    // Where no level was given nothing can be scored, which the facts say.
    guard !reader.framework.pillars.isEmpty, !reader.isPresenceOnly else { return nil }
    let pillars = reader.framework.pillars.map { pillar -> String in
      let score = reader.score.pillars.first { $0.id == pillar.id }
      let level = score?.score.map(Words.whole) ?? Nothing.health.said(sight(of: pillar))
      let (entered, left) = (score?.entered.count ?? 0, score?.leftOut.count ?? 0)
      let out =
        score?.score != nil && left > 0
        ? " (of \(entered) of its \(entered + left) parts, those with a band)" : ""
      return "\(Words.inSentence(pillar.name)): \(level)\(out)"
    }
    let health = reader.score.health
    let claim =
      health.score.map { score in
        "\(Words.whole(score)) of 100"
          + (health.interval.map { ", 95% interval \(Words.interval($0))" } ?? "")
      } ?? Words.capitalized(Nothing.health.said(sight(of: reader.framework.pillars)))
    return .init(
      label: "Overall", claim: claim,
      detail: Words.capitalized(pillars.joined(separator: "; "))
        + ". Not for comparing people or organisations.", anchor: "method")
  }

  /// How much of what makes pillars its reader has seen.
  private func sight(of pillars: [Pillar]) -> Sight {
    let parts = pillars.flatMap(\.parts).flatMap { part in
      switch part {
      case .construct(let id): [id]
      case .mean(let ids): ids
      }
    }
    return reader.scoreSight(reader.leaves(parts))
  }

  private func sight(of pillar: Pillar) -> Sight { sight(of: [pillar]) }
}
