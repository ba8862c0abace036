import StudyModel
import StudyStore

/// The sources that may be counted for some eyes: those of the cases and phases whose interviews are
/// shown, and of the whole set.
struct ShownSources: Sendable {
  private let eyes: Eyes
  /// The cases and phases with too few interviewees, those of the whole set among them.
  let hidden: Set<CasePhase>

  /// Reads who was interviewed where.
  init(_ sources: [Source], for eyes: Eyes, rules: ScoringRules) {
    var people: [CasePhase: Set<String>] = [:]
    for source in sources {
      if let participant = source.participant {
        people[CasePhase(of: source), default: []].insert(participant)
      } else if source.hasUnnamedSpeaker {
        // Somebody may speak in it, and nobody is counted.
        people[CasePhase(of: source), default: []].formUnion([])
      }
    }
    self.eyes = eyes
    hidden =
      eyes.seeEverything
      ? [] : Set(people.filter { $0.value.count < rules.suppressIntervieweesBelow }.keys)
  }

  /// Whether what belongs to a case and phase may be counted.
  func contains(_ place: CasePhase) -> Bool {
    if eyes.seeEverything { return true }
    guard !hidden.contains(place) else { return false }
    return place.caseID.map(eyes.see(case:)) ?? (eyes.caseID == nil)
  }

  /// Whether a source may be counted.
  func contains(_ source: Source) -> Bool { contains(CasePhase(of: source)) }
}
