import StudyModel

/// What to do next: recommendations with what, who, why and how one would know.
struct NextSteps {
  let reader: CaseView
  let conclusions: CaseFindings
  let sections: [Section]

  /// A step, and who can take it.
  private struct Step {
    var line: ActionLine
    var who: [Recommendation.Actor]
  }

  private var steps: [Step] {
    Recommendations.ordered(from: conclusions.findings, framework: reader.framework).map {
      Step(line: action($0.recommendation, $0.findings), who: $0.recommendation.who)
    }
  }

  /// The first action, for the facts at the top.
  var first: ActionLine? { split.members.first ?? split.convenor.first }

  private var split: (members: [ActionLine], convenor: [ActionLine]) {
    let steps = steps
    return (
      steps.filter { $0.who != [.convenor] }.map(\.line),
      steps.filter { $0.who == [.convenor] }.map(\.line)
    )
  }

  func section(findings: [Finding]) -> Section {
    let (members, convenor) = split
    let count = members.isEmpty ? convenor.count : members.count
    let heading = SaidTogether.heading(findings)
    var section = Section(
      id: "next", number: 0, title: "What to do next",
      heading: heading ?? fallback(count), reading: nil)
    guard count > 0 else {
      let why =
        Nothing.actionWhy.said(reader.sight) + " " + more
      section.blocks = [reader.sight.seesAll ? .missing(why) : .hidden(why)]
      return section
    }
    section.reading =
      "Ordered by where most is lost. Each step says who can take it, why, and how you would know."
    section.blocks = SectionMaker.means(findings, of: reader.framework)
    if !members.isEmpty { section.blocks.append(.actions(title: nil, members)) }
    if !convenor.isEmpty {
      let label = reader.input.audience == .convenor ? "For you as convenor" : "For the convenor"
      section.blocks.append(.actions(title: members.isEmpty ? nil : label, convenor))
    }
    return section
  }

  /// What would let the rules say more: not more of what there is enough of.
  private var more: String {
    let rules = reader.framework.scoring
    let heard = reader.score.interviewees.value ?? 0
    let answered = reader.score.responses.value ?? 0
    let wanted = [
      heard < rules.suppressIntervieweesBelow ? "more interviews" : nil,
      answered < rules.fullAnswers
        ? "a survey with at least \(rules.fullAnswers) answers" : nil,
    ].compactMap { $0 }
    return wanted.isEmpty
      ? "The rules have enough to speak from."
      : Words.capitalized(Words.list(wanted, and: "or")) + " would let the rules speak."
  }

  private func fallback(_ count: Int) -> String {
    guard let first, count > 0 else { return Nothing.action.said(reader.sightOfFindings) }
    let action = Words.inSentence(Words.withoutStop(first.action))
    return count == 1
      ? "One step: \(action)"
      : "\(Words.capitalized(Words.spelled(count))) steps, starting here: \(action)"
  }

  private func action(_ item: Recommendation, _ findings: [Finding]) -> ActionLine {
    let placed = findings.filter { !figures(of: $0).isEmpty }
    var seen: Set<String> = []
    let why = (placed.isEmpty ? findings : placed).gravestFirst.filter {
      seen.insert($0.says).inserted
    }.prefix(2).map { finding in
      let says = Words.withStop(finding.says)
      guard let name = figureName(finding) else { return says }
      return Words.withoutStop(says) + " (\(name))."
    }
    return ActionLine(
      id: item.id, action: Words.withoutStop(item.action), who: item.who.map(who),
      basis: item.basis,
      why: Array(why), sign: Words.withStop(Words.capitalized(item.sign)))
  }

  private func who(_ actor: Recommendation.Actor) -> String {
    switch actor {
    case .organizations: "Member organisations"
    case .leaders: "Leaders"
    case .convenor: "Convenor"
    case .members: "Members"
    }
  }

  /// The figures in which a finding may be seen: of its section, or of its construct where that has none.
  private func figures(of finding: Finding) -> [ReportFigure] {
    var own = sections.first { $0.id == finding.section }?.figures ?? []
    // A change is read off the table of changes, not off the levels drawn above it.
    if finding.section == TrendMaker.id { own = own.filter(\.isTable) + own.filter { !$0.isTable } }
    guard own.isEmpty, let id = finding.construct else { return own }
    return sections.flatMap(\.figures).filter { $0.constructs.contains(id) }
  }

  /// The figure that shows what a finding rests on.
  ///
  /// Of one that rests on no construct, the only one of its section. What is formed of others is seen in those.
  private func figureName(_ finding: Finding) -> String? {
    let figures = figures(of: finding)
    let ids = finding.construct.map { [$0] } ?? finding.constructs
    guard !ids.isEmpty else { return figures.count == 1 ? figures.first?.name : nil }
    return
      (figures.first { ids.contains(where: $0.constructs.contains) }
      ?? figures.first { reader.leaves(ids).contains(where: $0.constructs.contains) })?.name
  }
}
