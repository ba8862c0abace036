import StudyModel

/// Reads `expectations` of `report.yaml`: what the model expects to go together across cases.
struct ExpectationReader {
  let context: ReadingContext

  func read(_ file: MapReader) {
    for node in file.list("expectations") {
      guard
        let map = MapReader(
          node, what: "expectation", keys: ["outcome", "given", "source"],
          required: ["outcome", "given"], log: context.log)
      else { continue }
      let outcome = context.check(
        construct: map.string("outcome"), at: map.place(of: "outcome"))
      let conditions = map.list("given", mayBeEmpty: false).compactMap(condition)
      context.framework.expectations.append(
        Expectation(
          outcome: outcome, conditions: conditions, source: context.citation(map.node("source"))))
    }
  }

  /// A construct by its id, or an attribute with the values it may have.
  private func condition(_ node: YAMLNode) -> Expectation.Condition? {
    guard node.entries != nil else {
      return context.construct(node).map { .construct($0) }
    }
    guard
      let map = MapReader(
        node, what: "condition", keys: ["attribute", "in"], required: ["attribute", "in"],
        log: context.log)
    else { return nil }
    let id = map.string("attribute")
    let known = context.framework.attributes.map(\.id)
    if context.knows("framework.yaml"), !known.contains(id) {
      context.log.unknown(
        "attribute", id, among: known, at: map.place(of: "attribute"),
        "add it to \"attributes\" in framework.yaml")
    }
    return .attribute(id, oneOf: map.texts("in"))
  }
}
