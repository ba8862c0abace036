public import StudyModel

/// How a survey was asked and answered.
public struct SurveyAccount: Sendable, Hashable {
  /// The answers of a case in a phase.
  public struct Row: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The phase; nil where there is none.
    public var phase: String?
    /// The responses.
    public var responses: Int
    /// How many were invited; nil where it is not known.
    public var invited: Int?
    /// The organizations stated.
    public var organizations: Int
    /// The responses that state none.
    public var withoutOrganization: Int
    /// Constructs whose level is a mean of organizations, and of respondents.
    public var byOrganizations = 0
    /// See `byOrganizations`.
    public var byRespondents = 0
    /// Of the answers that could have been given on the constructs, how many were not.
    public var notAnswered = 0
    /// The answers that could have been given.
    public var askable = 0
    /// Whether all numbers are hidden.
    public var isHidden = false
    /// Whether the numbers of answers and constructs are hidden: some figures of the case are.
    public var hidesParts = false

    /// Creates a row.
    public init(
      caseID: String, phase: String?, responses: Int, invited: Int?, organizations: Int,
      withoutOrganization: Int
    ) {
      self.caseID = caseID
      self.phase = phase
      self.responses = responses
      self.invited = invited
      self.organizations = organizations
      self.withoutOrganization = withoutOrganization
    }
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
    public var responses: Int

    /// Creates a version.
    public init(number: Int, items: Int, unknown: Int, responses: Int) {
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
    /// Whether figures are told to two decimals.
    public var isRounded = false

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

  /// The rows that are shown.
  public var shown: [Row] { rows.filter { !$0.isHidden } }
}
