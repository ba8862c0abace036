import Reports
import StudyModel
import StudyStore

/// Where others are told levels with wide intervals because organizations weigh the same.
extension StudySnapshot {
  /// A note that names the cases and phases in which that is so of most of what was asked; nil where there are none.
  func wideForOthers() throws -> Diagnostic? {
    guard framework.scoring.weighting == .organizations else { return nil }
    let seen = try results(for: .workingGroup).seen().input
    let cases = Dictionary(
      seen.cases.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var widest: SurveyFigure.WiderByWeight?
    let named = seen.scores.compactMap { score -> String? in
      let figures = score.constructs.filter { framework.isLeaf($0.id) }.compactMap(\.survey.figure)
      let wide = figures.compactMap(\.widerByWeight)
      guard 2 * wide.count > figures.count else { return nil }
      widest = (wide + [widest].compactMap(\.self)).max { $0.told < $1.told }
      return (cases[score.caseID] ?? score.caseID) + (score.phase.map { " (\($0))" } ?? "")
    }
    guard let widest else { return nil }
    return Diagnostic(
      code: .wideByWeight, severity: .note, place: .init(file: file.path),
      message:
        "others are told most levels of \(Words.list(named, atMost: Words.mostNames)) with intervals of up to ±\(widest.told), where respondents of equal weight would give ±\(widest.byRespondents): organizations weigh the same there, and are few or small",
      remedy:
        "If each respondent may weigh the same, set \"weighting: respondents\" in the framework before the first report for others goes out; otherwise nothing."
    )
  }
}
