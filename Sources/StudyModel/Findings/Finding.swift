/// What a rule concluded, in plain words, with what it fired on.
public struct Finding: Sendable, Hashable {
  /// The rule.
  public var rule: String
  /// The report section it belongs to.
  public var section: String
  /// What it says of the collaboration.
  public var tone: FindingRule.Tone
  /// The construct it was tried on as `this`.
  public var construct: String?
  /// The finding as a heading.
  public var heading: String?
  /// The finding in a plain sentence or two.
  public var says: String
  /// The evidence it fired on, such as `gap of value.operational: 12.5`.
  public var evidence: [String]
  /// The constructs that those are figures of, in the order of the condition.
  public var constructs: [String]
  /// The streams whose change it rests on; none where it rests on no change.
  public var changes: Set<EvidenceStream>
  /// The recommendations it calls for.
  public var recommends: [String]
  /// How much is at stake, in points of the scale, for ordering recommendations; 0 where unknown.
  public var loss: Double
  /// For findings about the set: the cases in which the condition holds.
  public var cases: [String]
  /// Where the model says so.
  public var source: Citation?

  /// Creates a finding.
  public init(
    rule: String, section: String, tone: FindingRule.Tone, construct: String? = nil,
    heading: String?, says: String, evidence: [String], constructs: [String] = [],
    changes: Set<EvidenceStream> = [], recommends: [String] = [],
    loss: Double = 0, cases: [String] = [], source: Citation? = nil
  ) {
    self.rule = rule
    self.section = section
    self.tone = tone
    self.construct = construct
    self.heading = heading
    self.says = says
    self.evidence = evidence
    self.constructs = constructs
    self.changes = changes
    self.recommends = recommends
    self.loss = loss
    self.cases = cases
    self.source = source
  }
}
