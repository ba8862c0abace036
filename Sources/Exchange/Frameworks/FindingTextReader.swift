import StudyModel

/// Reads a text with slots in braces, such as `{Name this} is wanted ({wanted this})`.
struct FindingTextReader {
  let context: ReadingContext
  /// The constructs that `this` stands for.
  let each: [String]
  let hasThis: Bool
  let scope: FindingRule.Scope

  private var log: ReadingLog { context.log }

  /// Slots by the names texts use.
  private static let slots: [(name: String, slot: FindingText.Slot)] =
    FindingText.Slot.allCases.map { ($0.rawValue, $0) }
  private static let ofNothing: Set<FindingText.Slot> = [
    .caseName, .health, .breadth, .streams, .cases, .count, .of, .items, .agreeing, .agreeingInPart,
    .contradicting, .compared,
  ]
  private static let ofSets: Set<FindingText.Slot> = [.cases, .count, .of]
  private static let ofForms: Set<FindingText.Slot> = [.wanted, .received, .gap]
  /// What a parent does not have whose children are kinds.
  private static let ofLevels: Set<FindingText.Slot> = [
    .score, .interval, .survey, .interviews, .answers, .band, .convergence, .change,
    .share, .loss, .level,
  ]

  /// What is said of several constructs; nil where the rule says nothing of several, or with a report.
  func readOfSeveral(_ map: MapReader) -> FindingTextOfSeveral? {
    let keys = ["says-of-several", "item"]
    let written = keys.filter { map.node($0) != nil }
    guard let first = written.first else {
      if map.node("heading-of-several") != nil {
        log.error(
          .frameworkText, at: map.place(of: "heading-of-several"),
          "\"heading-of-several\" stands without \"says-of-several\"",
          "Add \"says-of-several\" and \"item\", or take it out.")
      }
      return nil
    }
    guard hasThis, written.count == keys.count else {
      log.error(
        .frameworkText, at: map.place(of: first),
        hasThis
          ? "\"\(first)\" stands alone" : "\"\(first)\" stands in a rule without \"each\"",
        "Write \"says-of-several\" and \"item\" together, in a rule with \"each\".")
      return nil
    }
    guard let says = read(map.node("says-of-several"), hasItems: true),
      let item = read(map.node("item"))
    else { return nil }
    let heading = read(map.node("heading-of-several"), hasItems: true)
    for (key, text) in [("says-of-several", says), ("heading-of-several", heading)] {
      guard let text else { continue }
      let lists = text.pieces.count(where: \.isItems)
      let single = text.pieces.contains(where: isOfOne)
      guard lists != 1 || single else { continue }
      log.error(
        .frameworkText, at: map.place(of: key),
        single
          ? "\"\(key)\" has a slot of one construct"
          : "\"\(key)\" has \(lists == 0 ? "no slot {items}" : "the slot {items} more than once")",
        single
          ? "Say it in \"item\": what stands here is said of all."
          : "Write {items} once, where the list stands.")
      return nil
    }
    return FindingTextOfSeveral(heading: heading, says: says, item: item)
  }

  /// Whether a slot is filled by one of several: by its construct, or the cases in which it holds.
  private func isOfOne(_ piece: FindingText.Piece) -> Bool {
    guard case .slot(let slot, let of, _) = piece else { return false }
    return of == FindingCondition.this || slot == .count || slot == .cases
  }

