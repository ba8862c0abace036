import StudyModel

/// The framework `van-winkelen-2010` with its fixed names, as far as scoring needs it.
enum VanWinkelen {
  static let forms = [
    "value.tangible", "value.operational", "value.affirmation", "value.individual-capacity",
    "value.reputation", "value.relationship", "value.capability.collaborating",
    "value.capability.subject",
  ]
  static let elements: [(id: String, practices: [String])] = [
    ("dynamics.systems", ["manager", "facilitators", "artefacts", "rhythm", "loose-agenda"]),
    ("dynamics.ties", ["technology", "social-time", "qualifying-criteria", "continuity"]),
    (
      "dynamics.trust", ["neutral-venue", "safe-environment", "working-together", "real-issues"]
    ),
    (
      "dynamics.power",
      ["limited-conflicts", "similar-seniority", "participative-design", "reduced-visibility"]
    ),
  ]
  static let macro = [
    "complexity", "partnership-expected", "complex-delivery", "isolated-specialists",
  ]
  static let organization = ["internal-mechanisms", "transfer", "amplification", "leadership"]
  static let individual = [
    "networking", "consideration", "empowerment", "gathering", "managing", "communicating",
    "applying", "translation",
  ]

  static let framework: Framework = {
    var tree: [(String, String?)] = [("value", nil)]
    tree += forms.prefix(6).map { ($0, "value") }
    tree.append(("value.capability", "value"))
    tree += forms.suffix(2).map { ($0, "value.capability") }
    tree.append(("dynamics", nil))
    for element in elements {
      tree.append((element.id, "dynamics"))
      tree += element.practices.map { (element.id + "." + $0, element.id) }
    }
    tree.append(("context", nil))
    for (group, names) in [
      ("macro", macro), ("organization", organization), ("individual", individual),
    ] {
      tree.append(("context." + group, "context"))
      tree += names.map { ("context.\(group).\($0)", "context." + group) }
    }
    tree.append(("intent", nil))
    tree += ["short-term-outcome", "long-term-learning"].map { ("intent." + $0, "intent") }

    var items: [Item] = []
    for form in forms { items += derived(form, count: 3) }
    for element in elements {
      items += element.practices.flatMap { derived(element.id + "." + $0, count: 1) }
    }
    for name in organization {
      items += derived("context.organization." + name, count: 3, reversedLast: true)
    }
    for name in individual.dropLast() { items += derived("context.individual." + name, count: 1) }
    items += derived("context.individual.translation", count: 3, reversedLast: true)
    for form in forms {
      items.append(
        Item(
          id: form + ".desired", construct: form, aspect: .desired, wording: "", scale: scale))
    }
    return Framework(
      id: "van-winkelen-2010", version: "test", title: "", summary: "", references: [],
      constructs: tree.map { construct($0.0, parent: $0.1) },
      questionnaires: [questionnaire(items)], formsOfValue: "value",
      pillars: [
        Pillar(
          id: "dynamics", name: "Dynamics", parts: elements.map { .construct($0.id) }, needed: 2),
        Pillar(
          id: "value", name: "Value", parts: forms.map { .construct($0) }, needed: 4,
          weightedByDesired: true),
        Pillar(
          id: "transfer", name: "Transfer",
          parts: [
            .construct("context.individual.translation"),
            .mean(of: ["context.organization.transfer", "context.organization.amplification"]),
            .construct("context.organization.leadership"),
          ], needed: 2),
      ])
  }()

  static let scale = AnswerScale(low: 1, high: 5)

  static func construct(_ id: String, parent: String?) -> Construct {
    Construct(
      id: id, name: id, kind: "", levels: [], definition: "",
      source: Citation(reference: "", place: ""), parent: parent)
  }

  static func questionnaire(_ items: [Item]) -> Questionnaire {
    Questionnaire(
      id: "members", version: "1", title: "", audience: [], introduction: "", scale: scale,
      items: items)
  }

  static func derived(_ id: String, count: Int, reversedLast: Bool = false) -> [Item] {
    (1...count).map {
      Item(
        id: "\(id).\($0)", construct: id, wording: "", reversed: reversedLast && $0 == count,
        scale: scale)
    }
  }
}
