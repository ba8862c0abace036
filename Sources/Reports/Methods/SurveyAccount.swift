public import StudyModel

/// How a survey was asked and answered.
public struct SurveyAccount: Sendable, Hashable {
  /// The answers of a case in a phase.
  public struct Row: Sendable, Hashable {
    /// The case.
    public let caseID: String
    /// The phase; nil where there is none.
    public let phase: String?
    /// What came in.
    public let answers: Seen<Answers>

    /// Creates a row.
    public init(caseID: String, phase: String?, answers: Seen<Answers>) {
      self.caseID = caseID
      self.phase = phase
      self.answers = answers
    }
  }

  /// What came in of a case in a phase.
  public struct Answers: Sendable, Hashable {
    /// The responses.
    public let responses: Int
    /// How many were invited; nil where it is not known.
    public let invited: Int?
    /// The organizations stated.
    public let organizations: Int
    /// The responses that state none.
    public var withoutOrganization: Seen<Int> = .hidden
    /// What levels are means of; hidden where some figures of the case are.
    public var levels: Seen<Levels> = .hidden
    /// Of the answers that could have been given on the constructs, how many were not.
    public var given: Seen<Given> = .hidden

    /// Creates answers.
    public init(responses: Int, invited: Int?, organizations: Int) {
      self.responses = responses
      self.invited = invited
      self.organizations = organizations
    }
  }

  /// How many constructs have a level that is a mean of organizations, or of respondents.
  public struct Levels: Sendable, Hashable {
    /// Of organizations.
    public var byOrganizations = 0
    /// Of respondents.
    public var byRespondents = 0

    /// Begins with none.
    public init() {}
  }

  /// Answers that could have been given, and those of them that were not.
  public struct Given: Sendable, Hashable {
    /// The answers not given.
    public var notAnswered = 0
    /// The answers that could have been given.
    public var askable = 0

    /// Begins with none.
    public init() {}
  }

  /// A version of the questionnaire: which items it had.
  public struct Version: Sendable, Hashable {
    /// Its number.
    public var number: Int
    /// Its items, and those of them that the framework does not know.
    public var items: Int
    /// See `items`.
    public var unknown: Int
    /// The responses by it.
    public var responses: Seen<Int>

    /// Creates a version.
    public init(number: Int, items: Int, unknown: Int, responses: Seen<Int>) {
      self.number = number
      self.items = items
      self.unknown = unknown
      self.responses = responses
    }
  }

  /// The reliability of a scale: Cronbach's alpha in each case and phase.
  public struct Scale: Sendable, Hashable {
    /// The construct.
    public var construct: String
    /// How many items it has.
    public var items: Int
    /// The alphas there are, in the order of cases and phases.
    public var alphas: [Double]
    /// The cases and phases in which there is none.
    public var undefined: Int
    /// Whether figures are told to one decimal.
    public var isRounded = false
    /// To how many decimals figures are printed.
    var decimals: Int { isRounded ? 1 : 2 }

    /// Creates a scale.
    public init(construct: String, items: Int, alphas: [Double], undefined: Int) {
      self.construct = construct
      self.items = items
      self.alphas = alphas
      self.undefined = undefined
    }

    /// The middle of the alphas, the two in the middle averaged.
    public var median: Double? {
      let sorted = alphas.sorted()
      guard !sorted.isEmpty else { return nil }
      let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
      return isRounded ? AgreementValue.rounded(middle) : middle
    }
  }

  /// The rows, in the order of the cases.
  public var rows: [Row] = []
  /// The versions of the questionnaire, oldest first.
  public var versions: [Version] = []
  /// The framework's items that some version has.
  public var items: [Item] = []
  /// The scales, in the framework's order.
  public var scales: [Scale] = []

  /// Begins with nothing.
  public init() {}

  /// The rows that are shown, with the case of each.
  public var shown: [(caseID: String, answers: Answers)] {
    rows.compactMap { row in row.answers.value.map { (row.caseID, $0) } }
  }

  /// How much is seen of what came in.
  public var sight: Sight { Sight(rows.map { $0.answers.isHidden ? .hidden : .whole }) }

  /// All responses that are shown.
  public var responses: Int { shown.reduce(0) { $0 + $1.answers.responses } }
}
