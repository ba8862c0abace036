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
  /// What it is called within the sentence that is said of several of its rule; nil where its rule has none.
  public var item: Item?
  /// What it says with its own construct's name left out, by which two findings say the same.
  public var reading: String
  /// The evidence it fired on, such as `gap of value.operational: 12.5`.
  public var evidence: [String]
  /// The constructs that those are figures of, in the order of the condition.
  public var constructs: [String]
  /// The streams whose change it rests on; none where it rests on no change.
  public var changes: Set<EvidenceStream>
  /// The streams that the figures rest on.
  public var streams: Set<EvidenceStream>
  /// Whether it goes by a band whose border lies inside the interval.
  public var isClose: Bool
  /// The recommendations it calls for.
  public var recommends: [String]
  /// How much is at stake, in points of the scale, for ordering recommendations; 0 where unknown.
  public var loss: Double
  /// For findings about the set: the cases in which the condition holds.
  public var cases: [String]
  /// Where the model says so.
  public var source: Citation?

  /// Whether it rests on how interviews alone changed, of which nobody can tell whether it is clear.
  public var isOfFewVoices: Bool { changes == [.interviews] }

  /// Its part in a sentence about several constructs.
  public struct Item: Sendable, Hashable {
    /// A few words on this one: `relationships (+12 points)`.
    public var words: String
    /// The same after another of the same ``scope``, which it does not say again.
    public var again: String
    /// Of which cases it counts, in words; empty where it counts all, or none.
    public var scope: String
    /// The same without its name, `(+12 points)`; empty where it begins with something else.
    public var rest: String
    /// Its name, as it stands in a sentence.
    public var name: String
    /// The sentence around the list of what is said of each.
    public var says: Frame
    /// The heading around the list of names; nil where the heading over one stands for all.
    public var heading: Frame?

    /// Words around a list.
    public struct Frame: Sendable, Hashable {
      /// What stands before the list; empty where it begins the sentence.
      public var before: String
      /// What stands after it.
      public var after: String

      /// The words with a list of so many at most; what has no place for one stays as it is.
      public func around(_ items: [String], atMost most: Int) -> String {
        // Items that hold lists of their own are parted by another sign.
        let hasLists =
          items.count > 1 && items.contains { $0.contains(", ") || $0.contains(" and ") }
        let list = Words.list(items, atMost: most, isNested: hasLists)
        return before + (before.isEmpty ? Words.capitalized(list) : list) + after
      }
    }
  }

  /// Creates a finding.
  public init(
    rule: String, section: String, tone: FindingRule.Tone, construct: String? = nil,
    heading: String?, says: String, item: Item? = nil, reading: String? = nil, evidence: [String],
    constructs: [String] = [],
    changes: Set<EvidenceStream> = [], streams: Set<EvidenceStream> = [], isClose: Bool = false,
    recommends: [String] = [],
    loss: Double = 0, cases: [String] = [], source: Citation? = nil
  ) {
    self.rule = rule
    self.section = section
    self.tone = tone
    self.construct = construct
    self.heading = heading
    self.says = says
    self.item = item
    self.reading = reading ?? says
    self.evidence = evidence
    self.constructs = constructs
    self.changes = changes
    self.streams = streams
    self.isClose = isClose
    self.recommends = recommends
    self.loss = loss
    self.cases = cases
    self.source = source
  }
}
