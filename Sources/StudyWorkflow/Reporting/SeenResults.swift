import FileFormats
import Reports
import StudyModel

/// A study's results as some eyes see them: all that is printed, written or answered is made from this.
///
/// `StudyResults/seen(arranged:comparing:)` alone makes it.
struct SeenResults: Sendable {
  /// Whose eyes.
  let eyes: Eyes
  /// What reports are made from.
  let input: SeenStudy
  /// What the study says of itself.
  let names: StudyFacts.Names
  /// On what reports made from this stand.
  let ground: Ground
  /// The constructs with evidence for the whole set and with no evidence in any case; nil where silence is not told.
  let setOnly: [String]?
  /// What stands, one by one, but for what is told in words alone.
  let segments: [StandingSegment]
  /// The cases and phases of which ``segments`` has none, for somebody speaks there, or may.
  let placesUntold: Set<CasePhase>

  /// The framework.
  var framework: Framework { input.framework }

  /// The cells of cases by constructs, in the order of the cases; without a phase of the study's last.
  func matrix(phase: String?) -> CaseMatrix {
    let wanted = compared(phase)
    return CaseMatrix(
      scores: input.scores.filter { ($0.phase ?? Phase.notStated) == wanted }, cases: input.cases,
      constructs: framework.constructs.map(\.id), order: .asGiven, segments: segments(of: wanted))
  }

  /// What goes with an outcome in a phase, without one in the study's last.
  func conditions(of outcome: String, _ conditions: [String], phase: String?) -> OutcomeConditions {
    let wanted = compared(phase)
    return OutcomeConditions(
      outcome: outcome, conditions: conditions,
      scores: input.scores.filter { ($0.phase ?? Phase.notStated) == wanted }, cases: input.cases,
      framework: framework)
  }

  /// How many outcomes and labels the cases have in a phase, without one in the study's last.
  func outcomes(phase: String?) -> SeenOutcomes {
    let wanted = compared(phase)
    return SeenOutcomes(
      OutcomeCounts(segments: segments(of: wanted), cases: input.cases, framework: framework),
      of: input.cases, hidden: Set(placesUntold.compactMap(\.caseID)))
  }

  private func compared(_ phase: String?) -> String {
    phase ?? input.lastPhase ?? Phase.notStated
  }

  private func segments(of phase: String) -> [StandingSegment] {
    segments.filter { ($0.phase ?? Phase.notStated) == phase }
  }

  /// On what a report stands.
  enum Ground: Sendable {
    /// On the study, by the hash of what it holds: the researcher's.
    case own(PageHash)
    /// On people whom editions remember; the key makes the hashes of pages.
    case forOthers(key: HMACSHA256, PublishedBasis)
  }
}
