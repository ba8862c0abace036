/// The people behind what a report for other eyes shows of one case and phase.
///
/// They are known by salted digests, never by name: enough to tell how many came or went since, and
/// nothing else. There are two of each: one of the person together with what he or she said, so that one
/// who answers anew counts as one who went and one who came; and one of what was said alone, by which
/// people are known again whose names changed.
public struct PublishedBase: Sendable, Hashable {
  /// Somebody behind a statistic.
  public struct Member: Sendable, Hashable, Comparable {
    /// The digest of the person, and of what he or she contributes.
    public var person: UInt64
    /// The digest of the contribution alone; 0 where it is too little to know anybody by.
    public var content: UInt64

    /// Creates a member.
    public init(person: UInt64, content: UInt64) {
      (self.person, self.content) = (person, content)
    }

    /// In the order of the persons.
    public static func < (left: Member, right: Member) -> Bool {
      (left.person, left.content) < (right.person, right.content)
    }
  }

  /// The people behind one statistic.
  public struct People: Sendable, Hashable {
    /// What they are behind.
    public var statistic: Statistic
    /// Their digests, in ascending order.
    public var members: [Member]

    /// Creates a set of people; the order of the members does not matter.
    public init(_ statistic: Statistic, _ members: [Member]) {
      self.statistic = statistic
      self.members = members.sorted()
    }
  }

  /// The case.
  public var caseID: String
  /// The phase; nil where none is stated.
  public var phase: String?
  /// The people, a statistic each, in a fixed order.
  public var people: [People]

  /// Creates a base.
  public init(caseID: String, phase: String?, people: [People]) {
    self.caseID = caseID
    self.phase = phase
    self.people = people
  }

  /// The base with those statistics alone that are shown on so many people.
  ///
  /// What is hidden was not published, and nothing can be held beside it; but of interviews [c] and "little
  /// heard" are words as well, since another might stand there. Words may be told from two interviewees
  /// on, and numbers of those who speak from two speakers on.
  public func shown(_ limits: Limits) -> PublishedBase {
    let interviewees = people.first { $0.statistic == .interviewees }?.members.count ?? 0
    let isAnswered =
      (people.first { $0.statistic == .responses }?.members.count ?? 0) >= limits.answers
    var shown = self
    shown.people = people.filter { set in
      switch set.statistic {
      case .responses, .survey, .gap, .changeFrom, .changeTo, .answers, .tokens:
        set.members.count >= limits.answers
      case .parts: isAnswered
      case .scale: set.members.count >= limits.complete
      case .names, .statements, .words, .counted: true
      case .coded: set.members.count >= limits.interviewees
      case .weighting(let of):
        people.contains { $0.statistic == of && $0.members.count >= limits.answers }
      case .grouping(let id):
        people.contains { $0.statistic == .survey(id) && $0.members.count >= limits.answers }
      case .interviewees: set.members.count >= 2
      case .interviews: interviewees >= limits.interviewees && set.members.count >= 2
      }
    }
    return shown
  }

  /// How many people a figure must rest on to be shown to others; the framework's.
  public struct Limits: Sendable, Hashable {
    /// The answers behind a figure of the survey.
    public var answers: Int
    /// The interviewees of a case and phase behind numbers of interviews.
    public var interviewees: Int
    /// The respondents with every item behind a scale's alpha: of fewer, alpha and what is told of each item
    /// leave few lists of answers.
    public var complete: Int { max(10, answers) }

    /// Creates limits; none is under 1.
    public init(answers: Int = 5, interviewees: Int = 5) {
      self.answers = max(1, answers)
      self.interviewees = max(1, interviewees)
    }

    /// The limits of a framework.
    public init(_ rules: ScoringRules) {
      self.init(
        answers: rules.suppressAnswersBelow, interviewees: rules.suppressIntervieweesBelow)
    }
  }
}
