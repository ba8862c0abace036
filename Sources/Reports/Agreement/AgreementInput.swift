public import StudyModel

/// What the agreement report is made from, as values.
public struct AgreementInput: Sendable {
  /// How the figures were made.
  public var plan: StudyAgreement.Plan
  /// The generator of random numbers.
  public var generator: String
  /// The coders.
  public var coders: [String]
  /// Sources two or more coders read.
  public var sharedSources: Int
  /// Who has not handed in sources that they are registered for.
  public var notHandedIn: [NotHandedIn] = []
  /// Everything together.
  public var pooled: AgreementRow
  /// The rows by code.
  public var byCode: [AgreementRow]
  /// The rows by family.
  public var byFamily: [AgreementRow]
  /// The rows by pair of coders.
  public var byPair: [AgreementRow]
  /// Codes mistaken for each other.
  public var confusions: [CodeConfusion]
  /// Disputed units.
  public var disputes: DisputeCounts
  /// The most consequential open disagreements.
  public var open: [OpenUnit]
  /// The names of codes for people.
  public var names: [String: String]
  /// Agreement of each round of coding, oldest first.
  public var rounds: [AgreementStage] = []
  /// Agreement of what was coded under each version of the codebook, oldest first.
  public var versions: [AgreementStage] = []
  /// By code, the versions under which it was coded by another definition than the one in force.
  public var earlierDefinitions: [String: [String]] = [:]
  /// Codes that were coded by the definition in force.
  public var codedAsDefined: Set<String> = []

  /// A disagreement that is open.
  public struct OpenUnit: Sendable {
    /// The disagreement.
    public var disagreement: Disagreement
    /// The case's name.
    public var caseName: String
    /// Units of the code that all coders of the case agree on.
    public var agreedBeside: Int

    /// Creates a unit.
    public init(disagreement: Disagreement, caseName: String, agreedBeside: Int) {
      self.disagreement = disagreement
      self.caseName = caseName
      self.agreedBeside = agreedBeside
    }
  }

  /// Creates an input.
  public init(
    plan: StudyAgreement.Plan, generator: String,
    coders: [String], sharedSources: Int, pooled: AgreementRow,
    byCode: [AgreementRow], byFamily: [AgreementRow], byPair: [AgreementRow],
    confusions: [CodeConfusion], disputes: DisputeCounts, open: [OpenUnit], names: [String: String]
  ) {
    self.plan = plan
    self.generator = generator
    self.coders = coders
    self.sharedSources = sharedSources
    self.pooled = pooled
    self.byCode = byCode
    self.byFamily = byFamily
    self.byPair = byPair
    self.confusions = confusions
    self.disputes = disputes
    self.open = open
    self.names = names
  }
}
