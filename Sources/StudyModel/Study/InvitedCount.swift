/// How many were invited to answer.
public struct InvitedCount: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where none is stated.
  public var phase: String?
  /// The organization; empty for the case as a whole.
  public var organization: String
  /// How many.
  public var invited: Int

  /// Creates a count.
  public init(caseID: String, phase: String? = nil, organization: String = "", invited: Int) {
    self.caseID = caseID
    self.phase = phase
    self.organization = organization
    self.invited = invited
  }

  /// One count a case and phase, in the order in which they are first named.
  ///
  /// A count of the case as a whole is the number; those of its organizations are then parts of it.
  public static func byCase(_ counts: [InvitedCount]) -> [InvitedCount] {
    let whole = Set(counts.filter(\.organization.isEmpty).map(Place.init))
    var sums: [InvitedCount] = []
    var places: [Place: Int] = [:]
    for count in counts {
      let place = Place(count)
      guard count.organization.isEmpty || !whole.contains(place) else { continue }
      if let known = places[place] {
        sums[known].invited += count.invited
      } else {
        places[place] = sums.count
        sums.append(
          InvitedCount(caseID: count.caseID, phase: count.phase, invited: count.invited))
      }
    }
    return sums
  }

  private struct Place: Hashable {
    var caseID: String
    var phase: String?

    init(_ count: InvitedCount) {
      caseID = count.caseID
      phase = count.phase
    }
  }
}
