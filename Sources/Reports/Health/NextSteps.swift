import StudyModel

/// What to do next: actions with what, who, why, where it stands, and how one would know.
struct NextSteps {
  /// The section's id.
  static let id = "next"

  let reader: CaseView
  let sections: [Section]
  /// The actions that findings call for, those included whose aim is met.
  private let called: [CalledAction]
  /// The rules that the head of the page speaks by.
  private let leading: [String]

  init(reader: CaseView, conclusions: CaseFindings, leading: Leading, sections: [Section]) {
    (self.reader, self.sections, self.leading) = (reader, sections, leading.rules)
    let all = CalledAction.all(
      from: conclusions.findings, in: reader.score, framework: reader.framework)
    // What the head of the page speaks of is seen to first, rule by rule, as each recommends it.
    let byRule = leading.rules.map { rule -> [CalledAction] in
      let recommended = all.flatMap(\.reasons).first { $0.rule == rule }?.recommends ?? []
      return recommended.compactMap { id in
        all.first { action in
          action.recommendation.id == id && action.reasons.contains { $0.rule == rule }
        }
      }
    }
    let called = byRule.flatMap(\.self)
    // Of that what settles a doubt which the page begins with, then what is measured and falls short.
    let settling = called.filter { action in
      action.reasons.contains { $0.rule == leading.doubt }
    }
    let lost = LearningLoss(chain: reader.framework.chain, in: reader.score).mostBefore
    let ordered = byRule.map { Self.inOrder($0, of: called, lost: lost) }
    let measured = ordered.map { $0.filter { $0.today?.isMet == false } }
    // Of each thing that the head speaks of the first step comes before the second of any.
    let begins = zip(measured, ordered).compactMap { $0.first ?? $1.first }
    self.called = (settling + begins + measured.flatMap(\.self) + called + all).eachOnce
  }

  /// The steps that one rule of the head calls for: what acts where most is lost on the way home, then what more
  /// than one of its rules calls for, then what is furthest from its aim.
  private static func inOrder(
    _ actions: [CalledAction], of called: [CalledAction], lost: String?
  ) -> [CalledAction] {
    actions.enumerated().map { place, action in
      let actsOnLoss = lost.map(action.recommendation.actsOn.contains) ?? false
      let calls = called.count { $0 == action }
      let missing = action.today?.isMet == false ? action.today?.missing ?? 0 : 0
      return (rank: (actsOnLoss ? 1 : 0, calls, missing, -place), action: action)
    }.sorted { $0.rank > $1.rank }.map(\.action)
  }

  /// The first step; nil where none is called for.
  var first: ActionLine? { steps.first.map { line($0) } }

  /// So many steps are to be taken first: more at once is no beginning.
  private static let mostFirst = 3

  /// What is asked for as it is printed apart: the first steps and, of the rest, those of the convenor alone and those
  /// of all others.
  private var groups: [(title: String, steps: [CalledAction])] {
    let asked = called.filter { !$0.isMet }
    func isOfConvenor(_ action: CalledAction) -> Bool {
      action.recommendation.who == [.convenor]
    }
    // A fourth step alone is no second part.
    let first = asked.count <= Self.mostFirst + 1 ? asked : Array(asked.prefix(Self.mostFirst))
    let rest = asked.dropFirst(first.count)
    let own = reader.input.audience == .convenor ? "for you as convenor" : "for the convenor"
    return [
      ("First", first), ("Then, \(own)", rest.filter(isOfConvenor)),
      ("Then, for members, their organisations and leaders", rest.filter { !isOfConvenor($0) }),
    ].filter { !$0.steps.isEmpty }
  }

  /// All that are asked for, in the order in which they are numbered.
  private var steps: [CalledAction] { groups.flatMap(\.steps) }

  func section(findings: [Finding]) -> Section {
    let groups = groups
    let count = steps.count
    let fitting = findings.filter(fitsFirst)
    let heading = SaidTogether.heading(fitting)
    var section = Section(
      id: Self.id, number: 0, title: "What to do next",
      heading: heading ?? fallback(count), reading: nil)
    guard count > 0 else {
      section.blocks = [leftOut.map { .paragraph($0) } ?? none]
      return section
    }
    section.reading =
      "\(isOfHead ? "First what the head of this page calls for, then" : "In") \(isOfHead ? "in " : "")the order of the findings. Each step says who can take it, why, and how you would know."
    section.blocks = SectionMaker.means(fitting, of: reader.framework)
    section.blocks += groups.map { group in
      .actions(title: groups.count > 1 ? group.title : nil, group.steps.map(line))
    }
    if let leftOut { section.blocks.append(.paragraph(leftOut)) }
    return section
  }

  /// Whether the head of the page calls for the first step.
  private var isOfHead: Bool {
    steps.first?.reasons.contains { leading.contains($0.rule) } ?? false
  }

  /// Whether a finding on what to do is said above these steps: not one that would begin with another, or speaks
  /// of one that is not asked for.
  private func fitsFirst(_ finding: Finding) -> Bool {
    guard !finding.recommends.isEmpty else { return true }
    let met = called.filter(\.isMet).map(\.recommendation.id)
    let first = steps.first?.recommendation.id
    return finding.recommends.contains { $0 == first }
      && !finding.recommends.contains(where: met.contains)
  }

  /// How many steps are not asked for, since what they aim at is there.
  private var leftOut: String? {
    let count = called.count { $0.isMet }
    guard count > 0 else { return nil }
    let steps = Words.capitalized(Words.spelled(count)) + (steps.isEmpty ? "" : " more")
    return count == 1
      ? "\(steps) step is not asked for: its aim is met today."
      : "\(steps) steps are not asked for: their aims are met today."
  }

