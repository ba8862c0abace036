import FileFormats
import StudyModel

/// Scores as one tidy table, a row a case, phase and construct; and the gaps as another.
///
/// What a reader may not see is empty, and `hidden` says what was hidden.
public enum ScoreTable {
  /// The scores as CSV, with a header.
  public static func csv(of report: HealthReport) -> String {
    scores(report.readers)
  }

  /// The scores as CSV, with a header.
  public static func csv(of report: CompareReport) -> String {
    scores(readers(report))
  }

  /// The gaps as CSV, with a header.
  public static func gapsCSV(of report: HealthReport) -> String {
    gaps(report.readers)
  }

  /// The gaps as CSV, with a header.
  public static func gapsCSV(of report: CompareReport) -> String {
    gaps(readers(report))
  }

  /// What changed since the phase before as CSV, with a header; nil where there is none before.
  public static func changesCSV(of report: HealthReport) -> String? {
    ChangeTable.csv(report.readers)
  }

  /// How far the cases lie apart in each phase as CSV, with a header; nil without two phases.
  public static func dispersionCSV(of report: CompareReport) -> String? {
    DispersionTable.csv(report.dispersions, of: report.input.framework)
  }

  private static func readers(_ report: CompareReport) -> [CaseView] {
    report.scores.compactMap { score in
      report.input.cases.first { $0.id == score.caseID }.map {
        CaseView(input: report.input, subject: $0, score: score)
      }
    }
  }

  private static let style = CSVStyle()

  static let columns = [
    "case", "case_name", "phase", "construct", "construct_name", "parent", "score", "score_low",
    "score_high", "band",
    "band_reason", "borderline", "convergence", "evidence", "interview_level", "presence",
    "grade", "side", "informants",
    "measured", "interviewees", "speaking", "mentions", "contrary", "unresolved", "contested",
    "survey_level", "survey_low",
    "survey_high", "answers", "organizations", "weighting", "sd", "rwg", "survey_says",
    "hidden",
  ]

  private static func scores(_ readers: [CaseView]) -> String {
    var csv = CSVText(style: style)
    csv.append(columns.map { .text($0) })
    for reader in readers {
      for construct in reader.score.constructs { csv.append(row(reader, construct)) }
    }
    return csv.string
  }

  private static func row(_ reader: CaseView, _ construct: ConstructScore) -> [CSVCell] {
    let item = reader.framework.construct(construct.id)
    let joint = reader.joined(construct)
    let start: [CSVCell] = [
      .text(reader.subject.id), .text(reader.subject.name), text(reader.score.phase),
      .text(construct.id),
      text(item?.name), text(item?.parent), number(joint.score),
      number(joint.interval?.low), number(joint.interval?.high), text(construct.band?.rawValue),
      text(construct.bandReason?.rawValue),
      flag(construct.borderline), text(construct.convergence?.rawValue),
      reader.eyes.seeGrades ? number(construct.evidence) : .empty,
    ]
    return start + interviews(reader, construct.interview) + survey(construct.survey) + [
      text(construct.survey.said), .text(hidden(reader, construct)),
    ]
  }

  private static func interviews(_ reader: CaseView, _ figure: InterviewFigure?) -> [CSVCell] {
    guard let figure else { return Array(repeating: .empty, count: 12) }
    switch figure.account {
    case .counted(let counts):
      return [
        number(figure.score), .text(EvidenceWords(reader: reader).presence(figure).text),
        text(counts.grade.map { EvidenceWords(reader: reader).grade($0) }),
        text(figure.side?.rawValue), .integer(counts.informants), .integer(counts.measured),
        .integer(counts.interviewees), .integer(counts.speaking), .integer(counts.mentions),
        .integer(counts.contrary), .integer(counts.unresolved), flag(counts.contested),
      ]
    case .told(let heard, let voices):
      return [
        number(figure.score), .text(heard.words), .empty, text(figure.side?.rawValue), .empty,
        .empty, voices.map { .integer($0.interviewees) } ?? .empty,
        voices.map { .integer($0.speaking) } ?? .empty, .empty, .empty, .empty, .empty,
      ]
    }
  }

  private static func survey(_ told: Told<SurveyFigure, Alike>) -> [CSVCell] {
    switch told {
    case .shown(let figure):
      [
        number(figure.score), number(figure.interval?.low), number(figure.interval?.high),
        .integer(figure.n), .integer(figure.organizations), .text(figure.weighting.rawValue),
        number(figure.counts?.sd), number(figure.counts?.rwg),
      ]
    case .inWords, .hidden, .absent: Array(repeating: .empty, count: 8)
    }
  }

  private static func hidden(_ reader: CaseView, _ construct: ConstructScore) -> String {
    var parts: [String] = []
    if construct.survey.isHidden { parts.append("survey") }
    if reader.hidesInterviewees { parts.append("interviews") }
    if reader.hidesAnswers { parts.append("numbers of answers") }
    return parts.joined(separator: "; ")
  }

  static let gapColumns = [
    "case", "case_name", "phase", "construct", "construct_name", "wanted", "received", "gap",
    "gap_low", "gap_high", "clear",
    "answers", "quadrant", "wanted_in_interviews", "evident_in_interviews",
    "not_evident_earlier", "hidden",
  ]

  private static func gaps(_ readers: [CaseView]) -> String {
    var csv = CSVText(style: style)
    csv.append(gapColumns.map { .text($0) })
    for reader in readers {
      let value = reader.valueInInterviews
      let newly = reader.newlyEvident
      for form in reader.framework.valueForms {
        let gap = reader.gap(form.id)
        let isEvident = value.evident.contains(form.id)
        guard
          gap.figure != nil || gap.isHidden || value.wanted.contains(form.id)
            || isEvident && reader.asksWantedInInterviews || newly?.contains(form.id) == true
        else { continue }
        let isKnown = reader.hasInterviews && !value.undecided.contains(form.id)
        let figure = gap.figure
        csv.append([
          .text(reader.subject.id), .text(reader.subject.name), text(reader.score.phase),
          .text(form.id), .text(form.name),
          number(figure?.desired), number(figure?.derived), number(figure?.gap),
          number(figure?.interval?.low),
          number(figure?.interval?.high), flag(figure?.clear),
          reader.hidesAnswers ? .empty : figure.map { .integer($0.n) } ?? .empty,
          text(reader.score.construct(form.id)?.namedQuadrant?.rawValue), wanted(reader, form.id),
          isKnown ? flag(isEvident) : .empty, flag(newly.map { $0.contains(form.id) }),
          .text(gap.isHidden ? "survey" : ""),
        ])
      }
    }
    return csv.string
  }

  /// Whether interviews say that a form is wanted; that nobody does is not told where one may have, nor
  /// where coders differ on it.
  private static func wanted(_ reader: CaseView, _ id: String) -> CSVCell {
    switch reader.wish(id) {
    case .wanted: flag(true)
    case .notWanted: flag(false)
    case .open, .hidden: .empty
    }
  }

  private static func text(_ value: String?) -> CSVCell { value.map { .text($0) } ?? .empty }

  private static func number(_ value: Double?) -> CSVCell { value.map { .decimal($0) } ?? .empty }

  private static func flag(_ value: Bool?) -> CSVCell {
    value.map { .text($0 ? "yes" : "no") } ?? .empty
  }
}
