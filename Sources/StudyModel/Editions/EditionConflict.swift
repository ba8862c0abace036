/// Why a report and an earlier one, held side by side, would tell of a few people.
///
/// A figure on 12 people and one on 13 of them give away what the thirteenth said. So of the people
/// behind a figure that both reports show, on either side nobody or at least five must be the one
/// report's alone.
public struct EditionConflict: Sendable, Hashable {
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

  /// How many more must come until the reports can stand side by side; nil where some went, which no
  /// waiting mends.
  public var awaited: Int? { went == 0 ? least - came : nil }

  /// Whether so many are a few, but somebody.
  private static func isFew(_ count: Int, _ least: Int) -> Bool { count > 0 && count < least }

  /// What differs by a few between what is shown now and what was shown earlier, of one case and phase.
  ///
  /// - Returns: A conflict a statistic, in the order of the new base; empty where both can stand.
  public static func between(
    _ now: PublishedBase, and earlier: PublishedBase, limits: PublishedBase.Limits
  ) -> [EditionConflict] {
    guard now.caseID == earlier.caseID, now.phase == earlier.phase else { return [] }
    let before = Dictionary(
      earlier.people.map { ($0.statistic, $0.members) }, uniquingKeysWith: { first, _ in first })
    return now.shown(limits).people.compactMap { set in
      guard let then = before[set.statistic] else { return nil }
      let (came, went) = differences(set.members, then)
      let least = set.statistic.isOfSurvey ? limits.answers : limits.interviewees
      guard isFew(came, least) || isFew(went, least) else { return nil }
      return EditionConflict(
        caseID: now.caseID, phase: now.phase, statistic: set.statistic, came: came, went: went,
        least: least)
    }
  }

  /// How many are in the first alone and in the second alone; both in ascending order.
  private static func differences(_ first: [UInt64], _ second: [UInt64]) -> (Int, Int) {
    var (at, other) = (0, 0)
    var (alone, otherAlone) = (0, 0)
    while at < first.count, other < second.count {
      if first[at] == second[other] {
        at += 1
        other += 1
      } else if first[at] < second[other] {
        alone += 1
        at += 1
      } else {
        otherAlone += 1
        other += 1
      }
    }
    return (alone + first.count - at, otherAlone + second.count - other)
  }
}
