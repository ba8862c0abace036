import StudyModel

extension ReadingContext {
  /// Whether a construct exists, also one that could not be read whole.
  func isConstruct(_ id: String) -> Bool { constructPlaces[id] != nil }

  /// The ids of the children of a construct, in order.
  func children(of id: String) -> [String] { family.children[id] ?? [] }

  /// The ids of the leaves under a construct, in order; its own where it is one.
  func leaves(under id: String) -> [String] {
    let below = children(of: id)
    guard !below.isEmpty else { return isConstruct(id) ? [id] : [] }
    return below.flatMap { leaves(under: $0) }
  }

  /// The ids of the forms of value.
  private var forms: Set<String> {
    guard let top = framework.formsOfValue else { return [] }
    if let known = family.forms, known.top == top { return known.ids }
    let ids = Set(leaves(under: top))
    family.forms = (top, ids)
    return ids
  }

  /// Reads the id of a construct that must exist.
  func construct(_ node: YAMLNode) -> String? {
    MapReader.text(node, log: log).map { check(construct: $0, at: node.place) }
  }

  /// Says that a construct is unknown if it is; hands its id back.
  @discardableResult
  func check(construct id: String, at place: Diagnostic.Place) -> String {
    if knows("framework.yaml"), !isConstruct(id) {
      log.unknown(
        "construct", id, among: framework.constructs.map(\.id), at: place,
        "add the construct to framework.yaml")
    }
    return id
  }

  /// Reads a list of constructs in which `children of ID` and `leaves of ID` stand for several.
  func constructs(_ node: YAMLNode?) -> [String] {
    (node?.elements ?? []).flatMap { element -> [String] in
      MapReader.text(element, log: log).map { expand($0, at: element.place) } ?? []
    }
  }

  /// The constructs an entry of such a list stands for.
  func expand(_ text: String, at place: Diagnostic.Place) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "of", ["children", "leaves"].contains(words[0]) else {
      return [check(construct: text, at: place)]
    }
    check(construct: words[2], at: place)
    guard words[0] == "children" else { return leaves(under: words[2]) }
    let children = children(of: words[2])
    if children.isEmpty, isConstruct(words[2]) {
      log.error(
        .frameworkUnfit, at: place, found: text, "\"\(words[2])\" has no children",
        "Write its id alone, or name a construct that has some.")
    }
    return children
  }

  /// Whether the framework's forms of value are known; without them nothing is said about forms.
  var knowsForms: Bool { knows("framework.yaml") && knows("scoring.yaml") && !formsAreWrong }

  /// Whether a construct is a form of value, or may be one as far as is known.
  func mayBeForm(_ id: String) -> Bool {
    !knowsForms || !isConstruct(id) || framework.isForm(id)
  }

  /// Says that constructs are no forms of value where that is wanted of them.
  func requireForms(_ ids: [String], for what: String, at place: Diagnostic.Place) {
    for id in ids where !mayBeForm(id) {
      log.error(
        .frameworkUnfit, at: place, found: id,
        "\(what) is of forms of value, and \"\(id)\" is none",
        framework.formsOfValue.map { "Name a leaf under \"\($0)\"." }
          ?? "Name the forms by \"forms-of-value\" in scoring.yaml.")
    }
  }

  /// Says that constructs have no level where one is wanted of them: their children are kinds.
  func requireLevels(_ ids: [String], for what: String, at place: Diagnostic.Place) {
    for id in ids where framework.construct(id)?.childrenAreKinds == true {
      log.error(
        .frameworkUnfit, at: place, found: id,
        "\(what) asks for a level, and \"\(id)\" has none, for its children are kinds",
        "Name its children, or ask who speaks of it by \"presence\" or \"spoken\".")
    }
  }

  /// Says that constructs are no steps of the chain to which something may be lost on the way.
  func requireSteps(_ ids: [String], for what: String, at place: Diagnostic.Place) {
    let steps = framework.chain.dropFirst()
    guard knows("report.yaml") else { return }
    for id in ids where isConstruct(id) && !steps.contains(id) {
      log.error(
        .frameworkUnfit, at: place, found: id,
        "\(what) is of what is lost on the way to a step, and \"\(id)\" is none that has one before it",
        steps.isEmpty
          ? "Draw a figure \"chain\" in report.yaml."
          : "Name one of \(steps.joined(separator: ", ")).")
    }
  }

  /// Reads `forms-of-value` of the scoring file before all else, as other files ask for the forms.
  func readFormsOfValue(_ scoring: YAMLNode?) {
    guard let entry = scoring?.entries?.first(where: { $0.key == "forms-of-value" }) else { return }
    guard let id = construct(entry.value), isConstruct(id) else {
      formsAreWrong = true
      return
    }
    framework.formsOfValue = id
    refuseKinds(amongFormsUnder: id)
  }

  /// Forms of value are counted together and set beside each other, so that none excludes another.
  private func refuseKinds(amongFormsUnder top: String) {
    let all = [framework.construct(top)].compactMap(\.self) + framework.descendants(of: top)
    for construct in all where construct.childrenAreKinds {
      guard let place = constructPlaces[construct.id] else { continue }
      log.error(
        .frameworkUnfit, at: place, found: construct.id,
        "the children of \"\(construct.id)\" are kinds, and forms of value are counted together",
        "Take \"children-are-kinds\" out, or name other forms by \"forms-of-value\" in scoring.yaml."
      )
    }
  }
}
