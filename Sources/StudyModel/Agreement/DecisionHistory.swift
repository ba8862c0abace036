/// A decision with what it found and what it made of it.
public struct DecisionRecord: Sendable, Hashable {
  /// Whether a decision counts today.
  public enum Standing: Sendable, Hashable {
    /// It is the one that counts.
    case stands
    /// A later one on the same unit took its place; by the number of that one.
    case superseded(by: Int)
    /// It changes or rejects a unit that is not there.
    case withoutEffect

    /// The standing in a word or two.
    public var word: String {
      switch self {
      case .stands: "stands"
      case .superseded: "superseded"
      case .withoutEffect: "without effect"
      }
    }
  }

  /// The decision.
  public var decision: Adjudication
  /// The unit as it stood before, by the codings and decisions that had come in; nil where there
  /// was none.
  public var before: ConsensusUnit?
  /// The unit as it stood afterwards.
  public var after: ConsensusUnit?
  /// Whether it counts today.
  public var standing: Standing

  /// Creates a record.
  public init(
    decision: Adjudication, before: ConsensusUnit?, after: ConsensusUnit?, standing: Standing
  ) {
    self.decision = decision
    self.before = before
    self.after = after
    self.standing = standing
  }
}

/// What became of one source's decisions, one after the other.
///
/// Nothing of this is stored: codings and decisions carry the number of the import that brought
/// them, so any moment's state can be formed again.
public struct DecisionHistory: Sendable {
  /// Something that came in, and when.
  public struct Arrival<Value: Sendable>: Sendable {
    /// What.
    public var value: Value
    /// The number of the import.
    public var importID: Int64

    /// Creates an arrival.
    public init(_ value: Value, importID: Int64) {
      self.value = value
      self.importID = importID
    }
  }

  private let source: Source
  private let codebook: Codebook
  private let codings: [Arrival<Coding>]
  /// Those with a coding in another version of the transcript.
  private let elsewhere: [Arrival<String>]

  /// Prepares a version of a source; `elsewhere` are coders with a coding in another.
  public init(
    source: Source, codings: [Arrival<Coding>], elsewhere: [Arrival<String>] = [],
    codebook: Codebook = Codebook()
  ) {
    self.source = source
    self.codings = codings
    self.elsewhere = elsewhere
    self.codebook = codebook
  }

  /// A record a decision and meaning, in the order in which decisions came in; what its decision names is
  /// read by its meaning.
  public func records(of decisions: [Arrival<Adjudication>]) -> [DecisionRecord] {
    let ordered = decisions.sorted { $0.value.row < $1.value.row }.flatMap { arrival in
      codebook.read([arrival.value]).map { Arrival($0, importID: arrival.importID) }
    }
    let byPlace = Dictionary(grouping: ordered) { Place($0.value) }
    return ordered.map { arrival in
      let decision = arrival.value
      let same = byPlace[Place(decision)] ?? []
      let earlier = same.map(\.value).filter { $0.row < decision.row }
      return DecisionRecord(
        decision: decision,
        before: unit(at: decision, before: arrival.importID, decisions: earlier),
        after: unit(at: decision, before: arrival.importID, decisions: earlier + [decision]),
        standing: standing(of: decision, among: same.map(\.value)))
    }
  }

  /// What a decision names.
  private struct Place: Hashable {
    var code: String
    var span: Span

    init(_ decision: Adjudication) {
      code = decision.code
      span = decision.span
    }
  }

  private func standing(
    of decision: Adjudication, among same: [Adjudication]
  ) -> DecisionRecord.Standing {
    let inTime = same.sorted { $0.isSuperseded(by: $1) }
    let place = inTime.firstIndex { $0.row == decision.row }
    if let place, inTime.indices.contains(place + 1) {
      return .superseded(by: inTime[place + 1].row)
    }
    if decision.decision == .accept { return .stands }
    return unit(at: decision, before: nil, decisions: []) == nil ? .withoutEffect : .stands
  }

  /// The unit that a decision names, from the codings of earlier imports and some decisions.
  private func unit(
    at decision: Adjudication, before importID: Int64?, decisions: [Adjudication]
  ) -> ConsensusUnit? {
    func isKnown(_ arrival: Arrival<some Sendable>) -> Bool {
      importID.map { arrival.importID < $0 } ?? true
    }
    let known = codings.filter(isKnown)
    // Who votes is a matter of the whole source, what is voted on of the one meaning.
    let voters = known.map(\.value.coder) + elsewhere.filter(isKnown).map(\.value)
    let consensus = Consensus(
      of: CodedSource(
        source: source,
        codings: known.map(\.value).filter { coding in
          codebook.meanings(of: coding.code).contains(decision.code)
        }, adjudications: decisions, codedElsewhereBy: Set(voters)),
      by: codebook)
    return consensus.units(under: .majority).first {
      $0.codedAs == decision.code && $0.codedSpan == decision.span
    }
  }
}

extension ConsensusUnit {
  /// What its coders did, in one text: two units with the same text were coded alike.
  ///
  /// Decisions do not enter it.
  public var codingsText: String {
    let lines = codings.map { coding in
      let weight = coding.weight.map { "\($0)" } ?? "-"
      let valence = (coding.valence ?? .supporting).rawValue
      return "\(coding.span.start) \(coding.span.end) \(coding.coder) \(weight) \(valence)"
    }
    return ([codedAs] + lines).joined(separator: "\n")
  }
}
