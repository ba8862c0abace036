import StudyModel

/// Reads the recommendations of `findings.yaml`: what to do, on what it acts, and how one would know.
struct RecommendationReader {
  let context: ReadingContext
  /// Whether all was sound so far: what could not be read may ask for a construct.
  private let knowsItems: Bool

  init(_ context: ReadingContext) {
    self.context = context
    knowsItems = context.log.isSound
  }

  private var log: ReadingLog { context.log }

  /// Reads the recommendations, and gives the places of their ids.
  func read(_ file: MapReader) -> [String: Diagnostic.Place] {
    var taken: [String: Int] = [:]
    var places: [String: Diagnostic.Place] = [:]
    for node in file.list("recommendations") {
      let required = ["id", "action", "who", "sign", "basis", "source"]
      guard
        let map = MapReader(
          node, what: "recommendation", keys: required + ["acts-on", "aim"], required: required,
          log: log),
        let id = context.uniqueID(map, what: "recommendation", taken: &taken)
      else { continue }
      places[id] = map.place(of: "id")
      let actsOn = context.constructs(map.node("acts-on"))
      context.framework.recommendations.append(
        Recommendation(
          id: id, action: map.string("action"),
          who: map.choices("who", of: Recommendation.Actor.allCases.map(\.rawValue))
            .compactMap(Recommendation.Actor.init),
          actsOn: actsOn, sign: map.string("sign"), aim: aim(map, actsOn: actsOn),
          basis: map.string("basis"),
          source: context.citation(map.node("source")) ?? Citation(reference: "", place: "")))
    }
    return places
  }

  /// Reads `{of: LIST, agree: 67}`, or the same with `survey-level` or `gap-below`.
  private func aim(_ map: MapReader, actsOn: [String]) -> Aim? {
    let keys = Aim.Measure.allCases.map(\.key)
    guard let node = map.node("aim"),
      let aim = MapReader(node, what: "aim", keys: ["of"] + keys, required: ["of"], log: log)
    else { return nil }
    let measures = Aim.Measure.allCases.filter { aim.node($0.key) != nil }
    guard let measure = measures.first, measures.count == 1 else {
      log.error(
        .frameworkUnfit, at: node.place,
        measures.isEmpty
          ? "the aim of \(map.label) names no figure" : "the aim of \(map.label) names two figures",
        "Write one of \(keys.joined(separator: ", ")).")
      return nil
    }
    let goal = aim.whole(measure.key, 1...100)
    let leaves = aim.list("of", mayBeEmpty: false).flatMap { measured($0, by: measure) }.eachOnce
    let acted = Set(actsOn.flatMap { context.leaves(under: $0) })
    let isKnown = actsOn.allSatisfy(context.isConstruct)
    if isKnown, let other = leaves.first(where: { !acted.contains($0) }) {
      log.error(
        .frameworkUnfit, at: aim.place(of: "of"), found: other,
        "\(map.label) aims at \"\(other)\" and does not act on it",
        "Add it to \"acts-on\", or aim at something that it acts on.")
    }
    return goal.map { Aim(measure, of: leaves, goal: $0) }
  }

  /// The leaves that an entry stands for, of those that the survey gives such a figure of.
  private func measured(_ node: YAMLNode, by measure: Aim.Measure) -> [String] {
    let named = context.constructs(node)
    let leaves = named.flatMap { context.leaves(under: $0) }
    guard knowsItems, !leaves.isEmpty else { return leaves }
    if measure == .gap, !leaves.allSatisfy(context.mayBeForm) {
      context.requireForms(leaves, for: "a gap", at: node.place)
      return []
    }
    let asked = leaves.filter { leaf in
      let aspects = Set(context.framework.items.filter { $0.construct == leaf }.map(\.aspect))
      return aspects.isSuperset(of: measure == .gap ? [.derived, .desired] : [.derived])
    }
    if asked.isEmpty {
      log.error(
        .frameworkUnfit, at: node.place, found: named.first,
        "the aim is of \"\(named.joined(separator: ", "))\", and no item asks "
          + (measure == .gap ? "what is wanted and what is received of it" : "for it"),
        "Name a construct that a questionnaire asks for, or take the aim out.")
    }
    return asked
  }
}

extension Aim.Measure {
  /// The key under which a framework gives the figure.
  fileprivate var key: String { self == .gap ? "gap-below" : rawValue }
}
