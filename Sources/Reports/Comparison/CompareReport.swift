public import StudyModel

/// The comparison of all cases in one phase, the study's last or the one that was asked for.
public struct CompareReport: Sendable {
  /// Its words and figures.
  public var document: ReportDocument
  /// What it was made from, for the tables and JSON beside it.
  public var input: ReportInput
  /// The scores it compares, in the order of the cases.
  public var scores: [SeenScore]
  /// How far the cases lie apart in each phase up to the one compared, by construct.
  public var dispersions: [PhaseDispersion]
  /// The phase compared; nil where no evidence states one.
  public var phase: String?

  /// Makes the comparison; without a phase, of the last one that has evidence.
  public init(phase: String? = nil, from input: ReportInput) {
    let compared = phase ?? input.lastPhase
    let readers = input.cases.compactMap { subject -> CaseView? in
      CaseView.chosen(CaseView.all(of: subject, in: input), phase: compared)
    }
    let dispersions = input.seen.dispersions(upTo: phase)
    self.input = input
    self.scores = readers.map(\.score)
    self.dispersions = dispersions
    self.phase = compared
    self.document =
      ComparisonPage(input: input, phase: compared, readers: readers, dispersions: dispersions)
      .document
  }
}

/// Puts a comparison together.
struct ComparisonPage {
  let input: ReportInput
  /// The phase compared; nil where no evidence states one.
  let phase: String?
  let readers: [CaseView]
  /// How far the cases lie apart in each phase, by construct.
  let dispersions: [PhaseDispersion]

  var framework: Framework { input.framework }

  /// Whether all that interviews, documents and case analyses say is told: of those who were interviewed
  /// others than the researcher are told what several say, of published cases and of few who agreed all.
  var tellsInterviews: Bool {
    !readers.contains { reader in
      !reader.score.hasAgreed
        && reader.score.constructs.contains { $0.interview?.heard != nil }
    }
  }

  /// The word for what is there, by what is told of the cases.
  var there: String {
    if tellsInterviews { return "evident" }
    return readers.contains { $0.score.hasAgreed }
      ? "evident or borne out by several" : "borne out by several"
  }

  /// The cases of which something is shown.
  var shown: [CaseView] { readers.filter { $0.toldSight != .hidden && $0.hasEvidence } }

  /// Whether there are cases to set beside each other.
  var compares: Bool { shown.count > 1 }

  /// What the rules say of the set: of one case nothing, for it is no set.
  var setFindings: [Finding] { compares ? conclusions.findings : [] }

  /// What is concluded from the cases of the phase.
  var conclusions: SetConclusions { input.seen.concluded(of: phase) }

  func findings(in section: String) -> [Finding] {
    setFindings.filter { $0.section == section }
  }

  /// Findings whose section is none of the page's.
  private var unplaced: [Finding] {
    let layout = SectionMaker.layout(of: framework)
    let known = Set(
      layout.map(\.id) + layout.map(MatrixMaker.alias) + [
        "headline", "meta", "survey", "alike", "paths", "deviant",
      ])
    return setFindings.filter { !known.contains($0.section) }
  }

  var document: ReportDocument {
    var sections = [CaseSummary(compare: self).section]
    if let across { sections.append(across) }
    sections += MatrixMaker(compare: self).sections
    sections += SurveyMaker(compare: self).sections
    if let phases = DispersionMaker(compare: self).section { sections.append(phases) }
    sections.append(LikenessMaker(compare: self).section)
    sections.append(ConditionsMaker(compare: self).section)
    sections.append(deviant)
    if let showing = ShowingMaker(compare: self).section { sections.append(showing) }
    sections.number()
    sections.append(MethodMaker(input: input, comparing: readers).section(sections, extra: [cases]))
    sections.number()
    let hero = ComparisonHeadline(compare: self)
    return ReportDocument(
      kind: .comparison, title: "\(input.study.title): cross-case comparison", masthead: masthead,
      simulated: input.study.simulated, headline: hero.headline, lead: hero.lead,
      source: input.study.source,
      facts: hero.facts,
      line: nil,
      sections: sections, made: MethodSentences.made(input.study))
  }

  private var masthead: [String] {
    let interviewees = readers.compactMap(\.score.interviewees.value).reduce(0, +)
    let answers = readers.compactMap(\.score.responses.value).reduce(0, +)
    let size = [
      Words.count(readers.count, "case"),
      interviewees == 0
        ? nil
        : Words.count(interviewees, "interviewee")
          + ofShown(readers.count(where: \.hidesInterviewees)),
      answers == 0
        ? nil
        : Words.count(answers, "survey answer") + ofShown(readers.count(where: \.hidesAnswers)),
    ].compactMap { $0 }.joined(separator: ", ")
    let compared = phase.map { Words.capitalized(CaseView.label(ofPhase: $0, among: input.phases)) }
    return [
      input.study.title, "Cross-case comparison", compared, input.audience.title, size,
      Words.date(input.study.date),
    ].compactMap { $0 }
  }

  /// That a number is not of all cases, where some hide theirs.
  private func ofShown(_ hidden: Int) -> String { hidden == 0 ? "" : " shown" }

