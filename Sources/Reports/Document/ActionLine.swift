public import StudyModel

/// An action as it is printed: what to do, who, why, how one would know, and where it stands today.
public struct ActionLine: Sendable, Hashable {
  /// A reason, and the figure in which it is seen.
  public struct Reason: Sendable, Hashable {
    /// A figure of the page.
    public struct Figure: Sendable, Hashable {
      /// The name by which the page speaks of it.
      public var name: String
      /// Its anchor.
      public var anchor: String
    }

    /// What it says, without a full stop.
    public var says: String
    /// Where it is seen; nil where no figure shows it.
    public var figure: Figure?

    /// The reason as a sentence, with the figure's name.
    public var text: String {
      figure.map { "\(says) (\($0.name))." } ?? Words.withStop(says)
    }
  }

  /// Today's figure beside the aim.
  public struct AimLine: Sendable, Hashable {
    /// Today's figure: `16%, 5 of 31`.
    public var now: String
    /// Of what it is; nil where it is hidden.
    public var of: String?
    /// Whether the aim is of several things: of one the step's sign names it.
    public var isOfSeveral: Bool
    /// The aim: `67%`.
    public var goal: String

    /// Both, in a sentence.
    public var text: String { "Now \(named), aim \(goal), at the next survey." }

    /// Today's figure, with of what it is where the step's sign does not tell.
    public var named: String { isOfSeveral ? now + (of.map { " (\($0))" } ?? "") : now }
  }

  /// Its place among all steps of the page, from 1.
  public var number: Int
  /// The id of the recommendation.
  public var id: String
  /// What to do.
  public var action: String
  /// Who.
  public var who: [String]
  /// The action of the paper it rests on.
  public var basis: String
  /// Why, each with its figure.
  public var why: [Reason]
  /// How one would know.
  public var sign: String
  /// Today's figure and the aim; nil where nothing measures it, or it was not asked.
  public var aim: AimLine?
  /// The same as it was judged; nil for an action without an aim.
  public var today: AimToday?
  /// The constructs it acts on.
  public var actsOn: [String]
  /// The constructs that the reasons speak of.
  public var restsOn: [String]
}
