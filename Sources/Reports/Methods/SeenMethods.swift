public import StudyModel

/// What the methods report is made from, as values: the whole study, as some eyes see it.
///
/// It is formed anew of what may be shown. What is not said to be shown is hidden.
public struct SeenMethods: Sendable {
  /// The study, its framework and its scores, as for the other reports.
  public var report: SeenStudy
  /// Where the framework comes from and what became of it.
  public var framework = FrameworkAccount()
  /// The sources, a row a case and phase; evidence for the whole set last.
  public var material: [MaterialRow] = []
  /// All rows that are shown, together.
  public var total = Material()
  /// Who read the sources and what they coded; hidden where no row of sources is shown.
  public var reading: Seen<Reading> = .hidden
  /// Segments whose words were not found again in a corrected transcript.
  public var lostSegments: Seen<Int> = .hidden
  /// Segments whose words are not those of their transcript.
  public var otherWords: Seen<Int> = .hidden
  /// How coders agree; of nothing where no source was read by two coders.
  public var agreement: Seen<AgreementInput?> = .hidden
  /// Disputed units by kind, and the open ones by code.
  public var disputes: Seen<DisputeTable> = .hidden
  /// The decisions, in the order in which they came in.
  public var decisions: Seen<[Decision]> = .hidden
  /// Decisions of imports that were taken back.
  public var decisionsTakenBack: Seen<Int> = .hidden
  /// What another rule of consensus would change.
  public var sensitivity: Seen<[RuleChange]> = .hidden
  /// The survey; nil where there is no response.
  public var survey: SurveyAccount?
  /// The rules of scoring, with the product's defaults.
  public var rules: [RuleLine] = []
  /// The imports, oldest first, those taken back included.
  public var imports: Seen<[ImportEntry]> = .hidden
  /// The generator of random numbers, and the seed.
  public var generator = ""
  /// See `generator`.
  public var seed: UInt64 = 1

  /// Begins with what every report has.
  public init(_ report: SeenStudy) { self.report = report }

  /// What was coded.
  public var coding: Seen<Coding> { reading.flatMap(\.coding) }
}

extension SeenMethods {
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

  /// A decision on a unit, and what became of it.
  public struct Decision: Sendable, Hashable {
    /// What was decided.
    public var decision: Adjudication.Decision
    /// Who decided; empty where it is not stated.
    public var by: String
    /// When.
    public var at: String
    /// Whether it counts, was replaced or met nothing.
    public var standing: DecisionRecord.Standing

    /// Creates a decision.
    public init(
      decision: Adjudication.Decision, by: String, at: String,
      standing: DecisionRecord.Standing
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