  /// What the rules say of the set and of no part of the page.
  private var across: Section? {
    let found = unplaced
    guard !found.isEmpty else { return nil }
    var section = Section(
      id: "across", number: 0, title: "What holds across the cases",
      heading: SaidTogether.heading(found) ?? "What holds across the cases", reading: nil)
    section.blocks = SectionMaker.means(found, of: framework)
    let panels = found.filter { !$0.cases.isEmpty }.map { finding in
      Panel(
        title: finding.heading ?? Words.withoutStop(finding.says),
        subtitle: input.eyes.seeEverything
          ? "Holds in \(finding.cases.count) of \(readers.count)"
          : "Shown to hold in \(Words.count(finding.cases.count, "case"))",
        entries: finding.cases.map { Panel.Entry(value: name(ofCase: $0), text: "") })
    }
    if !panels.isEmpty { section.blocks.append(.panels(panels)) }
    return section
  }

  func name(ofCase id: String) -> String { input.cases.first { $0.id == id }?.name ?? id }

  private var deviant: Section {
    let found = findings(in: "deviant")
    let tested = compares ? conclusions.deviant : []
    let count = Set(tested.flatMap(\.deviants).map(\.caseID)).count
    var section = Section(
      id: "deviant", number: 0, title: "Cases that do not fit",
      heading: SaidTogether.heading(found)
        ?? (!compares
          ? "There are no two cases to hold against each other"
          : count == 0
            ? Nothing.deviant.said(sight)
            : "\(Words.capitalized(Words.count(count, "case"))) to look at again"),
      reading: nil)
    guard compares else {
      section.blocks = [
        .paragraph("Cases that do not fit are looked for where something is shown of two or more.")
      ]
      return section
    }
    section.blocks = tested.flatMap { expected -> [Block] in
      let panels = expected.deviants.prefix(Self.mostPanels).map(panel)
      let kinds = DeviantCases.Kind.allCases.filter { kind in
        expected.deviants.prefix(Self.mostPanels).contains { $0.kind == kind }
      }.map { Words.withStop("\(Words.capitalized($0.rawValue)): \($0.meaning)") }
      return [.paragraph(([expected.expectation] + kinds).joined(separator: " "))]
        + (panels.isEmpty ? [] : [.panels(panels)])
        + left(expected) + aside(expected).map { .paragraph($0) }
    }
    if count == 0, found.isEmpty {
      section.blocks.append(.paragraph(Nothing.deviantWhy.said(sight)))
    }
    section.blocks += SectionMaker.means(found, of: framework)
    return section
  }

  /// So many cases that do not fit are told of one by one.
  private static let mostPanels = 12

  /// How many more there are.
  private func left(_ expected: DeviantCases) -> [Block] {
    let left = expected.deviants.dropFirst(Self.mostPanels)
    return left.isEmpty
      ? []
      : [
        .paragraph(
          Words.withStop(
            "They are told of above; \(Words.count(left.count, "case")) more do not fit: \(Words.list(left.map { name(ofCase: $0.caseID) }, atMost: Words.mostNames))"
          ))
      ]
  }

  private func panel(_ item: DeviantCases.Deviant) -> Panel {
    Panel(
      title: name(ofCase: item.caseID), subtitle: "", entries: [],
      tag: Tag(text: Words.capitalized(item.kind.rawValue), tone: Self.tone(item.kind)),
      text: Words.withStop(item.lookAgain))
  }

  /// The cases without a label, with what is known of them, and those of which too little is.
  private func aside(_ expected: DeviantCases) -> [String] {
    let unclear = expected.unclear.map { "\(name(ofCase: $0.caseID)) (\($0.known))" }
    let unknown = expected.notTold.map(name(ofCase:))
    let fitting = expected.fitting.map(name(ofCase:))
    let outside = expected.outside.map(name(ofCase:))
    return [
      fitting.isEmpty
        ? nil
        : Words.withStop("As expected: \(Words.list(fitting, atMost: Words.mostNames))"),
      outside.isEmpty
        ? nil
        : Words.withStop(
          "Nothing is expected of \(Words.list(outside, atMost: Words.mostNames)): conditions do not hold, and the outcome is not found either"
        ),
      unclear.isEmpty
        ? nil
        : "Neither clearly as expected nor clearly otherwise: \(unclear.joined(separator: "; ")).",
      unknown.isEmpty
        ? nil
        : Words.withStop(
          "Not looked at, since something of it is not known, not settled or not shown: \(Words.list(unknown, atMost: Words.mostNames))"
        ),
    ].compactMap(\.self)
  }

  /// How much is seen of what cases are looked at by: rules ask for what either stream says.
  private var sight: Sight {
    let ids = framework.constructs.map(\.id).filter(framework.isLeaf)
    return Sight(
      readers.flatMap { reader in
        ids.flatMap { [reader.survey($0).sight, reader.interviews($0)?.sight ?? .absent] }
      })
  }

  private static func tone(_ kind: DeviantCases.Kind) -> Tag.Tone {
    switch kind {
    case .expectedNotFound: .warns
    case .typicalButThin: .agrees
    case .foundNotExpected, .nearMiss: .plain
    }
  }

  private var cases: Note {
    let order =
      readers.count < 2
      ? "There is one case."
      : input.order.map {
        "Cases are ordered by \(Words.inSentence($0.label)); columns never move, so tables can be read against each other."
      }
        ?? "Cases stand in the order of the study’s file; columns never move, so tables can be read against each other."
    let compared =
      phase.map {
        " \(readers.count < 2 ? "It is" : "All are") of \(CaseView.label(ofPhase: $0, among: input.phases))."
      }
      ?? ""
    return Note(term: "Cases", says: [order + compared])
  }
}
