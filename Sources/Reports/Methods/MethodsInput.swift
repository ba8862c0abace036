public import StudyModel

/// What the methods report is made from, as values: the whole study, as an audience may see it.
///
/// What is hidden is left out of here already: numbers are 0, lists are empty, and a flag says so.
public struct MethodsInput: Sendable {
  /// The study, its framework and its scores, as for the other reports.
  public var report: ReportInput
  /// Where the framework comes from and what became of it.
  public var framework = FrameworkAccount()
  /// The sources, a row a case and phase; evidence for the whole set last.
  public var material: [MaterialRow] = []
  /// All rows that are shown, together.
  public var total = MaterialRow()
  /// What was coded.
  public var coding = CodingAccount()
  /// Codes that stand for constructs, by construct: how many codings each has.
  public var constructCodings: [String: Int] = [:]
  /// Segments whose words were not found again in a corrected transcript.
  public var lostSegments = 0
  /// Segments whose words are not those of their transcript.
  public var otherWords = 0
  /// What the agreement report is made from; nil where no source was read by two coders.
  public var agreement: AgreementInput?
  /// Disputed units by kind, and the open ones by code.
  public var disputes = DisputeTable([])
  /// The decisions, in the order in which they came in.
  public var decisions: [Decision] = []
  /// Decisions of imports that were taken back.
  public var decisionsTakenBack = 0
  /// What another rule of consensus would change; empty where it is not for these eyes.
  public var sensitivity: [RuleChange] = []
  /// The survey; nil where there is no response.
  public var survey: SurveyAccount?
  /// The rules of scoring, with the product's defaults.
  public var rules: [RuleLine] = []
  /// The imports, oldest first, those taken back included.
  public var imports: [ImportEntry] = []
  /// The generator of random numbers, and the seed.
  public var generator = ""
  /// See `generator`.
  public var seed: UInt64 = 1
  /// Whether numbers of sources, codings and units are hidden: a case has few interviewees.
  public var hidesCoding = false
  /// Whether others are told the counts of all that was coded: nobody was interviewed.
  public var countsAll = false
  /// Whether there are codings, of which none may be counted.
  public var hidesCodings = false
  /// Whether sources that one coder read are not counted in what was coded: they are few.
  public var leavesOutSingle = false
  /// Whether agreement was formed and may not be told.
  public var hidesAgreement = false
  /// Whether there are decisions, of which none may be counted.
  public var hidesDecisions = false
  /// Whether numbers of responses over all cases are hidden: a case has few.
  public var hidesResponses = false
  /// Whether names of coders, files and codes are left out.
  public var hidesNames = false

  /// Begins with what every report has.
  public init(_ report: ReportInput) { self.report = report }
}

extension MethodsInput {
  /// Where the framework comes from and what became of it in the study.
  public struct FrameworkAccount: Sendable, Hashable {
    /// How the study's framework stands to the one of that id that ships.
    public enum Origin: Sendable, Hashable {
      /// It is the same, file by file.
      case asShipped
      /// It differs from the version that ships.
      case changed(from: String, [String])
      /// None of that id ships: it is the study's own.
      case own
    }

    /// A version that was put in force.
    public struct Version: Sendable, Hashable {
      /// The version.
      public var version: String
      /// The SHA-256 of its files.
      public var sha256: String
      /// When it was put in force.
      public var at: String
      /// What it changed of the version before; empty for the first.
      public var changes: [String]

      /// Creates a version.
      public init(version: String, sha256: String, at: String, changes: [String]) {
        self.version = version
        self.sha256 = sha256
        self.at = at
        self.changes = changes
      }
    }

    /// How it stands to what ships.
    public var origin = Origin.own
    /// The versions in force one after the other, the present one last.
    public var versions: [Version] = []

    /// Knows nothing yet.
    public init() {}
  }

  /// The sources of a case and phase.
  public struct MaterialRow: Sendable, Hashable {
    /// The case; nil for the whole set.
    public var caseID: String?
    /// The phase; nil where there is none.
    public var phase: String?
    /// The sources by kind.
    public var sources: [Source.Kind: Int] = [:]
    /// The people interviewed, by role.
    public var roles: [String: Int] = [:]
    /// How many people were interviewed.
    public var interviewees = 0
    /// The organizations they belong to.
    public var organizations = 0
    /// Sources whose transcript the study keeps.
    public var transcripts = 0
    /// Those of them with a segment whose words do not stand there.
    public var mismatched = 0
    /// The sources by how many coders have read them.
    public var cover = CodingCover()
    /// Whether all numbers are hidden.
    public var isHidden = false
    /// Whether roles are hidden.
    public var hidesRoles = false
    /// Whether the numbers of interviewees and organizations are hidden.
    public var hidesPeople = false

    /// All sources.
    public var count: Int { sources.values.reduce(0, +) }

    /// Begins with none.
    public init() {}
  }

  /// A decision on a unit, and what became of it.
  public struct Decision: Sendable, Hashable {
    /// What was decided.
    public var decision: Adjudication.Decision
    /// Who decided; empty where that is hidden.
    public var by: String
    /// When.
    public var at: String
    /// Whether it counts, was replaced or met nothing.
    public var standing: DecisionRecord.Standing

    /// Creates a decision.
    public init(
      decision: Adjudication.Decision, by: String, at: String, standing: DecisionRecord.Standing
    ) {
      self.decision = decision
      self.by = by
      self.at = at
      self.standing = standing
    }
  }

  /// What another rule of consensus would change.
  public struct RuleChange: Sendable, Hashable {
    /// The other rule.
    public var rule: ConsensusRule
    /// The scores there are under either rule, of cases, phases and constructs.
    public var scores: Int
    /// Those of them that would be others.
    public var scoresChanged: Int
    /// Bands that would be others.
    public var bandsChanged: Int

    /// Creates a change.
    public init(rule: ConsensusRule, scores: Int, scoresChanged: Int, bandsChanged: Int) {
      self.rule = rule
      self.scores = scores
      self.scoresChanged = scoresChanged
      self.bandsChanged = bandsChanged
    }
  }

  /// A rule of scoring.
  public struct RuleLine: Sendable, Hashable {
    /// The key in the framework's file.
    public var key: String
    /// Its value, and the product's default.
    public var value: String
    /// See `value`.
    public var standard: String

    /// Creates a rule.
    public init(key: String, value: String, standard: String) {
      self.key = key
      self.value = value
      self.standard = standard
    }
  }
}
