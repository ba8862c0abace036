/// The sources of which some eyes may be told: those of the cases and phases whose interviews are shown, and
/// of the whole set.
public struct ShownSources: Sendable {
  private let eyes: Eyes
  private let limits: Limits
  /// The interviewees of each case and phase, by pseudonym; nobody where an interview names none.
  private let people: [CasePhase: Set<String>]
  /// The cases and phases with too few interviewees, those of the whole set among them; none for the
  /// researcher.
  public let hidden: Set<CasePhase>

  /// Reads who was interviewed where.
  public init(_ sources: [Source], for eyes: Eyes, rules: ScoringRules) {
    var people: [CasePhase: Set<String>] = [:]
    for source in sources {
      if let participant = source.participant {
        people[CasePhase(of: source), default: []].insert(participant)
      } else if source.hasUnnamedSpeaker {
        // Somebody may speak in it, and nobody is counted.
        people[CasePhase(of: source)] = people[CasePhase(of: source)] ?? []
      }
    }
    let limits = Limits(rules)
    self.eyes = eyes
    self.limits = limits
    self.people = people
    hidden =
      eyes.seeEverything
      ? [] : Set(people.filter { $0.value.count < limits.interviewees }.keys)
  }

  /// Whether what belongs to a case and phase may be counted.
  public func contains(_ place: CasePhase) -> Bool {
    if eyes.seeEverything { return true }
    guard !hidden.contains(place) else { return false }
    return place.caseID.map(eyes.see(case:)) ?? (eyes.caseID == nil)
  }

  /// Whether a source may be counted.
  public func contains(_ source: Source) -> Bool { contains(CasePhase(of: source)) }

  /// Whether a passage of a case and phase may be quoted: to others where it was cleared, and so many were
  /// interviewed that none of them can tell whose it is.
  public func mayQuote(from place: CasePhase, isCleared: Bool) -> Bool {
    guard eyes.mayQuote(isCleared: isCleared), place.caseID.map(eyes.see(case:)) ?? false else {
      return false
    }
    return eyes.seeEverything || (people[place]?.count ?? 0) >= limits.informants
  }

  /// Whether somebody speaks, or may, in a source of the study.
  public var hasPeople: Bool { !people.isEmpty }

  /// The cases and phases in whose sources somebody speaks, or may; of the whole set too.
  public var placesOfPeople: some Collection<CasePhase> { people.keys }
}
