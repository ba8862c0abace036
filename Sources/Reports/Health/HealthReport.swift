import StudyModel

/// The collaboration health report of one case in one phase.
public struct HealthReport: Sendable {
  /// There is no report, for a case has no scores in a phase; without one, in any.
  public struct NoScores: Error, Sendable, Hashable {
    /// The case.
    public let caseID: String
    /// The phase asked for.
    public let phase: String?
  }

  /// Its words and figures.
  public var document: ReportDocument
  /// The same in brief.
  public let brief: ReportDocument
  /// The same for the members who answered.
  public let members: ReportDocument
  /// What it was made from, for the tables and JSON beside it.
  public var input: ReportInput
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?

  /// Makes the report of a case; without a phase, of the last one that has evidence.
  ///
  /// - Throws: `NoScores` where there is nothing to tell of it.
  public init(of caseID: String, phase: String? = nil, from input: ReportInput) throws(NoScores) {
    let readers = CaseView.all(of: caseID, in: input)
    guard let reader = CaseView.chosen(readers, phase: phase) else {
      throw NoScores(caseID: caseID, phase: phase)
    }
    // What states no phase has no place in time.
    let timed = readers.filter { $0.score.phase != nil }
    let upTo = timed.firstIndex { $0.score.phase == reader.score.phase }
    let phases = upTo.map { Array(timed[...$0]) } ?? [reader]
    self.input = input
    self.caseID = caseID
    self.phase = reader.score.phase
    let document = HealthPage(reader: reader, phases: phases).document
    self.document = document
    brief = Brief(full: document, reader: reader).document
    members = MemberText(full: document, reader: reader).document
  }

  /// Who reads its case and phase.
  var readers: [CaseView] {
    CaseView.all(of: caseID, in: input).filter { $0.score.phase == phase }
  }
}

/// Puts a health report together.
struct HealthPage {
  let reader: CaseView
  let phases: [CaseView]

  var input: ReportInput { reader.input }

  /// What the rules concluded of this case and phase.
  var conclusions: CaseFindings {
    input.findings.first { $0.caseID == reader.subject.id && $0.phase == reader.score.phase }
      ?? CaseFindings(caseID: reader.subject.id, phase: reader.score.phase, findings: [])
  }

  func findings(in section: String) -> [Finding] {
    conclusions.findings.filter { $0.section == section }
  }

  var document: ReportDocument {
    var sections = SectionMaker(reader: reader, findings: conclusions.findings).sections
    let own = sections.count
    let trend = TrendMaker(reader: reader, phases: phases)
    sections.append(trend.section(findings: findings(in: "trend"), number: 0))
    sections.append(HowSure(reader: reader).section(findings: findings(in: "quality")))
    // What to do next names figures of all the others, and draws none.
    sections.number()
    let leading = Leading(conclusions.findings, of: reader.framework)
    let next = NextSteps(
      reader: reader, conclusions: conclusions, leading: leading, sections: sections)
    sections.insert(next.section(findings: findings(in: "next")), at: own)
    sections.number()
    let hero = Headline(
      reader: reader, conclusions: conclusions, leading: leading, steps: next,
      changed: trend.heading)
    sections.append(MethodMaker(input: input, reader: reader).section(sections))
    sections.number()
    return ReportDocument(
      kind: .health, title: "\(reader.subject.name): collaboration health report",
      masthead: masthead,
      simulated: input.study.simulated, headline: hero.headline, lead: hero.lead,
      headRestsOn: hero.restsOn,
      source: input.study.source,
      facts: hero.facts,
      line: hero.health, sections: sections,
      made: MethodSentences.made(input.study))
  }

  private var masthead: [String] {
    let phase = input.phases.first { $0.name == reader.score.phase }
    let dates = [phase?.from, phase?.to].compactMap { $0 }.map(Words.date)
    let when = reader.phaseLabel.map { label in
      Words.capitalized(label) + (dates.isEmpty ? "" : ", " + dates.joined(separator: " to "))
    }
    return [reader.subject.name, "Collaboration health report"] + [when].compactMap { $0 }
      + [input.audience.title, Words.date(input.study.date)]
  }
}
