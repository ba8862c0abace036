/// A span of a source, in Unicode scalars from 0, the end exclusive.
public struct Span: Sendable, Hashable, Comparable {
  /// No text is longer: importers refuse spans that end beyond it.
  public static let furthestEnd = Int(Int32.max)

  /// The first scalar.
  public var start: Int
  /// The scalar after the last.
  public var end: Int

  /// Creates a span; `end` is above `start`, which importers check.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of scalars.
  public var length: Int { end - start }

  /// Orders by start, then end.
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }

  /// The ratio of intersection to union, 0 to 1.
  public func overlap(with other: Span) -> Double {
    let common = min(end, other.end) - max(start, other.start)
    guard common > 0 else { return 0 }
    return Double(common) / Double(length + other.length - common)
  }
}

/// Whether a segment speaks for a construct, against it, or both.
public enum Valence: String, Sendable, Hashable, CaseIterable {
  case supporting, contrary, mixed
}

/// One code put on one span of a source by one coder.
public struct Coding: Sendable, Hashable {
  /// The coder.
  public var coder: String
  /// The code.
  public var code: String
  /// The span.
  public var span: Span
  /// How much of it there is, 0 to the framework's top weight; nil says that it is there.
  public var weight: Double?
  /// Whether it speaks for or against; nil counts as supporting.
  public var valence: Valence?

  /// Creates a coding.
  public init(
    coder: String, code: String, span: Span, weight: Double? = nil, valence: Valence? = nil
  ) {
    self.coder = coder
    self.code = code
    self.span = span
    self.weight = weight
    self.valence = valence
  }
}

/// A decision on a disagreement, with who, when and why.
public struct Adjudication: Sendable, Hashable {
  /// What was decided.
  public enum Decision: String, Sendable, Hashable, CaseIterable {
    case accept, reject, change
  }

  /// The unit's code.
  public var code: String
  /// The unit's span.
  public var span: Span
  /// What was decided.
  public var decision: Decision
  /// With `change`: the code it becomes.
  public var newCode: String?
  /// With `change`: the start it becomes.
  public var newStart: Int?
  /// With `change`: the end it becomes.
  public var newEnd: Int?
  /// The weight decided on.
  public var weight: Double?
  /// The valence decided on.
  public var valence: Valence?
  /// Who decided.
  public var by: String
  /// When; see ``ClockTime`` for the forms.
  public var at: String
  /// Why.
  public var reason: String
  /// The order of arrival: of equal moments the later row wins.
  public var row: Int

  /// Creates a decision.
  public init(
    code: String, span: Span, decision: Decision, newCode: String? = nil, newStart: Int? = nil,
    newEnd: Int? = nil, weight: Double? = nil, valence: Valence? = nil, by: String, at: String,
    reason: String, row: Int
  ) {
    self.code = code
    self.span = span
    self.decision = decision
    self.newCode = newCode
    self.newStart = newStart
    self.newEnd = newEnd
    self.weight = weight
    self.valence = valence
    self.by = by
    self.at = at
    self.reason = reason
    self.row = row
  }

  /// Whether it was taken before another, by the clock.
  public func isEarlier(than other: Adjudication) -> Bool {
    guard let own = ClockTime(at), let others = ClockTime(other.at) else { return at < other.at }
    return own < others
  }

  /// Whether another decision on the same unit takes its place: a later one by the clock, of equal moments
  /// the later row.
  public func isSuperseded(by other: Adjudication) -> Bool {
    isEarlier(than: other) || (!other.isEarlier(than: self) && row < other.row)
  }
}

/// A source with all that was coded and decided in it: what consensus is formed from.
public struct CodedSource: Sendable, Hashable {
  /// The source.
  public var source: Source
  /// Its codings, in any order.
  public var codings: [Coding]
  /// Its decisions, in any order.
  public var adjudications: [Adjudication]
  /// Whether the codings are those of the newest version of its transcript; false for what is left
  /// on an older one, which is evidence and no source beside it.
  public var isNewest: Bool
  /// Those with a coding in the source, in whatever version of its transcript.
  public var codedBy: Set<String>

  /// Creates a coded source.
  ///
  /// `elsewhere` are those with a coding in another version of its transcript.
  public init(
    source: Source, codings: [Coding], adjudications: [Adjudication], isNewest: Bool = true,
    codedElsewhereBy elsewhere: Set<String> = []
  ) {
    self.source = source
    self.codings = codings
    self.adjudications = adjudications
    self.isNewest = isNewest
    codedBy = elsewhere.union(codings.map(\.coder))
  }

  /// Those who have handed in their coding: of the coders registered for the source those who coded
  /// something in it or read it all and found nothing; where none is registered, who coded something.
  ///
  /// Scoring specification, section 1, "Standing": R.
  var handedIn: Set<String> {
    guard !source.coders.isEmpty else { return codedBy }
    return Set(source.coders).intersection(codedBy.union(source.read))
  }

  /// Coders who are registered for the source and have not handed in.
  var notHandedIn: Set<String> { Set(source.coders).subtracting(handedIn) }
}
