import Exchange
import StudyModel
import StudyStore

/// Holds each decision of a meeting's sheet against the others and against the units as they are.
///
/// In the plain layout only what is stale is told, where the file has the marks.
struct DecisionChecks {
  private let context: MergeContext
  private let codebook: Codebook
  private var seen: [Place: [Earlier]] = [:]
  private var units: [String: [ConsensusUnit]] = [:]
  private var standing: [Place: Adjudication]?

  /// What a decision is about, and when it was taken.
  private struct Place: Hashable {
    var source: String
    var meaning: String
    var span: Span
    var at: ClockTime?
  }

  /// What a decision in a source is about, a place a meaning.
  private func places(
    of decision: Adjudication, in source: String, at: ClockTime? = nil
  ) -> [Place] {
    codebook.meanings(of: decision.code).map {
      Place(source: source, meaning: $0, span: decision.span, at: at)
    }
  }

  /// A decision of an earlier row.
  private struct Earlier {
    var decision: Adjudication
    var row: Int
  }

  init(_ context: MergeContext) {
    self.context = context
    codebook = Codebook(context.framework)
  }

  /// Adds what stands against a decision, as errors or warnings.
  ///
  /// - Parameters:
  ///   - decision: The decision.
  ///   - source: The source of its unit.
  ///   - state: The mark of the unit's codings, as the sheet has it.
  ///   - row: The row, to which problems are added.
  /// - Throws: What reading the study throws.
  mutating func check(
    _ decision: Adjudication, source: ImportSession.StoredSource, state: String?,
    _ row: inout RowProblems
  ) throws {
    let isSheet = context.options.meeting != nil
    if isSheet {
      checkConflict(decision, source: source.code, &row)
      try checkEarlier(decision, source: source.code, &row)
    }
    guard isSheet || state != nil else { return }
    let unit = try unit(of: decision, in: source)
    if let state, try !isCurrent(state, unit, decision, source) {
      tellStale(decision, unit, &row)
    } else if isSheet, unit == nil, decision.decision != .accept {
      row.add(
        .meetsNoUnit, severity: .warning, column: "code", found: decision.code,
        "no unit of \"\(source.code)\" has the code \"\(decision.code)\" on \(decision.span.start) to \(decision.span.end), so there is nothing to \(decision.decision.rawValue)",
        "Take source, start, end and code from the sheet; it is kept without effect."
      )
    }
  }

  /// Whether a mark is that of the unit as it is now.
  ///
  /// Who splits or merges copies a row, mark included, and gives it another span or code: an accept
  /// on no unit may have the mark of any unit of the source.
  private mutating func isCurrent(
    _ state: String, _ unit: ConsensusUnit?, _ decision: Adjudication,
    _ source: ImportSession.StoredSource
  ) throws -> Bool {
    if let unit { return ReviewItem.state(of: unit) == state }
    guard decision.decision == .accept else { return false }
    return try units(of: source).contains { ReviewItem.state(of: $0) == state }
  }

  private mutating func checkConflict(
    _ decision: Adjudication, source: String, _ row: inout RowProblems
  ) {
    var earlier: [Earlier] = []
    for place in places(of: decision, in: source, at: ClockTime(decision.at)) {
      earlier += seen[place, default: []]
      seen[place, default: []].append(Earlier(decision: decision, row: row.row))
    }
    guard let other = earlier.first(where: { !$0.decision.decidesAlike(decision) }) else { return }
    row.add(
      .decidedTwice, column: "decision", found: ReviewWords.decision(decision),
      "rows \(other.row) and \(row.row) decide differently on the same unit at the same time: row \(other.row) says \(ReviewWords.decision(other.decision)) (\(other.decision.by)), row \(row.row) says \(ReviewWords.decision(decision)) (\(decision.by))",
      "Keep one of the two rows, or give the one that stands a later \"at\".")
  }

  /// Tells where an earlier import decided otherwise on the unit.
  private mutating func checkEarlier(
    _ decision: Adjudication, source: String, _ row: inout RowProblems
  ) throws {
    let known = try standing ?? decisionsOfEarlierImports()
    standing = known
    let others = places(of: decision, in: source).compactMap { known[$0] }
    guard let other = others.first(where: { !$0.decidesAlike(decision) }) else { return }
    let counts = !decision.isEarlier(than: other)
    row.add(
      .decidedOtherwise, severity: .warning, column: "decision",
      found: ReviewWords.decision(decision),
      "\(other.by) decided otherwise on \(other.at): \(ReviewWords.decision(other))",
      counts
        ? "This one is later and takes its place; both stay in the log."
        : "That one is later and stands; give this one a later \"at\" if it should.")
  }

  /// The decision that counts on each unit, of those there before this import.
  private func decisionsOfEarlierImports() throws -> [Place: Adjudication] {
    var last: [Place: Adjudication] = [:]
    for stored in try context.session.reader.decisions()
    where stored.importID != context.session.importID {
      let decision = stored.decision
      for place in places(of: decision, in: stored.source) {
        if let other = last[place], decision.isSuperseded(by: other) { continue }
        last[place] = decision
      }
    }
    return last
  }

  private func tellStale(
    _ decision: Adjudication, _ unit: ConsensusUnit?, _ row: inout RowProblems
  ) {
    let isAccepted = context.options.meeting?.acceptsStale ?? true
    let now =
      unit.map { unit in
        "now it is coded by \(unit.coders.joined(separator: " and ")) (\(unit.votes) of \(unit.handedIn))"
      } ?? "now nobody has that code on exactly that span"
    row.add(
      .staleDecision, severity: isAccepted ? .warning : .error, column: "state", found: nil,
      "the codings of this unit changed after the sheet was written: \(now)",
      isAccepted
        ? "Look at it again; the decision is kept."
        : "Make the sheet again and decide on what is there now, or let the decision stand all the same."
    )
  }

  /// The unit that a decision names, as the codings are now.
  private mutating func unit(
    of decision: Adjudication, in source: ImportSession.StoredSource
  ) throws -> ConsensusUnit? {
    let meanings = codebook.meanings(of: decision.code)
    return try units(of: source).first {
      meanings.contains($0.codedAs) && $0.codedSpan == decision.span
    }
  }

  /// The units of a source as the codings are now, whatever was decided.
  private mutating func units(of source: ImportSession.StoredSource) throws -> [ConsensusUnit] {
    if let known = units[source.code] { return known }
    let codings = try context.session.reader.codingsWithImports(ofSource: source.code)
    let coded = CodedSource(
      source: Source(
        id: source.code, caseID: nil, coders: source.coders, read: source.read, kind: .interview),
      codings: codings.map(\.coding), adjudications: [],
      codedElsewhereBy: try context.session.codersElsewhere(source))
    let found = Consensus(of: coded, by: codebook).units(under: .majority)
    units[source.code] = found
    return found
  }
}

extension Adjudication {
  /// Whether two decisions make the same of a unit, whoever took them and why.
  fileprivate func decidesAlike(_ other: Adjudication) -> Bool {
    decision == other.decision && newCode == other.newCode && newStart == other.newStart
      && newEnd == other.newEnd && weight == other.weight && valence == other.valence
  }
}
