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
  /// Lists the units that coders do not agree on; see ``StudySnapshot/reviewQueue(_:)``.
  public func reviewQueue(_ request: ReviewRequest) throws -> ReviewQueue {
    try read { try $0.reviewQueue(request) }
  }
}

extension StudySnapshot {
  /// Lists the units that coders do not agree on.
  ///
  /// What comes first is known only when every source of a case has been read, so the codings are gone
  /// through twice; of a list with a limit no more is held than the limit asks for.
  ///
  /// - Throws: `Failure` where the case is not known.
  public func reviewQueue(_ request: ReviewRequest) throws -> ReviewQueue {
    var tally = DecisionTally(framework: framework, rule: .majority)
    let evidence = try evidence(rule: .majority, changes: false, of: request.caseID) {
      tally.add($0)
    }
    var effects = DecisionEffects(
      framework: framework, interviews: evidence.interviews,
      scores: evidence.scores(drawsHealth: false), tally: tally)
    var queue = OrderedItems(limit: request.limit)
    var (open, decided) = (0, 0)
    try forEachSource(ofCase: request.caseID) { consensus in
      // What is left on an older version is evidence too, but nothing can be decided on it.
      guard consensus.isNewest else { return }
      Disagreement.forEach(
        in: consensus, leastOverlap: framework.scoring.unitOverlap
      ) { unit, disagreement in
        guard request.kind.map({ disagreement.kinds.contains($0) }) ?? true else { return }
        if unit.decision == nil { open += 1 } else { decided += 1 }
        guard unit.decision == nil || request.includesDecided else { return }
        queue.add(
          ReviewItem(
            source: consensus.source, unit: unit, disagreement: disagreement,
            effect: effects.effect(of: unit, in: consensus.source)))
      }
    }
    return ReviewQueue(items: try withWords(queue.items), open: open, decided: decided)
  }

  /// Adds words, memos and constructs, reading each transcript once.
  private func withWords(_ items: [ReviewItem]) throws -> [ReviewItem] {
    var items = items
    for (source, places) in Dictionary(grouping: items.indices, by: { items[$0].source.id }) {
      let text = try reader.transcript(ofSource: source).map { Array($0.unicodeScalars) }
      for place in places { try addWords(to: &items[place], from: text) }
    }
    return items
  }

  private func addWords(to item: inout ReviewItem, from transcript: [Unicode.Scalar]?) throws {
    item.definition = framework.definition(ofCode: item.unit.codedAs)
    item.codings = try reader.tracedCodings(
      alike: item.unit.codings + item.disagreement.accounts.flatMap(\.instead),
      ofSource: item.source.id, by: Codebook(framework))
    item.passage = transcript.flatMap { ReviewItem.Passage(of: item.unit.codedSpan, in: $0) }
    if item.passage == nil {
      let longest = item.codings.filter { $0.code == item.unit.codedAs }.compactMap(\.text)
        .max { $0.count < $1.count }
      item.passage = longest.map { .init(before: "", text: $0, after: "") }
    }
  }
}

/// The items that come first, of those that were added.
private struct OrderedItems {
  private let limit: Int?
  private var found: [ReviewItem] = []

  init(limit: Int?) { self.limit = limit.map { max(0, $0) } }

  /// The items in order.
  var items: [ReviewItem] {
    let ordered = found.sorted(by: Self.comesFirst)
    return limit.map { Array(ordered.prefix($0)) } ?? ordered
  }

  mutating func add(_ item: ReviewItem) {
    found.append(item)
    guard let limit, found.count > 2 * limit + 100 else { return }
    found.sort(by: Self.comesFirst)
    found.removeLast(found.count - limit)
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
}
