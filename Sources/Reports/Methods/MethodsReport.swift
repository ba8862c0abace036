import StudyModel

/// The methods report: how the figures of a study came about, in words to take over and in tables
/// for an appendix.
public struct MethodsReport: Sendable {
  /// Its words and figures.
  public var document: ReportDocument
  /// What it was made from.
  public var input: SeenMethods
  /// What it says of the study and of itself.
  public var study: StudyFacts

  /// Makes the report.
  public init(_ input: SeenMethods, on study: StudyFacts) {
    (self.input, self.study) = (input, study)
    document = MethodsPage(input, on: study).document
  }
}

/// Puts the methods report together.
struct MethodsPage {
  let input: SeenMethods
  let study: StudyFacts

  init(_ input: SeenMethods, on study: StudyFacts) { (self.input, self.study) = (input, study) }

  var report: SeenStudy { input.report }
  var framework: Framework { report.framework }
  var rules: ScoringRules { framework.scoring }
  var isOpen: Bool { report.eyes.seeEverything }

  /// The name of a case; of nil the whole set.
  func name(ofCase id: String?) -> String {
    guard let id else { return "The whole set" }
    return report.cases.first { $0.id == id }?.name ?? id
  }

  /// A case in a table: its name, its id for programs, as files write it.
  func caseCell(_ id: String?) -> DataTable.Cell {
    DataTable.Cell(text: name(ofCase: id), value: .text(Source.Scope(caseID: id).name))
  }

  /// The name of a code for people; codes of the coders' own keep their letters,
  /// and are not named where names are left out.
  func name(ofCode code: String, inSentence: Bool = false) -> String {
    framework.name(ofCode: code, inSentence: inSentence)
      ?? (report.eyes.nameFiles ? code : "a code of the coders’ own")
  }

  /// A day, of a time in ISO 8601.
  static func day(_ time: String) -> String { Words.date(String(time.prefix(10))) }

  /// The parts that hold figures, in the order of the page.
  var parts: [MethodsPart] {
    [
      frameworkPart, materialPart, codingPart, agreementPart, disputesPart, surveyPart, rulesPart,
      hiddenPart, importsPart,
    ].map { part in
      var part = part
      part.isPartial = hidesSome
      return part
    }
  }

  /// Whether numbers of some case, of what was coded or of the survey are hidden from the reader.
  private var hidesSome: Bool {
    guard !isOpen else { return false }
    return input.material.contains(where: \.material.isHidden) || input.reading.isHidden
      || input.agreement.isHidden
      || input.survey?.rows.contains(where: \.answers.isHidden) == true
  }

  var document: ReportDocument {
    let limits = MethodsLimits(maker: self)
    var sections = [MethodsProse(maker: self).section] + parts.map(\.section) + [limits.section]
    sections.number()
    return ReportDocument(
      kind: .methods, title: "\(study.title): methods",
      masthead: [
        study.title, "Methods", report.audience.title,
        Words.count(report.cases.count, "case") + (isOpen ? "" : " in the study"),
        Words.date(study.date),
      ],
      simulated: study.simulated, headline: headline,
      lead:
        "How the figures of this study came about: first in words to take over into a paper, then in tables for its appendix, last what follows for how far they can be leaned on.",
      source: study.source, facts: facts(limits), line: nil, sections: sections,
      made: MethodSentences.made(study))
  }

  /// The cases of which some row of sources is shown.
  var shownCases: Int {
    Set(input.material.filter { !$0.material.isHidden }.compactMap(\.caseID)).count
  }

  private var headline: String {
    let cases = Words.count(report.cases.count, "case")
    var parts: [String] = []
    if input.total.count > 0 {
      let sources =
        Words.count(input.total.count, "source")
        + (isOpen ? "" : " of \(Words.count(shownCases, "case"))")
      switch input.reading {
      case .hidden: parts.append("coded sources")
      case .shown(let reading) where reading.coders == 0: parts.append("\(sources) not yet coded")
      case .shown(let reading):
        parts.append("\(sources) coded by \(Words.count(reading.coders, "person", "people"))")
      }
    } else if input.reading.isHidden {
      parts.append("coded sources")
    }
    if let survey = input.survey, !survey.shown.isEmpty {
      let cases = Set(survey.shown.map(\.caseID)).count
      parts.append(
        Words.count(survey.responses, "survey response")
          + (isOpen ? "" : " of \(Words.count(cases, "case"))"))
    } else if input.survey?.rows.isEmpty == false {
      parts.append("survey responses")
    }
    guard !parts.isEmpty else { return "There is nothing yet that figures could rest on." }
    let what = Words.capitalized(Words.list(parts))
    return isOpen
      ? "\(what) stand behind \(cases)."
      : "\(what) stand behind this study\(hidesSome ? ", as far as numbers are shown" : "")."
  }

  private func facts(_ limits: MethodsLimits) -> [ReportDocument.Fact] {
    var facts: [ReportDocument.Fact] = []
    if let alpha = agreement?.pooled.alpha {
      facts.append(
        .init(
          label: "Independent agreement",
          claim: alpha.value.map { "Alpha \(Words.fixed($0, 2))" } ?? "Alpha is not defined",
          detail: alpha.interval.map {
            "95% interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2)), before any decision."
          } ?? alpha.reason.map { Words.withStop(Words.capitalized($0)) }, anchor: "agreement"))
    }
    if let counts = agreement?.disputes {
      facts.append(
        .init(
          label: "Disagreements",
          claim: "\(Words.thousands(counts.open)) of \(Words.thousands(counts.disputed)) open",
          detail:
            "\(Words.thousands(counts.disputed - counts.open)) settled by a decision.",
          anchor: "disagreements"))
    }
    let differing = input.rules.filter { $0.value != $0.standard }.count
    facts.append(
      .init(
        label: "Rules of scoring",
        claim: differing == 0
          ? "All as the program’s defaults"
          : "\(Words.thousands(differing)) of \(Words.count(input.rules.count, "rule")) \(differing == 1 ? "differs" : "differ") from the default",
        detail: "Consensus: \(report.consensus.rawValue).", anchor: "rules"))
    facts.append(
      .init(
        label: "To bear in mind",
        claim: limits.says.isEmpty
          ? Nothing.limitFact.said(limits.sight) : Words.count(limits.says.count, "limit"),
        detail: nil, anchor: "limits"))
    return facts
  }
}
