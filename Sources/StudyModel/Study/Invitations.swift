/// How many were invited to answer in one case and phase, as far as it was stated.
public struct Invitations: Sendable, Hashable {
  /// What was stated for the case as a whole.
  private var whole: Int?
  /// What was stated for organizations of it, added up, and for which.
  private var parts = 0
  private var organizations: Set<String> = []

  /// How many were invited in all; nil where that is not known.
  ///
  /// A number for the case as a whole is the number, and those of its organizations are parts of it. Else
  /// they are added up, but only where they can be all of them: answers from more organizations, or more
  /// answers, than were stated say that some are missing, and a sum of some is no number of the case.
  ///
  /// - Parameters:
  ///   - answers: how many answered.
  ///   - organizations: how many organizations stand among the answers.
  /// - Returns: The total, where it is known.
  public func total(answers: Int, organizations: Int) -> Int? {
    let total = whole ?? (organizations <= self.organizations.count ? parts : nil)
    return total.flatMap { answers <= $0 ? $0 : nil }
  }

  /// What keeps the total from being known, as a sentence's end; nil where it is known.
  ///
  /// - Parameter answers: how many answered, by organization; those who state none under an empty name.
  /// - Returns: The end of a sentence.
  public func fault(_ answers: [String: Int]) -> String? {
    if whole == nil {
      let missing = answers.keys.filter { !$0.isEmpty && !organizations.contains($0) }
      guard missing.isEmpty else {
        return "no number for \(Words.quoted(missing.sorted())), from where answers came"
      }
    }
    let (answered, invited) = (answers.values.reduce(0, +), whole ?? parts)
    return answered > invited ? "\(answered) answered, and \(invited) were invited" : nil
  }

  /// What was stated of each case and phase.
  public static func byPlace(_ counts: [InvitedCount]) -> [CasePhase: Invitations] {
    counts.reduce(into: [:]) { places, count in
      let place = CasePhase(caseID: count.caseID, phase: count.phase)
      places[place, default: Invitations()].add(count)
    }
  }

  private mutating func add(_ count: InvitedCount) {
    if count.organization.isEmpty {
      whole = count.invited
    } else {
      parts += count.invited
      organizations.insert(count.organization)
    }
  }
}
