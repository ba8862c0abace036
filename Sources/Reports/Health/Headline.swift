import StudyModel

/// The headline, the lead and the facts at a glance: chosen once, of what the rules say.
struct Headline {
  private let reader: CaseView
  private let conclusions: CaseFindings
  private let steps: NextSteps
  private let leading: Leading

  /// How much has changed.
  private let trend: String

  init(
    reader: CaseView, conclusions: CaseFindings, leading: Leading, steps: NextSteps,
    changed trend: String
  ) {
    (self.reader, self.conclusions, self.leading) = (reader, conclusions, leading)
    (self.steps, self.trend) = (steps, trend)
  }

  private var framework: Framework { reader.framework }

  var headline: String {
    guard let heading = leading.leads?.heading else {
      return reader.hasSurvey || reader.hasInterviews
        ? Nothing.headline.said(reader.sight) : "There is no evidence yet on which to report"
    }
    return Words.withStop(heading)
  }

  var lead: String? {
    leading.leads.map { led in
      [led.sentence(framework), led.reserve(framework.scoring)].compactMap(\.self)
        .joined(separator: " ")
    }
  }

  /// What headline and lead rest on.
  var restsOn: Resting? { leading.leads?.restsOn }

  var facts: [ReportDocument.Fact] {
    var facts = [well, short, changed, first, sure].compactMap { $0 }
    // Why there is nothing to say is said once.
    for place in facts.indices.dropFirst()
    where facts[..<place].contains(where: { $0.detail == facts[place].detail }) {
      facts[place].detail = nil
    }
    return facts
  }

  private var well: ReportDocument.Fact? {
    let strengths = leading.said.filter {
      $0.leading.tone == .strength && !leading.isLed($0)
    }
    if let best = strengths.first(where: { $0.heading != nil }) ?? strengths.first {
      return fact("Working well", best)
    }
    // What goes well may stand under the headline.
    let tone = leading.leads?.leading.tone
    guard tone != .strength else { return nil }
    return .init(
      label: "Working well",
      // Beside a headline that neither praises nor warns it cannot be said that there is nothing.
      claim: (tone == .neutral ? Nothing.further : Nothing.strength)
        .said(reader.sightOfFindings),
      detail: Nothing.strengthWhy.said(reader.sightOfFindings))
  }

  private var short: ReportDocument.Fact? {
    if let worst = leading.worst { return fact("Where it falls short", worst) }
    if let wanted { return wanted }
    // Under a headline on what falls short it cannot be said that nothing does.
    guard leading.gravest.isEmpty else {
      return .init(
        label: "Where it falls short",
        claim: Nothing.further.said(reader.sightOfFindings))
    }
    return .init(
      label: "Where it falls short", claim: Nothing.shortfall.said(reader.sight),
      detail: Nothing.shortfallWhy.said(reader.sight))
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
    var fact = ReportDocument.Fact(
      label: label, said, of: framework, anchor: said.leading.section)
    // In the same words it stands under the headline already.
    let reserve = said.reserve(framework.scoring)
    if let reserve, reserve != leading.leads?.reserve(framework.scoring) {
      fact.detail = [fact.detail, reserve].compactMap(\.self).joined(separator: " ")
    }
    return fact
  }

  private var first: ReportDocument.Fact? {
    guard let step = steps.first else { return nil }
    let why =
      step.actsOn.isEmpty ? nil : step.why.first.map { "Why: \(Words.inSentence($0.says)). " }
    return .init(
      label: "Do first", claim: Words.withoutStop(step.action),
      detail: (why ?? "") + "Step \(step.number) in “What to do next”.", anchor: NextSteps.id)
  }

  /// What has changed since the phase before, the whole of it first; nil where there is none before.
  private var changed: ReportDocument.Fact? {
    guard reader.score.change != nil else { return nil }
    return .init(label: "What changed", claim: Words.withoutStop(trend), anchor: TrendMaker.id)
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
    // What is left out may be the worst of it, or the best.
    let entered = reader.score.pillars.reduce(0) { $0 + $1.entered.count }
    let left = reader.score.pillars.reduce(0) { $0 + $1.leftOut.count }
    let parts = left > 0 ? " for \(entered) of its \(entered + left) parts" : ""
    let claim =
      health.score.map { score in
        "\(Words.whole(score)) of 100\(parts)"
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
