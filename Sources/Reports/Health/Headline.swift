import StudyModel

/// The headline, the lead and the facts at a glance.
struct Headline {
  let reader: CaseView
  let conclusions: CaseFindings
  let firstAction: ActionLine?

  private var findings: [Finding] { conclusions.findings }

  /// The finding that leads: one written as a headline, else the gravest, else the first.
  private var leading: Finding? {
    findings.first { $0.section == "headline" && $0.heading != nil }
      ?? gravest.first { $0.heading != nil }
      ?? findings.first { $0.heading != nil && $0.section != "quality" }
  }

  /// Shortfalls, where most is lost first.
  private var gravest: [Finding] {
    findings.filter { $0.tone == .shortfall }.gravestFirst
  }

  var headline: String {
    guard let heading = leading?.heading else {
      return reader.hasSurvey || reader.hasInterviews
        ? Nothing.headline.said(reader.sight) : "There is no evidence yet on which to report"
    }
    return Words.withStop(heading)
  }

  var lead: String? {
    let headlines = findings.filter { $0.section == "headline" }
    let lead = SaidOnce.sentences(headlines, of: reader.framework, atMost: 2)
    if !lead.isEmpty { return lead.joined(separator: " ") }
    return leading.map { Words.withStop($0.says) }
  }

  var facts: [ReportDocument.Fact] { [well, short, first, sure].compactMap { $0 } }

  private var well: ReportDocument.Fact? {
    let strengths = findings.filter { $0.tone == .strength && $0.section != "headline" }
    guard let best = strengths.first(where: { $0.heading != nil }) ?? strengths.first else {
      return .init(
        label: "Working well", claim: Nothing.strength.said(reader.sightOfFindings),
        detail: Nothing.strengthWhy.said(reader.sightOfFindings))
    }
    return fact("Working well", best)
  }

  private var short: ReportDocument.Fact? {
    let others = gravest.filter { $0.section != "headline" && $0.construct != leading?.construct }
    guard let worst = others.first(where: { $0.heading != nil }) ?? gravest.first else {
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
    let forms = reader.valueInInterviews.wantedNotEvident
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

  private func fact(_ label: String, _ finding: Finding) -> ReportDocument.Fact {
    guard let heading = finding.heading else {
      return .init(label: label, claim: Words.withoutStop(finding.says), anchor: finding.section)
    }
    return .init(
      label: label, claim: Words.withoutStop(heading), detail: Words.withStop(finding.says),
      anchor: finding.section)
  }

  private var first: ReportDocument.Fact? {
    guard let action = firstAction else { return nil }
    return .init(
      label: "Do first", claim: Words.withoutStop(action.action),
      detail: "The first step in “What to do next”.",
      anchor: "next")
  }

  private var sure: ReportDocument.Fact {
    let quality = findings.first { $0.section == "quality" && $0.heading != nil }
    let size = HowSure(reader: reader).size
    return .init(
      label: "How sure we are",
      claim: quality?.heading.map(Words.withoutStop) ?? HowSure(reader: reader).claim,
      detail: size, anchor: "quality")
  }

  /// Health, one line among the facts: never the heading.
  var health: ReportDocument.Fact? {
    guard !reader.framework.pillars.isEmpty else { return nil }
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
      label: "Health, the mean of the pillars", claim: claim,
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
