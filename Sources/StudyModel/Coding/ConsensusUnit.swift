/// What several coders made of one segment under one code, and whether it counts.
///
/// Scoring specification, section 1.
public struct ConsensusUnit: Sendable, Hashable {
  /// Whether a unit counts, and why.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Enough coders put the code there, by the rule of consensus.
    case agreed
    /// A decision accepted it, whatever the votes.
    case accepted
    /// A decision changed its code, span, weight or valence, and so it stands.
    case changed
    /// Exactly half of the coders, and no decision: left out, counted and reported.
    case unresolved
    /// Too few coders, and no decision.
    case notAgreed = "not agreed"
    /// A decision rejected it.
    case rejected
  }

  /// The code it counts under, by its meaning: the decision's where that changed it.
  public var code: String
  /// All codes that the unit counts under, this one among them: several where a change names a code of several
  /// constructs.
  public var codes: [String]
  /// Its span, from the first start to the last end, or the decision's.
  public var span: Span
  /// What the coders marked, by its meaning, whatever each of them called it.
  public var codedAs: String
  /// The span the coders marked, which a decision on it names.
  public var codedSpan: Span
  /// The decision's weight, else the median of its coders' weights; nil where nobody gave one.
  public var weight: Double?
  /// The decision's valence, else the one more of its coders gave than any other.
  public var valence: Valence
  /// Whether it counts, and why.
  public var state: State
  /// The codings in it, one a coder, by start, end and coder; empty for a span only decided on.
  public var codings: [Coding]
  /// How many coders of the source have handed in.
  public var handedIn: Int
  /// The decision that settled it.
  public var decision: Adjudication?

  /// Creates a unit.
  public init(
    code: String, codes: [String]? = nil, span: Span, codedAs: String, codedSpan: Span,
    weight: Double?, valence: Valence,
    state: State, codings: [Coding], handedIn: Int, decision: Adjudication?
  ) {
    self.code = code
    self.codes = codes ?? [code]
    self.span = span
    self.codedAs = codedAs
    self.codedSpan = codedSpan
    self.weight = weight
    self.valence = valence
    self.state = state
    self.codings = codings
    self.handedIn = handedIn
    self.decision = decision
  }

  /// The coders who put it there, in the order of their codings.
  public var coders: [String] { codings.map(\.coder) }

  /// How many coders put it there; 0 for a span that was only decided on.
  public var votes: Int { codings.count }

  /// Whether it counts as evidence.
  public var stands: Bool {
    switch state {
    case .agreed, .accepted, .changed: true
    case .unresolved, .notAgreed, .rejected: false
    }
  }
}
