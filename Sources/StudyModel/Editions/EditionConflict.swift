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
    /// By who they are, in several earlier reports that tell together what no two do; then as many came as
    /// went: those of whom it would be told.
    case together
    /// As being behind another case or phase, which both stand; then as many came as went: those who are.
    case inCommon(Place)
    /// By name alone: two words tell together of one among them.
    case words
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

  /// As how many those count who came or went, where it is not as many as they are.
  public enum Weighing: Sendable, Hashable {
    /// As so few as if they weighed alike: organizations count the same, and somebody is alone in one.
    case few(Int)
    /// It is not known, for an edition of before does not say how people weighed.
    case notKnown
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
  /// As how many they count; nil where as many as they are.
  public var weighing: Weighing?

  /// How many more must come until the reports can stand side by side, at least; nil where some went, or it is
  /// not known how people weighed, which no waiting mends.
  public var awaited: Int? {
    guard went == 0, matching != .words else { return nil }
    return switch weighing {
    case nil: least - came
    case .few(let number): least - number
    case .notKnown: nil
    }
  }
}
