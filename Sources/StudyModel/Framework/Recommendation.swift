/// An action that a finding calls for.
public struct Recommendation: Sendable, Hashable {
  /// Who can do something.
  public enum Actor: String, Sendable, Hashable, CaseIterable {
    case organizations, leaders, convenor, members
  }

  /// The id.
  public var id: String
  /// What to do, as an instruction.
  public var action: String
  /// Who.
  public var who: [Actor]
  /// The constructs it acts on, as written; a parent stands for what is under it.
  ///
  /// Empty where the framework does not say, so that any finding that calls for it is a reason.
  public var actsOn: [String]
  /// How one would know that it works.
  public var sign: String
  /// The same in figures of the survey; nil where nothing measures it.
  public var aim: Aim?
  /// The action of the paper it rests on, in our own words.
  public var basis: String
  /// Where the model states it.
  public var source: Citation

  /// Creates a recommendation.
  public init(
    id: String, action: String, who: [Actor], actsOn: [String] = [], sign: String, aim: Aim? = nil,
    basis: String, source: Citation
  ) {
    self.id = id
    self.action = action
    self.who = who
    self.actsOn = actsOn
    self.sign = sign
    self.aim = aim
    self.basis = basis
    self.source = source
  }
}

/// What a survey says where an action has worked.
///
/// Of the survey alone: a score of both streams may be another because other people were interviewed.
public struct Aim: Sendable, Hashable {
  /// What is measured of a construct.
  public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// Respondents above the middle of the scale, in per cent: so many or more.
    case agree
    /// The level, 0 to 100: so much or more.
    case level = "survey-level"
    /// Wanted minus received, in points: less than so much.
    case gap
  }

  /// What is measured.
  public var measure: Measure
  /// The leaves of which it is: each is to reach it.
  public var of: [String]
  /// The figure to reach or, of a gap, to come under.
  public var goal: Int

  /// Creates an aim.
  public init(_ measure: Measure, of constructs: [String], goal: Int) {
    (self.measure, self.of, self.goal) = (measure, constructs, goal)
  }
}
