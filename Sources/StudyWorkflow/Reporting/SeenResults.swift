import FileFormats
import Reports
import StudyModel

/// A study's results as some eyes see them: all that is printed, written or answered is made from this.
///
/// `StudyResults/seen(order:)` alone makes it.
struct SeenResults: Sendable {
  /// Whose eyes.
  let eyes: Eyes
  /// What reports are made from.
  let input: SeenStudy
  /// What the study says of itself.
  let names: StudyFacts.Names
  /// On what reports made from this stand.
  let ground: Ground
  /// How many outcomes and labels the cases have, of those that may be told.
  let outcomes: SeenOutcomes
  /// The constructs with evidence for the whole set and with no evidence in any case; nil where silence is not told.
  let setOnly: [String]?
  let segments: [StandingSegment]

  /// The framework.
  var framework: Framework { input.framework }

  /// The cells of cases by constructs, in the order of the cases; without a phase of the study's last.
  func matrix(phase: String?) -> CaseMatrix {
    let wanted = phase ?? input.lastPhase ?? Phase.notStated
    return CaseMatrix(
      scores: input.scores.filter { ($0.phase ?? Phase.notStated) == wanted }, cases: input.cases,
      constructs: framework.constructs.map(\.id), order: .asGiven, segments: segments)
  }

  /// On what a report stands.
  enum Ground: Sendable {
    /// On the study, by the hash of what it holds: the researcher's.
    case own(PageHash)
    /// On people whom editions remember; the key makes the hashes of pages.
    case forOthers(key: HMACSHA256, PublishedBasis)
  }
}
