public import StudyModel

/// A passage that may be printed.
public struct Quote: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// The words, cuts marked `[...]`.
  public var text: String
  /// The role of the speaker, such as `participant`.
  public var role: Participant.Role
  /// The number of the interview within the case, and of the segment within it, from 1.
  public var interview: Int
  /// See `interview`.
  public var segment: Int
  /// The constructs it was coded with, by id.
  public var codes: [String]
  /// All that the words were coded with, in this passage and in those that overlap it.
  public var marks: Set<QuoteMark>
  /// Who speaks: never printed, used so that a section has one quote a person.
  public var participant: String
  /// Whether it was cleared for eyes outside the team.
  public var clear: Bool

  /// Creates a quote.
  public init(
    caseID: String, phase: String? = nil, text: String, role: Participant.Role, interview: Int,
    segment: Int,
    codes: [String], marks: Set<QuoteMark> = [], participant: String, clear: Bool
  ) {
    self.caseID = caseID
    self.phase = phase
    self.text = text
    self.role = role
    self.interview = interview
    self.segment = segment
    self.codes = codes
    self.marks = marks
    self.participant = participant
    self.clear = clear
  }

  /// Whether it was coded with a construct as something wanted alone.
  func wishes(_ id: String) -> Bool {
    let own = marks.filter { $0.construct == id }
    return !own.isEmpty && own.allSatisfy(\.isWanted)
  }
}

/// Agreement between coders on a group of codes, before any disagreement was settled: for the researcher.
public struct AgreementLine: Sendable, Hashable {
  /// The constructs in the group, by id; empty for all.
  public var constructs: [String]
  /// Its figures.
  public var row: AgreementRow

  /// Creates a line.
  public init(constructs: [String] = [], row: AgreementRow) {
    (self.constructs, self.row) = (constructs, row)
  }
}

/// A construct whose band would be another under another rule of consensus.
public struct SensitivityLine: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// The construct.
  public var construct: String
  /// The other rule.
  public var rule: ConsensusRule
  /// The band as reported, and under the other rule; nil: no band.
  public var band: Band?
  /// See `band`.
  public var other: Band?

  /// Creates a line.
  public init(
    caseID: String, phase: String? = nil, construct: String, rule: ConsensusRule, band: Band?,
    other: Band?
  ) {
    self.caseID = caseID
    self.phase = phase
    self.construct = construct
    self.rule = rule
    self.band = band
    self.other = other
  }
}

/// A code of the material that stands for no construct.
public struct UnmappedCode: Sendable, Hashable {
  /// The code.
  public var code: String
  /// How many codings have it.
  public var codings: Int

  /// Creates an unmapped code.
  public init(code: String, codings: Int) {
    self.code = code
    self.codings = codings
  }
}