  /// That no step is called for, and what would let the rules speak.
  private var none: Block {
    let why = Nothing.actionWhy.said(reader.sight) + " " + more
    return reader.sight.seesAll ? .missing(why) : .hidden(why)
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
    guard let first = steps.first else {
      return called.isEmpty
        ? Nothing.action.said(reader.sightOfFindings)
        : "What the steps aim at is there already"
    }
    let action = Words.inSentence(Words.withoutStop(first.recommendation.action))
    return count == 1
      ? "One step: \(action)"
      : "\(Words.capitalized(Words.spelled(count))) steps, starting here: \(action)"
  }

  private func line(_ called: CalledAction) -> ActionLine {
    let item = called.recommendation
    let reasons = reasons(called)
    return ActionLine(
      number: (steps.firstIndex(of: called) ?? 0) + 1, id: item.id,
      action: Words.withoutStop(item.action), who: item.who.map(who),
      basis: item.basis,
      why: reasons.map { finding in
        ActionLine.Reason(
          says: briefly(finding, for: called),
          figure: figure(finding).map { .init(name: $0.name, anchor: $0.id) })
      }.eachOnce,
      sign: Words.withStop(Words.capitalized(item.sign)),
      aim: called.today.flatMap { AimWords(today: $0, framework: reader.framework).line },
      today: called.today, actsOn: item.actsOn,
      restsOn: reasons.flatMap { $0.speaksOf.sorted() }.eachOnce)
  }

  /// A reason in a few words: its sentence stands in the section of the finding.
  ///
  /// What is said of it among several, else the levels of what the action acts on, else the sentence.
  private func briefly(_ finding: Finding, for called: CalledAction) -> String {
    if let item = finding.item, !item.rest.isEmpty { return Words.capitalized(item.words) }
    guard !called.recommendation.actsOn.isEmpty else {
      let section = sections.first { $0.id == finding.section }
      return section.map { "As “\($0.title)” shows" } ?? "As the headline says"
    }
    let acted = actedOn(called)
    // What falls short is not named for what goes well beside it.
    let named = finding.constructs.filter { id in
      acted.contains(id)
        && !(finding.tone == .shortfall && reader.score.construct(id)?.standing == .there)
    }
    let levels = named.compactMap { id -> String? in
      level(of: id).map { "\(Words.inSentence(reader.name(id))) (\($0))" }
    }
    return levels.isEmpty
      ? Words.withoutStop(finding.says) : Words.capitalized(Words.list(levels.eachOnce))
  }

  /// What an action acts on, and the leaves under it, of which figures are.
  private func actedOn(_ called: CalledAction) -> Set<String> {
    let ids = called.recommendation.actsOn
    return Set(ids + reader.leaves(ids))
  }

  /// How a construct stands, as the figure of its section has it: its gap where that is clear, its level where
  /// it has a band, else what the interviews say.
  private func level(of id: String) -> String? {
    guard let construct = reader.score.construct(id) else { return nil }
    if let gap = construct.gap.figure, construct.hasClearGap {
      return Words.gap(gap.gap)
    }
    if construct.bandReason == .sourcesDiffer { return "interviews and survey differ" }
    if construct.band != nil, let score = construct.score { return Words.whole(score) + " of 100" }
    return reader.interviews(id).map { EvidenceWords(reader: reader).presence($0).text }
  }

  /// The two reasons that say most: first what today's figure is of, else what a figure of the page shows and
  /// where more is lost.
  private func reasons(_ called: CalledAction) -> [Finding] {
    // One of each thing that is spoken of, and of an action on nothing named one a section: two rules may rest on
    // the same figure.
    var seen: Set<Set<String>> = []
    let acted = actedOn(called)
    let reasons = called.reasons.gravestFirst
    let each = (reasons.filter(isShown) + reasons.filter { !isShown($0) }).filter { finding in
      let on = finding.speaksOf.intersection(acted)
      return seen.insert(on.isEmpty ? [acted.isEmpty ? finding.section : finding.says] : on)
        .inserted
    }
    let placed = each.filter(isShown)
    let today = called.today?.construct
    func isOfToday(_ finding: Finding) -> Bool { today.map(finding.speaksOf.contains) ?? false }
    let shown = (placed.filter(isOfToday) + each.filter(isOfToday)).eachOnce.prefix(1) + placed
    return Array((shown.isEmpty ? each : Array(shown)).eachOnce.prefix(2))
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

  /// Whether a figure of the page shows what a finding is about.
  private func isShown(_ finding: Finding) -> Bool { !figures(of: finding).isEmpty }

  /// The figure that shows what a finding rests on.
  ///
  /// Of one that rests on no construct, the only one of its section. What is formed of others is seen in those, and
  /// what a section without figures says, in the one that shows most of it.
  private func figure(_ finding: Finding) -> ReportFigure? {
    let figures = figures(of: finding)
    let ids = finding.construct.map { [$0] } ?? finding.constructs
    guard !ids.isEmpty else { return figures.count == 1 ? figures.first : nil }
    guard !figures.isEmpty else {
      let most = sections.flatMap(\.figures).max { shown(ids, in: $0) < shown(ids, in: $1) }
      return most.flatMap { shown(ids, in: $0) > 0 ? $0 : nil }
    }
    return figures.first { ids.contains(where: $0.constructs.contains) }
      ?? figures.first { reader.leaves(ids).contains(where: $0.constructs.contains) }
  }

  /// How many of some constructs a figure shows.
  private func shown(_ ids: [String], in figure: ReportFigure) -> Int {
    ids.count(where: figure.constructs.contains)
  }
}