  /// The text of a node, or nil with a report; `hasItems` where it may list several constructs.
  func read(_ node: YAMLNode?, hasItems: Bool = false) -> FindingText? {
    guard let node, let text = MapReader.text(node, log: log) else { return nil }
    var pieces: [FindingText.Piece] = []
    var words = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == "{" || character == "}", rest.first == character {
        words.append(character)
        rest.removeFirst()
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          report("a brace is opened and not closed", "Close the slot with }.", node)
          return nil
        }
        if !words.isEmpty { pieces.append(.words(words)) }
        words = ""
        slot(rest[..<end], node, hasItems).map { pieces.append($0) }
        rest = rest[rest.index(after: end)...]
      } else if character == "}" {
        report("a brace is closed that was not opened", "Write }} for a brace itself.", node)
        return nil
      } else {
        words.append(character)
      }
    }
    if !words.isEmpty { pieces.append(.words(words)) }
    return FindingText(pieces)
  }

  private func report(_ message: String, _ remedy: String, _ node: YAMLNode) {
    log.error(.frameworkText, at: node.place, found: node.text, message, remedy)
  }

  /// What stands in a pair of braces.
  private func slot(_ content: Substring, _ node: YAMLNode, _ hasItems: Bool)
    -> FindingText.Piece?
  {
    let parts = content.split(separator: " ").map(String.init)
    guard let written = parts.first, parts.count <= 2 else {
      report(
        "{\(content)} is no slot", "Write a slot such as {score ID}, or {{ for a brace itself.",
        node)
      return nil
    }
    let capital = written.first?.isUppercase == true
    let name = capital ? written.prefix(1).lowercased() + written.dropFirst() : written
    guard let slot = Self.slots.first(where: { $0.name == name })?.slot else {
      log.unknown(
        "slot", name, among: Self.slots.map(\.name), at: node.place,
        "use one of \(Self.slots.map(\.name).joined(separator: ", "))")
      return nil
    }
    let of = parts.count == 2 ? parts[1] : nil
    guard slot != .items || hasItems else {
      report("{items} stands in a text about one", "Write it in \"says-of-several\".", node)
      return nil
    }
    guard fits(slot, name: name, of: of, node) else { return nil }
    return .slot(slot, of: of, capital: capital)
  }

  private func fits(
    _ slot: FindingText.Slot, name: String, of: String?, _ node: YAMLNode
  ) -> Bool {
    if scope == .case, Self.ofSets.contains(slot) {
      report("{\(name)} is of rules about the set", "Add \"scope: set\", or take it out.", node)
      return false
    }
    if scope == .set, !Self.ofSets.contains(slot), ![.name, .term, .items].contains(slot) {
      report(
        "{\(name)} is of one case, and the rule is about the set",
        "Use name, term, cases, count or of.", node)
      return false
    }
    if Self.ofNothing.contains(slot) {
      if let of { report("{\(name) \(of)} names a construct", "Write {\(name)}.", node) }
      return of == nil
    }
    guard let of else {
      report(
        "{\(name)} does not say of what",
        slot == .attribute
          ? "Add an attribute's id."
          : slot == .pillar ? "Add a pillar's id." : "Add a construct's id, or \"this\".", node)
      return false
    }
    switch slot {
    case .attribute: return isAttribute(of, node)
    case .pillar: return isPillar(of, node)
    default: return isConstruct(of, slot, name, node)
    }
  }

  private func isPillar(_ id: String, _ node: YAMLNode) -> Bool {
    let known = context.framework.pillars.map(\.id)
    guard context.knows("scoring.yaml"), !known.contains(id) else { return true }
    log.unknown(
      "pillar", id, among: known, at: node.place, "add it to \"pillars\" in scoring.yaml")
    return false
  }

  private func isAttribute(_ id: String, _ node: YAMLNode) -> Bool {
    let known = context.framework.attributes.map(\.id)
    guard context.knows("framework.yaml"), !known.contains(id) else { return true }
    log.unknown(
      "attribute", id, among: known, at: node.place,
      "add it to \"attributes\" in framework.yaml")
    return false
  }

  private func isConstruct(
    _ id: String, _ slot: FindingText.Slot, _ name: String, _ node: YAMLNode
  ) -> Bool {
    var named = each
    if id == "this" {
      guard hasThis else {
        report(
          "{\(name) this} stands in a rule without \"each\"",
          "Either add \"each\" with a list of constructs, or name the construct.", node)
        return false
      }
    } else {
      context.check(construct: id, at: node.place)
      named = [id]
    }
    if Self.ofForms.contains(slot) {
      context.requireForms(named, for: "{\(name)}", at: node.place)
    }
    if slot == .loss { context.requireSteps(named, for: "{\(name)}", at: node.place) }
    if Self.ofLevels.contains(slot) {
      context.requireLevels(named, for: "{\(name)}", at: node.place)
    }
    return true
  }
}
