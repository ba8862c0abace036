public import StudyModel
import StudyStore

/// What is to be listed of the units that coders do not agree on.
public struct ReviewRequest: Sendable, Hashable {
  /// Only this case.
  public var caseID: String?
  /// Only disagreements of this kind.
  public var kind: Disagreement.Kind?
  /// At most so many, the first ones.
  public var limit: Int?
  /// Whether units with a decision are listed too, after those without.
  public var includesDecided = false

  /// Creates a request for all that is open.
  public init() {}
}

/// The units that coders do not agree on, those first that would change a score most.
public struct ReviewQueue: Sendable {
  /// The items listed.
  public var items: [ReviewItem]
  /// How many units are open, of the case and kind asked for.
  public var open: Int
  /// How many have a decision.
  public var decided: Int
}

extension Study {
  /// Lists the units that coders do not agree on.
  ///
  /// - Throws: `Failure` where the case is not known.
  public func reviewQueue(_ request: ReviewRequest) throws -> ReviewQueue {
    // Health's draws have no part in this and take most of the time of a score.
    var framework = framework
    framework.scoring.leastOrganizationsForHealth = .max
    let evidence = try evidence(rules: [.majority])
    if let caseID = request.caseID { try require(case: caseID, in: evidence) }
    guard let interviews = evidence.interviews[.majority] else {
      return ReviewQueue(items: [], open: 0, decided: 0)
    }
    var effects = DecisionEffects(
      framework: framework, interviews: interviews,
      scores: evidence.scores(framework, rule: .majority) ?? [])
    var found: [ReviewItem] = []
    try file.read { reader in
      try reader.forEachCodedSource { coded in
        guard request.caseID == nil || coded.source.caseID == request.caseID else { return }
        let consensus = Consensus(of: coded, leastOverlap: framework.scoring.unitOverlap)
        effects.add(consensus)
        // What is left on an older version is evidence too, but nothing can be decided on it.
        if coded.isNewest { found += items(of: consensus, kind: request.kind) }
      }
    }
    let open = found.count { $0.unit.decision == nil }
    let decided = found.count - open
    if !request.includesDecided { found.removeAll { $0.unit.decision != nil } }
    for index in found.indices {
      found[index].effect = effects.effect(of: found[index].unit, in: found[index].source)
    }
    found.sort(by: Self.comesFirst)
    if let limit = request.limit { found = Array(found.prefix(max(0, limit))) }
    return ReviewQueue(items: try withWords(found), open: open, decided: decided)
  }

  private func items(of consensus: Consensus, kind: Disagreement.Kind?) -> [ReviewItem] {
    let units = Dictionary(
      grouping: consensus.units(under: .majority).filter { !$0.codings.isEmpty },
      by: \.codedAs)
    return Disagreement.all(in: consensus, leastOverlap: framework.scoring.unitOverlap).compactMap {
      disagreement in
      guard kind.map({ disagreement.kinds.contains($0) }) ?? true else { return nil }
      let coders = disagreement.markedBy
      let unit = units[disagreement.code]?.first {
        $0.codedSpan == disagreement.span && $0.coders.sorted() == coders.sorted()
      }
      guard let unit else { return nil }
      let meaning = framework.meaning(ofCode: disagreement.code)
      return ReviewItem(
        source: consensus.source, unit: unit, disagreement: disagreement,
        construct: meaning.flatMap { framework.construct($0.construct) })
    }
  }

  /// Open before decided, then by the change of the score, a change of band first; ties by source,
  /// span and code.
  private static func comesFirst(_ left: ReviewItem, _ right: ReviewItem) -> Bool {
    let isOpen = (left.unit.decision == nil, right.unit.decision == nil)
    if isOpen.0 != isOpen.1 { return isOpen.0 }
    let change = (left.effect?.change ?? -1, right.effect?.change ?? -1)
    if change.0 != change.1 { return change.0 > change.1 }
    let band = (left.effect?.bandWouldChange == true, right.effect?.bandWouldChange == true)
    if band.0 != band.1 { return band.0 }
    return (left.source.id, left.unit.codedSpan, left.unit.codedAs)
      < (right.source.id, right.unit.codedSpan, right.unit.codedAs)
  }

  /// Adds words and memos, reading each transcript once.
  private func withWords(_ items: [ReviewItem]) throws -> [ReviewItem] {
    guard !items.isEmpty else { return items }
    return try file.read { reader in
      let codes = Set(items.flatMap { [$0.unit.codedAs] + $0.disagreement.rivals })
      let traced = Dictionary(
        grouping: try reader.tracedCodings(codes: codes.sorted(), caseID: nil), by: \.source)
      var texts: [String: [Unicode.Scalar]] = [:]
      for source in Set(items.map(\.source.id)) {
        if let text = try reader.transcript(ofSource: source) {
          texts[source] = Array(text.unicodeScalars)
        }
      }
      return items.map { item in
        var item = item
        let parts = item.unit.codings + item.disagreement.accounts.flatMap(\.instead)
        item.codings = (traced[item.source.id] ?? []).filter { coding in
          parts.contains {
            $0.coder == coding.coder && $0.code == coding.code && $0.span == coding.span
          }
        }
        item.passage = texts[item.source.id].flatMap {
          ReviewItem.Passage(of: item.unit.codedSpan, in: $0)
        }
        if item.passage == nil {
          let longest = item.codings.filter { $0.code == item.unit.codedAs }.compactMap(\.text)
            .max { $0.count < $1.count }
          item.passage = longest.map { .init(before: "", text: $0, after: "") }
        }
        return item
      }
    }
  }
}
