public import StudyModel

/// Everything a report is made from, as values: what was scored, concluded and counted.
///
/// Scores, cases and lines are what `Eyes` let through: what is hidden is not in here, and what was
/// hidden says so where it would stand.
public struct ReportInput: Sendable {
  /// The study and the program.
  public var study: StudyFacts
  /// Whose eyes the report is for.
  public var eyes: Eyes
  /// The framework.
  public var framework: Framework
  /// The SHA-256 of the framework's files, as the study holds it.
  public var frameworkHash: String
  /// How codings of several coders became one account.
  public var consensus: ConsensusRule = .majority
  /// The cases, in the order in which every table shows them.
  public var cases: [Case]
  /// The attribute by which the cases are ordered, and what it is called; nil: order of the file.
  public var order: CaseOrdering?
  /// The phases in time; empty where the study has none.
  public var phases: [Phase] = []
  /// The scores of all cases and phases.
  public var scores: [SeenScore]
  /// What the rules concluded, a case and phase each.
  public var findings: [CaseFindings] = []
  /// What the rules concluded about the set.
  public var setFindings: [Finding] = []
  /// What may be quoted; the report chooses.
  public var quotes: [Quote] = []
  /// Agreement between coders before any disagreement was settled; empty where it was not formed.
  public var agreement: [AgreementLine] = []
  /// The files the study was made from.
  public var imports: [ImportEntry] = []
  /// Bands that would be others under another rule of consensus.
  public var sensitivity: [SensitivityLine] = []
  /// How many were invited; empty where it is not known.
  public var invited: [CasePhase: Invitations] = [:]
  /// Codes of the material that stand for no construct.
  public var unmapped: [UnmappedCode] = []
  /// Constructs with evidence for the whole set, which no case's score uses.
  public var setEvidence: [SetEvidence] = []
  /// How alike the cases are; nil where it was not formed.
  public var likeness: Likeness?
  /// Cases that do not fit.
  public var deviant: [DeviantCases.Deviant] = []

  /// Whether some evidence states a phase.
  var hasPhases: Bool { scores.contains { $0.phase != nil } }

  /// Who reads it.
  public var audience: Audience { eyes.audience }

  /// Creates an input; what is not named here stays empty and is set afterwards.
  public init(
    study: StudyFacts, eyes: Eyes, framework: Framework, frameworkHash: String,
    cases: [Case], scores: [SeenScore]
  ) {
    self.study = study
    self.eyes = eyes
    self.framework = framework
    self.frameworkHash = frameworkHash
    self.cases = cases
    self.scores = scores
  }
}

/// The study and the program that reports on it.
public struct StudyFacts: Sendable, Hashable {
  /// Whether the hash is an HMAC of what the reader may see, with the study's secret, as others than the
  /// researcher read it.
  public var isHashKeyed = false
  /// What the hash is called.
  public var hashName: String { isHashKeyed ? "HMAC-SHA256" : "SHA-256" }
  /// What the hash is called in JSON.
  public var hashKey: String { isHashKeyed ? "hmacSha256" : "sha256" }

  /// The title.
  public var title: String
  /// Whether its data are simulated; every page then says so.
  public var simulated: Bool
  /// The SHA-256 of what the study holds; to others the keyed one of what they see.
  public var hash: String
  /// The program's version.
  public var toolVersion: String
  /// The day of the report, `YYYY-MM-DD`, given by the caller.
  public var date: String

  /// Creates the facts.
  public init(title: String, simulated: Bool, hash: String, toolVersion: String, date: String) {
    self.title = title
    self.simulated = simulated
    self.hash = hash
    self.toolVersion = toolVersion
    self.date = date
  }
}

/// The order of the cases.
public struct CaseOrdering: Sendable, Hashable {
  /// The attribute, such as `drive`.
  public var attribute: String
  /// Its name for people, such as `Drive for outcomes`.
  public var label: String

  /// Creates an order.
  public init(attribute: String, label: String) {
    self.attribute = attribute
    self.label = label
  }
}

/// What the rules concluded of one case and phase.
public struct CaseFindings: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// The findings, in order of precedence.
  public var findings: [Finding]

  /// Creates the findings of a case.
  public init(caseID: String, phase: String?, findings: [Finding]) {
    self.caseID = caseID
    self.phase = phase
    self.findings = findings
  }
}

extension ReportInput {
  /// The last phase that has scores; nil where no evidence states one.
  ///
  /// Cases are compared in it, all in the same, unless another is asked for.
  public var lastPhase: String? {
    let used = Set(scores.compactMap(\.phase))
    return phases.last { used.contains($0.name) }?.name
  }

  /// How many were invited in a case and phase; nil where that is not known, or is not to be seen.
  public func invited(to score: SeenScore) -> Int? {
    guard let answers = score.responses.value, let organizations = score.organizations.value else {
      return nil
    }
    return invited[CasePhase(caseID: score.caseID, phase: score.phase)]?
      .total(answers: answers, organizations: organizations)
  }
}
