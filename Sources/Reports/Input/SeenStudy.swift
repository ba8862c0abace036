public import StudyModel

/// A study as some eyes see it, as values: what was scored, concluded and counted.
///
/// Scores, cases and lines are what `Eyes` let through: what is hidden is not in here.
public struct SeenStudy: Sendable {
  /// Whose eyes the report is for: those by which its scores are seen.
  public var eyes: Eyes { seenScores.eyes }
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
  /// The attribute by which the cases are grouped; nil where that was not asked for.
  public var grouping: CaseOrdering?
  /// The phases in time; empty where the study has none.
  public var phases: [Phase] = []
  /// The scores of all cases and phases.
  public var scores: [SeenScore] { seenScores.list }
  /// The same, with whose eyes see them.
  var seenScores: SeenScores
  /// What the rules concluded, a case and phase each.
  public var findings: [CaseFindings] = []
  /// What is concluded from all cases of a phase together, a phase each.
  public var conclusions: [SetConclusions] = []
  /// What these eyes may read in words, of which the report chooses.
  public var quotes: [Quote] = []
  /// Agreement between coders before any disagreement was settled, for the researcher; empty where it was not
  /// formed.
  public var agreement: [AgreementLine] = []
  /// The constructs on whose codes coders often differ, whatever the group of codes they are in: the
  /// researcher's.
  public var oftenDiffering: Set<String> = []
  /// The files the study was made from.
  public var imports: Seen<[ImportEntry]> = .hidden
  /// Bands that would be others under another rule of consensus.
  public var sensitivity: Seen<[SensitivityLine]> = .hidden
  /// How many were invited; empty where it is not known.
  public var invited: [CasePhase: Invitations] = [:]
  /// What happened in the cases, in time.
  public var events: [CaseEvent] = []
  /// Codes of the material that stand for no construct.
  public var unmapped: Seen<[UnmappedCode]> = .hidden
  /// The constructs with evidence for the whole set, which no case's score uses, in the framework's order.
  public var statedForSet: [String] = []

  /// Whether some evidence states a phase.
  var hasPhases: Bool { scores.contains { $0.phase != nil } }

  /// Who reads it.
  public var audience: Audience { eyes.audience }

  /// Creates what is seen; what is not named here is empty or hidden, and is set afterwards.
  public init(
    _ scores: SeenScores, framework: Framework, frameworkHash: String, cases: [Case]
  ) {
    self.framework = framework
    self.frameworkHash = frameworkHash
    self.cases = cases
    seenScores = scores
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

/// What is concluded from all cases of one phase together.
public struct SetConclusions: Sendable, Hashable {
  /// The phase; nil of what states none.
  public var phase: String?
  /// What the rules concluded about the set, in order of precedence.
  public var findings: [Finding]
  /// How alike the cases are; nil where it was not formed.
  public var likeness: Likeness?
  /// Cases that do not fit, an expectation each.
  public var deviant: [DeviantCases]
  /// What goes with each outcome that the framework expects, once each.
  public var conditions: [OutcomeConditions]
  /// What the cases could show each other.
  public var showing: [CouldShow]

  /// Creates conclusions.
  public init(
    phase: String?, findings: [Finding] = [], likeness: Likeness? = nil,
    deviant: [DeviantCases] = [], conditions: [OutcomeConditions] = [],
    showing: [CouldShow] = []
  ) {
    self.phase = phase
    self.showing = showing
    self.conditions = conditions
    self.findings = findings
    self.likeness = likeness
    self.deviant = deviant
  }
}

extension SeenStudy {
  /// What is concluded from all cases of a phase; nothing of one without scores.
  func concluded(of phase: String?) -> SetConclusions {
    conclusions.first { ($0.phase ?? Phase.notStated) == (phase ?? Phase.notStated) }
      ?? SetConclusions(phase: phase)
  }

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
