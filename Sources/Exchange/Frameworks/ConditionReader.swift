import StudyModel

/// Reads the condition of a finding rule from its keys.
struct ConditionReader {
  let context: ReadingContext
  /// The constructs that `this` stands for, one after the other; empty where there is no `this`.
  let each: [String]
  /// Whether the rule has an `each`, also one whose constructs are wrong.
  let hasThis: Bool
  let scope: FindingRule.Scope

  var log: ReadingLog { context.log }

  /// The condition of a node, or nil with a report; `inCases` says whether the node stands inside
  /// `cases`, as everything about single cases does in a rule about the set.
  func read(_ node: YAMLNode, inCases: Bool = false) -> FindingCondition? {
    if case .sequence(let nodes) = node.content {
      return several(nodes, at: node.place, inCases).map { .all($0) }
    }
    guard let entries = node.entries else {
      log.error(
        .frameworkCondition, at: node.place, found: node.text,
        "a condition is written with keys, and here is \(node.description)",
        "Write one such as {score: ID, below: 50}.")
      return nil
    }
    let heads = entries.filter { ConditionVocabulary.heads.contains($0.key) }
    guard let head = heads.first, heads.count == 1 else {
      reportHeads(heads, of: entries, at: node.place)
      return nil
    }
    switch head.key {
    case "all", "any", "not", "cases":
      return combination(head, entries, at: node.place, inCases)
    default:
      guard scope == .case || inCases else {
        log.error(
          .frameworkCondition, at: head.place,
          "a rule about the set asks for \"\(head.key)\" of a case",
          "Put it inside \"cases\", which counts the cases in which it holds.")
        return nil
      }
      return simple(head, entries, at: node.place)
    }
  }

  private func reportHeads(
    _ heads: [YAMLEntry], of entries: [YAMLEntry], at place: Diagnostic.Place
  ) {
    if heads.count > 1 {
      log.error(
        .frameworkCondition, at: heads[1].place,
        "a condition asks for \"\(heads[0].key)\" and \"\(heads[1].key)\" at once",
        "Write them as two conditions under \"all\" or \"any\".")
      return
    }
    guard let first = entries.first else {
      log.error(.frameworkCondition, at: place, "the condition is empty", "Say what must hold.")
      return
    }
    let nearest = entries.lazy.compactMap { entry in
      NearestName.of(entry.key, among: ConditionVocabulary.heads).map { (entry, $0) }
    }.first
    let found = nearest?.0 ?? first
    log.error(
      .frameworkCondition, at: found.place, "no condition is called \"\(found.key)\"",
      nearest.map { "Write \"\($0.1)\"." }
        ?? "Ask for one of \(ConditionVocabulary.heads.joined(separator: ", ")).")
  }

  private func combination(
    _ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place, _ inCases: Bool
  ) -> FindingCondition? {
    guard head.key == "cases" else {
      _ = reader(head, entries, at: place, [])
      switch head.key {
      case "all":
        return several(head.value.elements, at: head.value.place, inCases).map { .all($0) }
      case "any":
        return several(head.value.elements, at: head.value.place, inCases).map { .any($0) }
      default: return read(head.value, inCases: inCases).map { .not($0) }
      }
    }
    guard scope == .set, !inCases else {
      log.error(
        .frameworkCondition, at: head.place,
        inCases ? "\"cases\" stands inside \"cases\"" : "a rule about one case asks for \"cases\"",
        inCases
          ? "Count the cases once." : "Either write \"scope: set\", or ask about the case itself.")
      return nil
    }
    let map = reader(
      head, entries, at: place, BoundsReader.keys("count-") + BoundsReader.keys("share-"))
    let condition = read(head.value, inCases: true)
    let count = BoundsReader(log: log).read(map, prefix: "count-", range: .any)
    let share = BoundsReader(log: log).read(map, prefix: "share-", range: .share)
    guard count != nil || share != nil else {
      log.error(
        .frameworkCondition, at: head.place, "\"cases\" does not say in how many it must hold",
        "Add \"count-at-least\", \"share-at-least\" or another bound.")
      return nil
    }
    return condition.map { .cases($0, count: count, share: share) }
  }

  private func several(_ nodes: [YAMLNode], at place: Diagnostic.Place, _ inCases: Bool)
    -> [FindingCondition]?
  {
    if nodes.isEmpty {
      log.error(
        .frameworkCondition, at: place, "the list of conditions is empty", "Say what must hold.")
    }
    let conditions = nodes.map { read($0, inCases: inCases) }
    let sound = conditions.compactMap { $0 }
    return sound.count == conditions.count && !sound.isEmpty ? sound : nil
  }

  /// A reader of what stands beside a condition's first key.
  func reader(
    _ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place, _ beside: [String]
  ) -> MapReader {
    MapReader(
      entries, at: place, what: "condition \"\(head.key)\"", keys: [head.key] + beside,
      required: [], log: log)
  }
}
