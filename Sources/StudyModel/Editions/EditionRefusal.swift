/// Why a report must not be published: held beside an earlier one it would tell of a few people.
public struct EditionRefusal: Error, Sendable, Hashable {
  /// A conflict with an earlier edition.
  public struct Conflict: Sendable, Hashable {
    /// What differs by a few.
    public var difference: EditionConflict
    /// The editions from which it differs, the oldest first; none where it differs so from another case or
    /// phase of the same report.
    public var editions: [Edition]
  }

  /// The conflicts, a base, statistic and earlier edition each.
  public let conflicts: [Conflict]
  /// Earlier editions of interviews that were made under another rule of consensus: how many more
  /// speak under the one than under the other is how many passages coders differ on.
  public let underOtherConsensus: [Edition]

  /// What stands in the way of showing some bases; nil where nothing does.
  ///
  /// - Parameters:
  ///   - bases: What is to be shown.
  ///   - all: What the study has of all cases and phases now.
  ///   - states: What was published earlier.
  ///   - rules: The framework and rules by which figures are made now.
  ///   - limits: On how many people figures are shown.
  public init?(
    showing bases: [PublishedBase], among all: [PublishedBase], beside states: [PublishedState],
    madeBy rules: String, limits: Limits
  ) {
    let beside = EarlierStates(states, now: all, rules: rules, limits: limits)
    conflicts = bases.enumerated().flatMap { place, base in
      beside.conflicts(base, after: bases[..<place])
    }
    // Whatever a case is called by now: another name is no other people.
    underOtherConsensus =
      bases.contains(where: \.tellsOfInterviews)
      ? Edition.inOrder(
        states.filter(\.base.tellsOfInterviews).flatMap(\.editions).filter {
          $0.republished == nil && Self.consensus($0.rules) != Self.consensus(rules)
        }) : []
    guard !conflicts.isEmpty || !underOtherConsensus.isEmpty else { return nil }
  }
}

extension EditionRefusal {
  /// The rule of consensus by which an edition was made, out of the JSON that is kept with it.
  private static func consensus(_ rules: String) -> ConsensusRule? {
    let text = rules.filter { !$0.isWhitespace }
    return ConsensusRule.allCases.first { text.contains("\"consensus\":\"\($0.rawValue)\"") }
  }
}

extension PublishedBase {
  /// Whether it is of interviews, too.
  fileprivate var tellsOfInterviews: Bool { people.contains { !$0.statistic.isOfSurvey } }
}

extension EditionRefusal: Failing {
  /// It can be done, and something that is to hold would not.
  public var failure: Failure { Failure(.held, diagnostics) }
}
