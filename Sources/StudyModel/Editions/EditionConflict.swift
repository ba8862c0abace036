/// Why a report and an earlier one, held side by side, would tell of a few people.
///
/// A figure on 12 people and one on 13 of them give away what the thirteenth said. So of the people
/// behind a figure that both reports show, on either side nobody or at least five must be the one
/// report's alone. People are matched by name, and, where names changed, by what they said.
public struct EditionConflict: Sendable, Hashable {
  /// How those were known again who are behind both reports.
  public enum Matching: Sendable, Hashable {
    /// By who they are.
    case names
    /// By what they said, under other names; with the place where they stood earlier, if it was another.
    case contributions(formerly: Place?)
  }

  /// A case and phase as an edition names it.
  public struct Place: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The phase.
    public var phase: String?

    /// Creates a place.
    public init(caseID: String, phase: String?) { (self.caseID, self.phase) = (caseID, phase) }
  }

  /// The case.
  public var caseID: String
  /// The phase.
  public var phase: String?
  /// What differs by a few.
  public var statistic: PublishedBase.Statistic
  /// How many are behind the new report alone.
  public var came: Int
  /// How many are behind the earlier report alone.
  public var went: Int
  /// How many must have come, or gone, at least.
  public var least: Int
  /// How the others were known again.
  public var matching: Matching = .names

  /// How many more must come until the reports can stand side by side; nil where some went, which no
  /// waiting mends.
  public var awaited: Int? { went == 0 ? least - came : nil }

  /// What differs by a few between what is shown now and what was shown earlier.
  ///
  /// - Parameters:
  ///   - now: What is shown now of a case and phase.
  ///   - earlier: What was shown of it, or of one that is not there any more and may be the same under
  ///     another name.
  ///   - limits: On how many people figures are shown.
  /// - Returns: A conflict a statistic, in the order of the new base; empty where both can stand.
  public static func between(
    _ now: PublishedBase, and earlier: PublishedBase, limits: PublishedBase.Limits
  ) -> [EditionConflict] {
    let isSamePlace = now.caseID == earlier.caseID && now.phase == earlier.phase
    let shown = now.shown(limits)
    let renaming = EditionRenaming(shown, earlier, isSamePlace: isSamePlace)
    let formerly =
      isSamePlace ? nil : Place(caseID: earlier.caseID, phase: earlier.phase)
    return shown.people.compactMap { set in
      guard set.statistic.isOfPeople,
        let then = earlier.people.first(where: { $0.statistic == set.statistic })
      else {
        return nil
      }
      let least = set.statistic.isOfSurvey ? limits.answers : limits.interviewees
      func conflict(_ rest: UnmatchedPeople, _ matching: Matching) -> EditionConflict? {
        guard isFew(rest.now.count, least) || isFew(rest.then.count, least) else { return nil }
        return EditionConflict(
          caseID: now.caseID, phase: now.phase, statistic: set.statistic, came: rest.now.count,
          went: rest.then.count, least: least, matching: matching)
      }
      let rest = UnmatchedPeople(set.members, then.members)
      if isSamePlace, let found = conflict(rest, .names) { return found }
      guard renaming.isLikely(set.statistic) else { return nil }
      let unknown = rest.matchedByContribution
      guard unknown.now.count < rest.now.count else { return nil }
      if unknown.now.isEmpty, unknown.then.isEmpty, weighOtherwise(set.statistic, shown, earlier) {
        // The same answers averaged in two ways give those of whoever weighs most.
        return EditionConflict(
          caseID: now.caseID, phase: now.phase, statistic: set.statistic, came: rest.now.count,
          went: rest.now.count, least: least, matching: .names)
      }
      return conflict(unknown, .contributions(formerly: formerly))
    }
  }

  /// Whether the people behind a level are grouped in other organizations than they were.
  private static func weighOtherwise(
    _ statistic: PublishedBase.Statistic, _ now: PublishedBase, _ earlier: PublishedBase
  ) -> Bool {
    guard case .survey(let id) = statistic else { return false }
    func weights(_ base: PublishedBase) -> [PublishedBase.Member]? {
      base.people.first { $0.statistic == .weights(id) }?.members
    }
    guard let first = weights(now), let second = weights(earlier) else { return false }
    return first != second
  }

  /// Whether so many are few, but somebody.
  private static func isFew(_ count: Int, _ least: Int) -> Bool { count > 0 && count < least }
}
