extension PublishedBase {
  /// What a set of people is behind.
  ///
  /// Whatever is published for others rests on one of these sets, so that the next edition can be held
  /// against it. `docs/ledger.md` lists every figure with its set; a new figure needs a line there, and a set
  /// of its own where none of these is its base.
  public enum Statistic: Sendable, Hashable {
    /// How many answered, and in how many organizations.
    case responses
    /// Whole responses by the figures of their answers, whatever respondents, items and phases are called.
    case answers
    /// The same with every answer turned round: a scale read the wrong way is put right so.
    case turned
    /// Who answered, by token alone, whatever case and phase are called.
    case tokens
    /// Who answered what, by token and figures, whatever case and phase are called.
    case rows
    /// Parts of whole responses, several a person, by which most are known again where a column is new.
    case parts
    /// The level and shares of a construct in the survey.
    case survey(String)
    /// What was wanted of a form of value beside what was received.
    case gap(String)
    /// What was received of a form of value by those who say what they wanted.
    case received(String)
    /// The change of a construct until a later phase: who stands in its pairs, with what was said in this one.
    case changeFrom(String)
    /// The change of a construct since an earlier phase: who stands in its pairs, with what was said in this one.
    case changeTo(String)
    /// How the items of a construct go together: who answered every one.
    case scale(String)
    /// How those behind a figure weigh: whether organizations count the same, and who is in one with whom.
    /// One digest.
    indirect case weighting(of: Statistic)
    /// In which organization each of those behind a figure is, where organizations weigh the same: with the
    /// marks that people bear behind it. Where people weigh alike, one mark without an organization.
    indirect case places(of: Statistic)
    /// How those behind a level are grouped, of an edition of before, which does not say whether groups
    /// weighed the same. One digest.
    case grouping(String)
    /// The words and numbers of interviews.
    case interviewees
    /// Who was interviewed, by name alone, whatever case and phase are called.
    case names
    /// What interviews say of a construct: those who speak.
    case interviews(String)
    /// The level of the interviews on a construct: those who gave one, with what they gave.
    case levels(String)
    /// The word that is told of a construct: everybody interviewed, with what he or she says of it and
    /// wants, or nothing, and as whom.
    case statements(String)
    /// What is told of a construct's interviews: one digest; none where it may be silence as well.
    case words(String)
    /// Which word that is, and how many speak, where that is told: one mark.
    case heard(String)
    /// That the survey on a construct was told in words, for nearly all say the same: one mark.
    case alike(String)
    /// What earlier builds told of agreement on a code: the sources that coders share, with what each marked.
    case coded(String)
    /// What earlier builds counted of a code: the sources that hold it, with the codings and units in each.
    case counted(String)
  }

  /// The digests of each statistic.
  var membersByStatistic: [Statistic: [Member]] {
    Dictionary(people.map { ($0.statistic, $0.members) }, uniquingKeysWith: { first, _ in first })
  }
}

extension PublishedBase.Statistic {
  /// Whether it is of the survey.
  public var isOfSurvey: Bool {
    switch self {
    case .responses, .answers, .turned, .tokens, .rows, .parts, .survey, .gap, .received,
      .changeFrom, .changeTo,
      .scale, .weighting, .places, .grouping, .alike:
      true
    case .interviewees, .names, .interviews, .levels, .statements, .words, .heard, .coded, .counted:
      false
    }
  }

  /// Whether its members are people.
  public var isOfPeople: Bool {
    switch self {
    case .weighting, .places, .grouping, .words, .heard, .alike, .parts: false
    default: true
    }
  }

  /// The construct or code it is of; nil where it is of the case and phase as a whole.
  public var construct: String? {
    switch self {
    case .responses, .answers, .turned, .tokens, .rows, .parts, .interviewees, .names: nil
    case .weighting(let of), .places(let of): of.construct
    case .survey(let id), .gap(let id), .received(let id), .changeFrom(let id), .changeTo(let id),
      .scale(let id), .grouping(let id), .interviews(let id), .levels(let id), .statements(let id),
      .words(let id), .heard(let id), .alike(let id), .coded(let id),
      .counted(let id):
      id
    }
  }

  /// The statistics that tell sums over the same values, each of them told of somebody by one mark in all of
  /// them; empty where it tells no sum.
  var sameSums: [PublishedBase.Statistic] {
    switch self {
    case .survey(let id), .received(let id), .changeFrom(let id), .changeTo(let id):
      [.survey(id), .received(id), .changeFrom(id), .changeTo(id)]
    case .gap, .interviews, .levels: [self]
    case .responses, .answers, .turned, .tokens, .rows, .parts, .scale, .weighting, .places,
      .grouping,
      .interviewees, .names, .statements, .words, .heard, .alike, .coded, .counted:
      []
    }
  }

  /// The name by which a study keeps it.
  public var name: String {
    switch self {
    case .responses: "responses"
    case .answers: "answers"
    case .turned: "turned"
    case .tokens: "tokens"
    case .rows: "rows"
    case .parts: "parts"
    case .survey(let id): "survey \(id)"
    case .gap(let id): "gap \(id)"
    case .received(let id): "received \(id)"
    case .changeFrom(let id): "changeFrom \(id)"
    case .changeTo(let id): "changeTo \(id)"
    case .scale(let id): "scale \(id)"
    case .weighting(let of): "weighting \(of.name)"
    case .places(let of): "places \(of.name)"
    case .grouping(let id): "weights \(id)"
    case .interviewees: "interviewees"
    case .names: "names"
    case .interviews(let id): "interviews \(id)"
    case .statements(let id): "statements \(id)"
    case .levels(let id): "levels \(id)"
    case .words(let id): "words \(id)"
    case .heard(let id): "heard \(id)"
    case .alike(let id): "alike \(id)"
    case .coded(let id): "coded \(id)"
    case .counted(let id): "counted \(id)"
    }
  }

  /// Reads what ``name`` wrote; nil for anything else.
  public init?(name: String) {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else {
      switch words.first {
      case "responses": self = .responses
      case "answers": self = .answers
      case "turned": self = .turned
      case "tokens": self = .tokens
      case "rows": self = .rows
      case "parts": self = .parts
      case "interviewees": self = .interviewees
      case "names": self = .names
      default: return nil
      }
      return
    }
    let id = words[1]
    switch words[0] {
    case "survey": self = .survey(id)
    case "gap": self = .gap(id)
    case "received": self = .received(id)
    case "changeFrom": self = .changeFrom(id)
    case "changeTo": self = .changeTo(id)
    case "scale": self = .scale(id)
    case "weighting":
      guard let of = Self(name: id) else { return nil }
      self = .weighting(of: of)
    case "places":
      guard let of = Self(name: id) else { return nil }
      self = .places(of: of)
    case "weights": self = .grouping(id)
    case "interviews": self = .interviews(id)
    case "statements": self = .statements(id)
    case "levels": self = .levels(id)
    case "words": self = .words(id)
    case "heard": self = .heard(id)
    case "alike": self = .alike(id)
    case "coded": self = .coded(id)
    case "counted": self = .counted(id)
    default: return nil
    }
  }
}
