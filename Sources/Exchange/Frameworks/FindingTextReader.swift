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
    FindingText.Slot.allCases.map { ($0 == .caseName ? "case-name" : $0.rawValue, $0) }
  private static let ofNothing: Set<FindingText.Slot> = [
    .caseName, .health, .breadth, .cases, .count, .of,
  ]
  private static let ofSets: Set<FindingText.Slot> = [.cases, .count, .of]
  private static let ofForms: Set<FindingText.Slot> = [.wanted, .received, .gap]
  /// What a parent does not have whose children are kinds.
  private static let ofLevels: Set<FindingText.Slot> = [
    .score, .interval, .survey, .interviews, .answers, .band, .convergence, .change,
  ]

  /// The text of a node, or nil with a report.
  func read(_ node: YAMLNode?) -> FindingText? {
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
        slot(rest[..<end], node).map { pieces.append($0) }
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
  private func slot(_ content: Substring, _ node: YAMLNode) -> FindingText.Piece? {
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
    if scope == .set, !Self.ofSets.contains(slot), slot != .name, slot != .term {
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
        slot == .attribute ? "Add an attribute's id." : "Add a construct's id, or \"this\".", node)
      return false
    }
    return slot == .attribute ? isAttribute(of, node) : isConstruct(of, slot, name, node)
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
    if Self.ofLevels.contains(slot) {
      context.requireLevels(named, for: "{\(name)}", at: node.place)
    }
    return true
  }
}
