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
  let input: ReportInput
  /// Makes the hashes on pages for others than the researcher.
  let key: HMACSHA256
  /// How many outcomes and labels the cases have, of those that may be told.
  let outcomes: SeenOutcomes
  /// The constructs with evidence for the whole set, in the framework's order.
  let statedForSet: [String]
  /// Those of them with no evidence in any case; nil where silence is not told.
  let setOnly: [String]?
  let segments: [StandingSegment]
  /// The rule of consensus.
  let rule: ConsensusRule
  /// The phases that have scores, in time; a nil for evidence that states none.
  let phases: [String?]
  /// The people behind what others may see of the study, a case and phase each, whatever of it these
  /// eyes see; none for the researcher.
  let bases: [PublishedBase]

  /// The framework.
  var framework: Framework { input.framework }

  /// The cells of cases by constructs, in the order of the cases; without a phase of the study's last.
  func matrix(phase: String?) -> CaseMatrix {
    let wanted = phase ?? input.lastPhase ?? Phase.notStated
    return CaseMatrix(
      scores: input.scores.filter { ($0.phase ?? Phase.notStated) == wanted }, cases: input.cases,
      constructs: framework.constructs.map(\.id), order: .asGiven, segments: segments)
  }

  /// On what a report made from this rests, as editions take it.
  var basis: PublishedBasis {
    PublishedBasis(
      people: bases, phases: phases, limits: Limits(framework.scoring),
      rules: JSONWriter.text([
        "consensus": .string(rule.rawValue), "framework": .string(framework.id),
        "sha256": .string(input.frameworkHash), "version": .string(framework.version),
      ]))
  }
}
