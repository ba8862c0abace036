/// The codings of one source brought together: its units, and what decisions make of them.
///
/// Everything in it is read by its meaning, see ``Codebook``. Scoring specification, section 1. Units are
/// formed once; each rule of consensus is then asked of them, so that a report can say where another rule
/// would tell another story.
public struct Consensus: Sendable, Hashable {
  /// What it was formed from, as coders wrote it.
  public let coded: CodedSource
  /// The coders whose votes count: those who have handed in.
  public let coders: Set<String>
  /// Coders who are registered for the source and have not handed in: nothing is known of what they read.
  public let notHandedIn: Set<String>
  /// Decisions to change or reject that met no unit, in the order they arrived.
  public let decisionsWithoutEffect: [Adjudication]
  private let groups: [Group]

  /// A decision that settles a unit, and the codes under which that counts by it: several where a change
  /// names a code that stands for several constructs.
  private struct Settled: Sendable, Hashable {
    var decision: Adjudication
    var codes: [String]
  }

  private let settled: [Settled]

  /// Codings of one meaning that are one unit, and the place of the decision on it in ``settled``; no
  /// codings for a span only decided on.
  ///
  /// Of a large source there are very many.
  private struct Group: Sendable, Hashable {
    var code: String
    var span: Span
    var codings: [Coding]
    var decision: Int?
  }

  /// What a decision names.
  private struct Place: Hashable {
    var code: String
    var span: Span
  }

  /// Forms the units of a source.
  ///
  /// - Parameters:
  ///   - coded: The source with its codings and decisions, in any order, as coders wrote them.
  ///   - codebook: What the names of codes mean, and which codings are one unit.
  public init(of coded: CodedSource, by codebook: Codebook = Codebook()) {
    self.coded = coded
    coders = coded.handedIn
    notHandedIn = coded.notHandedIn
    var open = Self.lastDecisions(codebook.read(coded.adjudications))
    var taken: [Settled] = []
    func settle(_ decision: Adjudication) {
      let newCode = decision.decision == .change ? decision.newCode : nil
      taken.append(
        Settled(
          decision: decision, codes: newCode.map(codebook.meanings) ?? [decision.code]))
    }
    var groups: [Group] = []
    var decided: [Place: Int] = [:]
    for (code, codings) in Dictionary(grouping: codebook.read(coded.codings), by: \.code) {
      for members in CodingGroups.form(codings, leastOverlap: codebook.leastOverlap) {
        let span = Span(
          start: members.map(\.span.start).min() ?? 0, end: members.map(\.span.end).max() ?? 0)
        let place = Place(code: code, span: span)
        if let decision = open.removeValue(forKey: place) {
          decided[place] = taken.count
          settle(decision)
        }
        groups.append(Group(code: code, span: span, codings: members, decision: decided[place]))
      }
    }
    for (place, decision) in open where decision.decision == .accept {
      groups.append(
        Group(code: place.code, span: place.span, codings: [], decision: taken.count))
      settle(decision)
    }
    settled = taken
    self.groups = groups.sorted(by: Self.comesBefore)
    decisionsWithoutEffect = open.values.filter { $0.decision != .accept }
      .sorted { ($0.row, $0.code, $0.span) < ($1.row, $1.code, $1.span) }
  }

  /// The source.
  public var source: Source { coded.source }

  /// Whether it is of the newest version of the source; see ``CodedSource/isNewest``.
  public var isNewest: Bool { coded.isNewest }

  /// The units under a rule of consensus, by span, then code.
  ///
  /// - Returns: Every unit, also those that do not stand: see ``ConsensusUnit/state``.
  public func units(under rule: ConsensusRule) -> [ConsensusUnit] {
    groups.flatMap { units($0, under: rule) }
  }

  /// The same, each formed as it is asked for: a large source has more than should be held at once.
  public func eachUnit(under rule: ConsensusRule) -> some Sequence<ConsensusUnit> {
    groups.lazy.flatMap { units($0, under: rule) }
  }

