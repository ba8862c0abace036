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
  /// Earlier editions of interviews that were made under another rule of consensus, or of what is one passage.
  ///
  /// How many more speak under the one than under the other is how many passages coders differ on. One that
  /// went out for a reason is among them: a reason lets out one report.
  public let underOtherConsensus: [Edition]
  /// Whether earlier editions of interviews were made under several such rules themselves, so that under none
  /// of them another can follow without a reason.
  public let isUnderSeveralRules: Bool

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
    let earlier =
      bases.contains(where: \.tellsOfInterviews)
      ? Edition.inOrder(states.filter(\.base.tellsOfInterviews).flatMap(\.editions)) : []
    let own = CodingRules(rules)
    let earlierRules = earlier.map { CodingRules($0.rules) }
    underOtherConsensus = zip(earlier, earlierRules).filter { $0.1 != own }.map(\.0)
    isUnderSeveralRules = zip(earlierRules, earlierRules.dropFirst()).contains { $0 != $1 }
    guard !conflicts.isEmpty || !underOtherConsensus.isEmpty else { return nil }
  }
}

/// What decides which of several coders' marks are one and stand, out of the JSON that is kept with an edition.
///
/// Editions of earlier builds do not say from what overlap on; they are taken for alike in that.
private struct CodingRules: Equatable {
  private let consensus: Substring?
  private let unitOverlap: Substring?

  init(_ rules: String) {
    let text = rules.filter { !$0.isWhitespace }
    func value(_ key: String) -> Substring? {
      text.firstRange(of: "\"\(key)\":").map { range in
        text[range.upperBound...].prefix { $0 != "," && $0 != "}" }
      }
    }
    (consensus, unitOverlap) = (value("consensus"), value("unitOverlap"))
  }

  static func == (left: CodingRules, right: CodingRules) -> Bool {
    left.consensus == right.consensus
      && (left.unitOverlap == nil || right.unitOverlap == nil
        || left.unitOverlap == right.unitOverlap)
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
