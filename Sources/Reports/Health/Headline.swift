import StudyModel

/// The headline, the lead and the facts at a glance.
struct Headline {
  let reader: CaseView
  let conclusions: CaseFindings
  let firstAction: ActionLine?

  private var framework: Framework { reader.framework }

  /// What the rules say, a rule at a time.
  private var said: [SaidTogether] { SaidTogether.all(conclusions.findings) }

  /// What leads: what is written as a headline, else the gravest, else the first.
  private var leading: SaidTogether? {
    said.first { $0.leading.section == "headline" && $0.heading != nil }
      ?? gravest.first { $0.heading != nil }
      ?? said.first { $0.heading != nil && $0.leading.section != "quality" }
  }

  /// What falls short, where most is lost first.
  private var gravest: [SaidTogether] {
    let short = said.filter { $0.leading.tone == .shortfall }
    let order = short.map(\.leading).gravestFirst
    return order.compactMap { finding in short.first { $0.leading == finding } }
  }

  /// What stands under the headline already.
  private var led: [SaidTogether] {
    let headlines = said.filter { $0.leading.section == "headline" }
    var led: [SaidTogether] = []
    for headline in headlines.isEmpty ? [leading].compactMap({ $0 }) : headlines
    where !led.contains(where: { $0.saysAll(of: headline) }) {
      led.append(headline)
    }
    return led
  }

  var headline: String {
    guard let heading = leading?.heading else {
      return reader.hasSurvey || reader.hasInterviews
        ? Nothing.headline.said(reader.sight) : "There is no evidence yet on which to report"
    }
    return Words.withStop(heading)
  }

  var lead: String? {
    let sentences = led.map { $0.sentence(framework) }.eachOnce.prefix(Self.mostSentences)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

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
    guard let best = strengths.first(where: { $0.heading != nil }) ?? strengths.first else {
      return .init(
        label: "Working well", claim: Nothing.strength.said(reader.sightOfFindings),
        detail: Nothing.strengthWhy.said(reader.sightOfFindings))
    }
    return fact("Working well", best)
  }

  /// Whether it stands under the headline already, or says no more of its constructs than what stands there.
  private func isLed(_ said: SaidTogether) -> Bool {
    let printed = led.prefix(Self.mostSentences)
    return printed.contains { led in
      led.leading.rule == said.leading.rule || led.heading == said.heading
        || led.sentence(framework) == said.sentence(framework)
        || led.saysAll(of: said)
    }
  }

  /// So many rules speak under the headline.
  private static let mostSentences = 1

  private var short: ReportDocument.Fact? {
    let others = gravest.filter { !isLed($0) }
    guard let worst = others.first(where: { $0.heading != nil }) else {
      if let wanted { return wanted }
      return .init(
        label: "Where it falls short", claim: Nothing.shortfall.said(reader.sightOfFindings),
        detail: Nothing.shortfallWhy.said(reader.sightOfFindings))
    }
    return fact("Where it falls short", worst)
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

  private var first: ReportDocument.Fact? {
    guard let action = firstAction else { return nil }
    return .init(
      label: "Do first", claim: Words.withoutStop(action.action),
      detail: "The first step in “What to do next”.",
      anchor: "next")
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
