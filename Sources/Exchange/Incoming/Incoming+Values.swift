public import StudyModel

extension Incoming {
  /// A case.
  public struct Case: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its name; nil where the file does not say, so that an earlier one stays.
    public var name: String?
    /// What else is said of it.
    public var attributes: [Attribute]

    /// Makes a case.
    public init(id: String, name: String? = nil, attributes: [Attribute] = []) {
      (self.id, self.name, self.attributes) = (id, name, attributes)
    }
  }

  /// Who codes.
  public struct Coder: Sendable, Hashable {
    /// The name.
    public var name: String

    /// Makes a coder.
    public init(name: String) { self.name = name }
  }

  /// A code.
  public struct Code: Sendable, Hashable {
    /// The name.
    public var name: String

    /// Makes a code.
    public init(name: String) { self.name = name }
  }

  /// A source, with its text where there is one.
  public struct Source: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Of which cases it is evidence.
    public var scope: StudyModel.Source.Scope
    /// The interviewee.
    public var participant: String?
    /// The phase.
    public var phase: String?
    /// The coders who read it, or are to.
    public var coders: [String]
    /// Those who read it all and found nothing.
    public var read: [String]
    /// What it is; nil: an interview where there is an interviewee, else a document.
    public var kind: StudyModel.Source.Kind?
    /// The published work that it is taken from.
    public var work: String?
    /// Its text.
    public var transcript: Transcript?

    /// Makes a source.
    public init(
      id: String, scope: StudyModel.Source.Scope, participant: String? = nil,
      phase: String? = nil, coders: [String] = [], read: [String] = [],
      kind: StudyModel.Source.Kind? = nil, work: String? = nil, transcript: Transcript? = nil
    ) {
      self.id = id
      self.scope = scope
      self.participant = participant
      self.phase = phase
      self.coders = coders
      self.read = read
      self.kind = kind
      self.work = work
      self.transcript = transcript
    }
  }

  /// The text of a source.
  public enum Transcript: Sendable, Hashable {
    /// A file that the table names, to be opened by whoever knows what may be read.
    case named(String)
    /// The bytes themselves, with the name they had.
    case bytes([UInt8], name: String)
  }

  /// A decision on a unit.
  public struct Decision: Sendable, Hashable {
    /// The source; empty where the row names none.
    public var source: String
    /// The decision; nil where the row cannot stand or nothing was decided.
    public var decision: Adjudication?
    /// The mark of the unit's codings, as a meeting's sheet has it.
    public var state: String?
    /// Whether it is a row of a meeting's sheet without a decision, to be passed over.
    public var isUndecided: Bool

    /// Makes a decision.
    public init(
      source: String, decision: Adjudication?, state: String? = nil, isUndecided: Bool = false
    ) {
      self.source = source
      self.decision = decision
      self.state = state
      self.isUndecided = isUndecided
    }
  }

  /// How many were invited.
  public struct Invited: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The organization; empty for all of the case.
    public var organization: String
    /// The phase.
    public var phase: String?
    /// How many.
    public var invited: Int?

    /// Makes a number.
    public init(caseID: String, organization: String, phase: String?, invited: Int?) {
      self.caseID = caseID
      self.organization = organization
      self.phase = phase
      self.invited = invited
    }
  }

  /// Something that happened.
  public struct Event: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The day, month or year.
    public var date: String?
    /// What happened.
    public var event: String
    /// Of what kind it is.
    public var kind: String
    /// Whether others than the researcher may read of it; nil where nothing is said.
    public var clear: Bool?

    /// Makes an event.
    public init(caseID: String, date: String?, event: String, kind: String, clear: Bool? = nil) {
      self.caseID = caseID
      self.date = date
      self.event = event
      self.kind = kind
      self.clear = clear
    }
  }

  /// How one partner rated another.
  public struct Partner: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// Who rates.
    public var rater: String
    /// Who is rated.
    public var ratee: String
    /// In what.
    public var question: String
    /// The phase.
    public var phase: String?
    /// How.
    public var value: Double?

    /// Makes a rating.
    public init(
      caseID: String, rater: String, ratee: String, question: String, phase: String?,
      value: Double?
    ) {
      self.caseID = caseID
      self.rater = rater
      self.ratee = ratee
      self.question = question
      self.phase = phase
      self.value = value
    }
  }
}
