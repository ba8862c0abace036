/// The people behind what a report for other eyes shows of one case and phase.
///
/// They are known by salted digests, never by name: enough to tell how many came or went since, and
/// nothing else. There are two of each: one of the person together with what he or she said, so that one
/// who answers anew counts as one who went and one who came; and one of what was said alone, by which
/// people are known again whose names changed.
public struct PublishedBase: Sendable, Hashable {
  /// What a set of people is behind.
  public enum Statistic: Sendable, Hashable {
    /// How many answered.
    case responses
    /// The level, shares and change of a construct in the survey.
    case survey(String)
    /// How those behind a construct's level are grouped in organizations, and so weigh: one digest.
    case weights(String)
    /// What was wanted of a form of value beside what was received.
    case gap(String)
    /// Whole responses by the figures of their answers, whatever respondents, items and phases are called.
    case answers
    /// The words and numbers of interviews.
    case interviewees
    /// What interviews say of a construct: those who speak.
    case interviews(String)
    /// The word that is told of a construct: everybody interviewed, with what he or she says of it and
    /// wants, or nothing, and as whom.
    case statements(String)
    /// What is told of a construct's interviews: one digest; none where it may be silence as well.
    case words(String)
    /// Agreement on a code: the sources that coders share, with what each marked.
    case coded(String)
  }

  /// Somebody behind a statistic.
  public struct Member: Sendable, Hashable, Comparable {
    /// The digest of the person, and of what he or she contributes.
    public var person: UInt64
    /// The digest of the contribution alone; nil where it is too little to know anybody by.
    public var content: UInt64?

    /// Creates a member.
    public init(person: UInt64, content: UInt64?) {
      (self.person, self.content) = (person, content)
    }

    /// In the order of the persons.
    public static func < (left: Member, right: Member) -> Bool {
      (left.person, left.content ?? 0) < (right.person, right.content ?? 0)
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
}

extension PublishedBase.Statistic {
  /// Whether it is of the survey.
  public var isOfSurvey: Bool {
    switch self {
    case .responses, .survey, .weights, .gap, .answers: true
    case .interviewees, .interviews, .statements, .words, .coded: false
    }
  }

  /// Whether its members are people.
  public var isOfPeople: Bool {
    switch self {
    case .weights, .words: false
    default: true
    }
  }

  /// The construct or code it is of; nil where it is of the case and phase as a whole.
  public var construct: String? {
    switch self {
    case .responses, .answers, .interviewees: nil
    case .survey(let id), .weights(let id), .gap(let id), .interviews(let id),
      .statements(let id), .words(let id), .coded(let id):
      id
    }
  }

  /// The name by which a study keeps it.
  public var name: String {
    switch self {
    case .responses: "responses"
    case .survey(let id): "survey \(id)"
    case .weights(let id): "weights \(id)"
    case .gap(let id): "gap \(id)"
    case .answers: "answers"
    case .interviewees: "interviewees"
    case .interviews(let id): "interviews \(id)"
    case .statements(let id): "statements \(id)"
    case .words(let id): "words \(id)"
    case .coded(let id): "coded \(id)"
    }
  }

  /// Reads what ``name`` wrote; nil for anything else.
  public init?(name: String) {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    switch (words.first, words.count) {
    case ("responses", 1): self = .responses
    case ("answers", 1): self = .answers
    case ("interviewees", 1): self = .interviewees
    case ("survey", 2): self = .survey(words[1])
    case ("weights", 2): self = .weights(words[1])
    case ("gap", 2): self = .gap(words[1])
    case ("interviews", 2): self = .interviews(words[1])
    case ("statements", 2): self = .statements(words[1])
    case ("words", 2): self = .words(words[1])
    case ("coded", 2): self = .coded(words[1])
    default: return nil
    }
  }
}
