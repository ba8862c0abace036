/// An interview transcript, document, field note or published table.
public struct Source: Sendable, Hashable {
  /// What a source is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case interview, document, observation
    /// What researchers agreed on for the whole case, its interviews not at hand.
    case caseAnalysis = "case-analysis"
    /// Nobody said what it is, and nothing shows it: for scores a document, for others' eyes what
    /// somebody said.
    case unstated

    /// The kind of a source: what was said of it, else an interview where it names who speaks.
    public init(stated: Kind?, participant: String?) {
      self = stated ?? (participant == nil ? .unstated : .interview)
    }

    /// Whether people's words may be in it that nobody has published: of an interview, and of what
    /// nobody said what it is.
    public var mayBeConfidential: Bool { self == .interview || self == .unstated }
  }

  /// The id that files use.
  public var id: String
  /// The case; nil where it is evidence for the whole set, which no case's score uses.
  public var caseID: String?
  /// The interviewee; nil for what is no interview.
  public var participant: String?
  /// The phase; nil where the study has none.
  public var phase: String?
  /// The coders registered for it.
  public var coders: [String]
  /// Those of the coders who read it all and found nothing.
  public var read: [String]
  /// What it is.
  public var kind: Kind
  /// The published work that it is taken from; nil where none is named.
  public var work: String?

  /// Creates a source.
  public init(
    id: String, caseID: String?, participant: String? = nil, phase: String? = nil,
    coders: [String] = [], read: [String] = [], kind: Kind, work: String? = nil
  ) {
    self.id = id
    self.caseID = caseID
    self.participant = participant
    self.phase = phase
    self.coders = coders
    self.read = read
    self.kind = kind
    self.work = work
  }

  /// Who speaks in it; nil where nobody is named.
  ///
  /// Under one pseudonym in two cases there are two people.
  public var person: String? {
    participant.map { [caseID ?? "", $0].joined(separator: "\u{1F}") }
  }

  /// Whether somebody may speak in it who is not named.
  public var hasUnnamedSpeaker: Bool { participant == nil && kind.mayBeConfidential }

  /// Whether nobody speaks in it as a person: a document, or a published case.
  public var isOfNobody: Bool { participant == nil && !hasUnnamedSpeaker }

  /// Whether it is an interview in a case, and nobody said with whom.
  public var lacksInterviewee: Bool {
    kind == .interview && participant == nil && caseID != nil
  }
}