  /// The units as coders marked them: once also where a decision makes several of one.
  public func eachMarkedUnit(under rule: ConsensusRule) -> some Sequence<ConsensusUnit> {
    groups.lazy.compactMap { units($0, under: rule).first }
  }

  /// All codings by their meanings; what a coder marked twice under one meaning once.
  public var codings: some Sequence<Coding> { groups.lazy.flatMap(\.codings) }

  /// How many units coders marked or decisions made.
  var unitCount: Int { groups.count }

  /// The codings of a unit, by its place among those marked; empty for one only decided on.
  func codings(ofUnit place: Int) -> [Coding] { groups[place].codings }

  /// The decision on each place: the last by the clock and, of equal moments, the later row.
  private static func lastDecisions(_ all: [Adjudication]) -> [Place: Adjudication] {
    var last: [Place: Adjudication] = [:]
    for decision in all {
      let place = Place(code: decision.code, span: decision.span)
      if let other = last[place], decision.isSuperseded(by: other) { continue }
      last[place] = decision
    }
    return last
  }

  /// By span, code and, of units alike in both, their codings.
  private static func comesBefore(_ left: Group, _ right: Group) -> Bool {
    guard left.span == right.span, left.code == right.code else {
      return (left.span, left.code) < (right.span, right.code)
    }
    return left.codings.lexicographicallyPrecedes(right.codings) {
      ($0.span, $0.coder) < ($1.span, $1.coder)
    }
  }

  private func units(_ group: Group, under rule: ConsensusRule) -> [ConsensusUnit] {
    let settled = group.decision.map { self.settled[$0] }
    let decision = settled?.decision
    var span = group.span
    if let decision, decision.decision == .change {
      span = Span(
        start: decision.newStart ?? span.start, end: decision.newEnd ?? span.end)
    }
    let codes = settled?.codes ?? [group.code]
    return codes.map { code in
      ConsensusUnit(
        code: code, codes: codes, span: span, codedAs: group.code, codedSpan: group.span,
        weight: decision?.weight ?? Self.medianWeight(group.codings),
        valence: decision?.valence ?? Self.prevailingValence(group.codings),
        state: state(decision: decision, votes: group.codings.count, under: rule),
        codings: group.codings, handedIn: coders.count, decision: decision)
    }
  }

  private func state(
    decision: Adjudication?, votes: Int, under rule: ConsensusRule
  ) -> ConsensusUnit.State {
    switch decision?.decision {
    case .accept: return .accepted
    case .change: return .changed
    case .reject: return .rejected
    case nil: break
    }
    switch rule {
    case .any: return votes > 0 ? .agreed : .notAgreed
    case .unanimous: return votes > 0 && votes >= coders.count ? .agreed : .notAgreed
    case .majority:
      if 2 * votes > coders.count { return .agreed }
      return 2 * votes == coders.count ? .unresolved : .notAgreed
    }
  }

  /// The median of the weights given, the middle two averaged; nil where nobody gave one.
  private static func medianWeight(_ codings: [Coding]) -> Double? {
    let weights = codings.compactMap(\.weight).sorted()
    guard !weights.isEmpty else { return nil }
    return (weights[(weights.count - 1) / 2] + weights[weights.count / 2]) / 2
  }

  /// The valence more coders gave than any other; mixed on a tie, supporting where nobody coded.
  private static func prevailingValence(_ codings: [Coding]) -> Valence {
    guard !codings.isEmpty else { return .supporting }
    let given = codings.map { $0.valence ?? .supporting }
    let counts = Valence.allCases.map { valence in given.count { $0 == valence } }
    let most = counts.max() ?? 0
    let leading = zip(Valence.allCases, counts).filter { $0.1 == most }
    return leading.count == 1 ? leading[0].0 : .mixed
  }
}
