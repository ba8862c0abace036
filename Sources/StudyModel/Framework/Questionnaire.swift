/// A questionnaire of a framework: its items, in our own words, on one scale.
public struct Questionnaire: Sendable, Hashable {
  /// The name, such as `members`.
  public var id: String
  /// The version; an item keeps its id across versions.
  public var version: String
  /// The title respondents see.
  public var title: String
  /// Who is asked: `participant`, `convenor`, or both.
  public var audience: [String]
  /// What respondents read first.
  public var introduction: String
  /// The scale of the items that name none of their own.
  public var scale: AnswerScale
  /// The items, in order.
  public var items: [Item]

  /// Creates a questionnaire.
  public init(
    id: String, version: String, title: String, audience: [String], introduction: String,
    scale: AnswerScale, items: [Item]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.audience = audience
    self.introduction = introduction
    self.scale = scale
    self.items = items
  }
}

/// The points an answer may have: whole numbers from `low` to `high`.
public struct AnswerScale: Sendable, Hashable {
  /// The lowest point.
  public var low: Int
  /// The highest point.
  public var high: Int
  /// The words for the points, lowest first; empty, or one a point.
  public var labels: [String]

  /// Creates a scale.
  ///
  /// Points lie between -119 and 127: lower values stand for kinds of missing.
  public init(low: Int, high: Int, labels: [String] = []) {
    self.low = low
    self.high = high
    self.labels = labels
  }
}

/// A question of a survey.
public struct Item: Sendable, Hashable {
  /// What an item asks about its construct.
  public enum Aspect: String, Sendable, Hashable {
    /// How much of it there is, or came.
    case derived
    /// How much of it is wanted.
    case desired
  }

  /// The id, which is also its column in a survey file.
  public var id: String
  /// The construct it measures.
  public var construct: String
  /// What it asks about the construct.
  public var aspect: Aspect
  /// The words of the question.
  public var wording: String
  /// Whether a high answer means little of the construct.
  public var reversed: Bool
  /// Who is asked, where not everybody whom the questionnaire is for.
  public var audience: [String]?
  /// Its scale.
  public var scale: AnswerScale

  /// Creates an item.
  public init(
    id: String, construct: String, aspect: Aspect = .derived, wording: String,
    reversed: Bool = false, audience: [String]? = nil, scale: AnswerScale
  ) {
    self.id = id
    self.construct = construct
    self.aspect = aspect
    self.wording = wording
    self.reversed = reversed
    self.audience = audience
    self.scale = scale
  }
}

/// A guide for semi-structured interviews.
public struct InterviewGuide: Sendable, Hashable {
  /// A topic of the guide.
  public struct Topic: Sendable, Hashable {
    /// The question as it is asked.
    public var ask: String
    /// What to follow up with.
    public var probes: [String]
    /// The constructs it is to bring out.
    public var constructs: [String]

    /// Creates a topic.
    public init(ask: String, probes: [String], constructs: [String]) {
      self.ask = ask
      self.probes = probes
      self.constructs = constructs
    }
  }

  /// The name.
  public var id: String
  /// The title.
  public var title: String
  /// Who is interviewed.
  public var audience: [String]
  /// How long it takes, in minutes.
  public var minutes: Int?
  /// The topics, in order.
  public var topics: [Topic]

  /// Creates a guide.
  public init(id: String, title: String, audience: [String], minutes: Int?, topics: [Topic]) {
    self.id = id
    self.title = title
    self.audience = audience
    self.minutes = minutes
    self.topics = topics
  }
}
