import StudyModel

extension ConditionReader {
  /// A condition that asks for one number or word of the case.
  func simple(_ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place)
    -> FindingCondition?
  {
    let isWord = entries.contains { $0.key == "is" || $0.key == "in" }
    switch head.key {
    case "lowest", "highest": return extreme(head, entries, at: place)
    case "number": return caseNumber(head, entries, at: place)
    case "pillar": return pillar(head, entries, at: place)
    case "attribute": return attribute(head, entries, at: place, isWord: isWord)
    case "gap" where isWord: return gap(head, entries, at: place)
    default:
      guard let construct = construct(head) else { return nil }
      if let word = ConditionVocabulary.words.first(where: { $0.key == head.key }) {
        return words(head, entries, at: place, among: word.values).map {
          .word(word.make(construct), oneOf: $0)
        }
      }
      guard let number = ConditionVocabulary.numbers.first(where: { $0.key == head.key }) else {
        return nil
      }
      return bounds(head, entries, at: place).map { .number(number.make(construct), $0) }
    }
  }

  /// The construct a condition names: an id, or `this`.
  private func construct(_ head: YAMLEntry) -> String? {
    guard let id = MapReader.text(head.value, log: log) else { return nil }
    guard let named = constructs(named: id, at: head.value.place) else { return nil }
    if ConditionVocabulary.ofForms.contains(head.key) {
      context.requireForms(named, for: "\"\(head.key)\"", at: head.value.place)
    }
    if ConditionVocabulary.ofLevels.contains(head.key) {
      context.requireLevels(named, for: "\"\(head.key)\"", at: head.value.place)
    }
    if head.key == "loss-before" {
      context.requireSteps(named, for: "\"\(head.key)\"", at: head.value.place)
    }
    if head.key == "spoken" {
      for id in named where context.isConstruct(id) && context.children(of: id).isEmpty {
        log.error(
          .frameworkUnfit, at: head.value.place, found: id,
          "\"spoken\" counts children, and \"\(id)\" has none", "Name a construct with children.")
      }
    }
    return id
  }

  /// The constructs that an id or `this` stands for, or nil with a report.
  private func constructs(named id: String, at place: Diagnostic.Place) -> [String]? {
    guard id == "this" else {
      context.check(construct: id, at: place)
      return context.isConstruct(id) || !context.knows("framework.yaml") ? [id] : nil
    }
    guard hasThis else {
      log.error(
        .frameworkCondition, at: place, found: id, "\"this\" stands in a rule without \"each\"",
        "Either add \"each\" with a list of constructs, or name the construct.")
      return nil
    }
    return each
  }

  private func bounds(_ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place)
    -> FindingCondition.Bounds?
  {
    let map = reader(head, entries, at: place, BoundsReader.keys(""))
    if let bounds = BoundsReader(log: log).read(map, prefix: "", range: .any) { return bounds }
    log.error(
      .frameworkCondition, at: head.place, "the condition \"\(head.key)\" has no bound",
      "Add \"at-least\", \"above\", \"at-most\" or \"below\".")
    return nil
  }

  /// The words after `is` or `in`; `known` is empty where any may stand.
  private func words(
    _ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place, among known: [String],
    what: String? = nil
  ) -> [String]? {
    let map = reader(head, entries, at: place, ["is", "in"])
    let keys = ["is", "in"].filter { map.node($0) != nil }
    guard let key = keys.first, keys.count == 1 else {
      log.error(
        .frameworkCondition, at: head.place,
        "the condition \"\(head.key)\" names no word to compare with",
        "Add \"is\" with one word, or \"in\" with several.")
      return nil
    }
    let words = map.list(key, mayBeEmpty: false).compactMap { node -> String? in
      guard let word = MapReader.text(node, log: log) else { return nil }
      guard known.isEmpty || known.contains(word) else {
        log.unknown(
          what ?? head.key, word, among: known, at: node.place,
          "use one of \(known.joined(separator: ", "))")
        return nil
      }
      return word
    }
    return words.isEmpty ? nil : words
  }

  private func gap(_ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place)
    -> FindingCondition?
  {
    guard let construct = construct(head) else { return nil }
    let readings = GapReading.allCases.map(\.rawValue)
    guard let words = words(head, entries, at: place, among: readings, what: "state of a gap")
    else { return nil }
    let conditions = words.compactMap(GapReading.init).map {
      FindingCondition.gap(construct: construct, $0)
    }
    return conditions.count == 1 ? conditions.first : .any(conditions)
  }

  private func extreme(_ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place)
    -> FindingCondition?
  {
    let map = reader(head, entries, at: place, ["of"])
    guard let construct = construct(head) else { return nil }
    let of = context.constructs(map.node("of"))
    guard of.count > 1 else {
      // Without the tree `children of` stands for nothing, which is not this rule's fault.
      if map.node("of") == nil || context.knows("framework.yaml") {
        log.error(
          .frameworkCondition, at: head.place,
          "\"\(head.key)\" does not say among which constructs",
          "Add \"of\" with two constructs or more.")
      }
      return nil
    }
    context.requireLevels(of, for: "\"\(head.key)\"", at: map.place(of: "of"))
    let outside = construct == "this" ? each.first { !of.contains($0) } : construct
    if let outside, !of.contains(outside) {
      log.error(
        .frameworkCondition, at: map.place(of: "of"), found: outside,
        "\"\(outside)\" is not among the constructs under \"of\"", "Add it to the list.")
    }
    return .extreme(construct: construct, highest: head.key == "highest", of: of)
  }

  private func caseNumber(_ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place)
    -> FindingCondition?
  {
    guard let name = MapReader.text(head.value, log: log) else { return nil }
    let known = ConditionVocabulary.caseNumbers
    guard let found = known.first(where: { $0.key == name }) else {
      let names = known.map(\.key)
      log.unknown(
        "number of a case", name, among: names, at: head.value.place,
        "use one of \(names.joined(separator: ", "))")
      return nil
    }
    return bounds(head, entries, at: place).map { .number(found.quantity, $0) }
  }

  private func pillar(_ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place)
    -> FindingCondition?
  {
    guard let id = MapReader.text(head.value, log: log) else { return nil }
    let known = context.framework.pillars.map(\.id)
    if context.knows("scoring.yaml"), !known.contains(id) {
      log.unknown(
        "pillar", id, among: known, at: head.value.place, "add it to \"pillars\" in scoring.yaml")
    }
    return bounds(head, entries, at: place).map { .number(.pillar(id), $0) }
  }

  private func attribute(
    _ head: YAMLEntry, _ entries: [YAMLEntry], at place: Diagnostic.Place, isWord: Bool
  ) -> FindingCondition? {
    guard let id = MapReader.text(head.value, log: log) else { return nil }
    let attributes = context.framework.attributes
    let attribute = attributes.first { $0.id == id }
    if attribute == nil, context.knows("framework.yaml") {
      log.unknown(
        "attribute", id, among: attributes.map(\.id), at: head.value.place,
        "add it to \"attributes\" in framework.yaml")
    }
    guard isWord else {
      return bounds(head, entries, at: place).map { .number(.attribute(id), $0) }
    }
    return words(
      head, entries, at: place, among: attribute?.values ?? [], what: "value of \"\(id)\":"
    ).map {
      .word(.attribute(id), oneOf: $0)
    }
  }
}
