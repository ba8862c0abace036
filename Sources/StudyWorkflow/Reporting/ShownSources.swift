import StudyModel
import StudyStore

/// The sources that may be counted for some eyes: those of the cases and phases whose interviews are
/// shown, and of the whole set.
struct ShownSources: Sendable {
  private let eyes: Eyes
  /// The cases and phases with too few interviewees.
  let hidden: Set<CasePhase>

  /// Reads who was interviewed where.
  init(_ sources: [Source], for eyes: Eyes, rules: ScoringRules) {
    var people: [CasePhase: Set<String>] = [:]
    for source in sources {
      guard source.caseID != nil, let participant = source.participant else { continue }
      people[CasePhase(of: source), default: []].insert(participant)
    }
    self.eyes = eyes
    hidden =
      eyes.seeEverything
      ? [] : Set(people.filter { $0.value.count < rules.suppressIntervieweesBelow }.keys)
  }

  /// Whether what belongs to a case and phase may be counted.
  func contains(_ place: CasePhase) -> Bool {
    if eyes.seeEverything { return true }
    guard let caseID = place.caseID else { return eyes.caseID == nil }
    return eyes.see(case: caseID) && !hidden.contains(place)
  }

  /// Whether a source may be counted.
  func contains(_ source: Source) -> Bool { contains(CasePhase(of: source)) }
}
