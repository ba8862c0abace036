import StudyModel

/// A framework for the tests of reports: forms of value, practices, setting, transfer; invented.
enum SampleFramework {
  static let likert = AnswerScale(
    low: 1, high: 5,
    labels: ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"])
  static let source = Citation(reference: "made-up", place: "Table 1")

  static func construct(
    _ id: String, _ name: String, _ plain: String? = nil, kind: String = "factor",
    in parent: String? = nil
  ) -> Construct {
    Construct(
      id: id, name: name, plainName: plain, kind: kind, levels: ["group"],
      definition: "What \(name) means.",
      source: source, parent: parent)
  }

  static let values: [Construct] = [
    construct("value", "Value"),
    construct(
      "value.subject", "Subject-specific capability",
      "what member organizations can now do in the subject", kind: "form of value", in: "value"),
    construct(
      "value.collaborating", "Capability to collaborate",
      "organizations getting better at working with others", kind: "form of value", in: "value"),
    construct(
      "value.operational", "Operational value", "ideas used on today’s problems",
      kind: "form of value", in: "value"),
    construct(
      "value.individual", "Individual capacity building", "people’s own knowledge and thinking",
      kind: "form of value", in: "value"),
    construct(
      "value.reputation", "Reputation building", "being seen as a good partner",
      kind: "form of value", in: "value"),
    construct(
      "value.relationship", "Relationship building", "contacts and trust useful elsewhere",
      kind: "form of value", in: "value"),
    construct(
      "value.tangible", "Tangible outcome", "something made together", kind: "form of value",
      in: "value"),
    construct(
      "value.affirmation", "Affirmation", "comparing practice with peers", kind: "form of value",
      in: "value"),
  ]

  static let practices: [Construct] = [
    construct("works", "How it works"),
    construct("works.systems", "Systems and processes", in: "works"),
    construct(
      "works.systems.manager", "Full or part-time collaboration manager", kind: "practice",
      in: "works.systems"),
    construct(
      "works.systems.facilitators", "Subject-knowledgeable, skilled facilitators", kind: "practice",
      in: "works.systems"),
    construct(
      "works.systems.artefacts", "Someone captures and shares what the group produces",
      kind: "practice", in: "works.systems"),
    construct("works.ties", "Social ties", in: "works"),
    construct(
      "works.ties.technology", "Technology used to support collaboration", kind: "practice",
      in: "works.ties"),
    construct(
      "works.ties.time", "Social time allowed and valued", kind: "practice", in: "works.ties"),
    construct(
      "works.ties.continuity", "The same people keep representing their organization",
      kind: "practice", in: "works.ties"),
    construct("works.trust", "Trust and risk", in: "works"),
    construct("works.trust.venue", "Neutral venue", kind: "practice", in: "works.trust"),
    construct(
      "works.trust.safe", "Skilled facilitation that makes it safe", kind: "practice",
      in: "works.trust"),
    construct("works.trust.issues", "Exploring real issues", kind: "practice", in: "works.trust"),
    construct("works.power", "Power relations", in: "works"),
    construct(
      "works.power.conflicts", "Commercial or remit conflicts limited by selection",
      kind: "practice", in: "works.power"),
    construct(
      "works.power.seniority", "Representatives of similar seniority", kind: "practice",
      in: "works.power"),
    construct(
      "works.power.design", "Activities designed with the participants", kind: "practice",
      in: "works.power"),
  ]

  static let setting: [Construct] = [
    construct("setting", "Setting"),
    construct("setting.drivers", "Drivers", in: "setting"),
    construct(
      "setting.drivers.isolated", "Isolated specialists", "isolated specialists looking for peers",
      kind: "driver", in: "setting.drivers"),
    construct(
      "setting.drivers.complex", "Complexity", "problems too complex for one body", kind: "driver",
      in: "setting.drivers"),
    construct(
      "setting.drivers.expected", "Partnership expected", "partnership is expected of them",
      kind: "driver", in: "setting.drivers"),
    construct("setting.people", "Behaviours", in: "setting"),
    construct(
      "setting.people.gathering", "Gathering and developing knowledge", kind: "behaviour",
      in: "setting.people"),
    construct("setting.people.networking", "Networking", kind: "behaviour", in: "setting.people"),
    construct(
      "setting.people.managing", "Managing and sharing information", kind: "behaviour",
      in: "setting.people"),
    construct(
      "setting.people.communicating", "Communicating knowledge", kind: "behaviour",
      in: "setting.people"),
    construct("transfer", "Transfer"),
    construct(
      "transfer.translation", "Individual translation", "working out what it means at home",
      kind: "step", in: "transfer"),
    construct(
      "transfer.transfer", "Organizational transfer", "passing it on in a planned way",
      kind: "step", in: "transfer"),
    construct(
      "transfer.amplification", "Organizational amplification",
      "the organization working differently", kind: "step", in: "transfer"),
    construct(
      "transfer.leadership", "Leadership commitment", "leaders who stay with it", kind: "factor",
      in: "transfer"),
  ]

  /// The framework, with sections, pillars, recommendations and a survey of all but the drivers.
  static let rich: Framework = {
    let constructs = values + practices + setting
    let parents = Set(constructs.compactMap(\.parent))
    let asked = constructs.filter {
      !parents.contains($0.id) && !$0.id.hasPrefix("setting.drivers")
        && $0.id != "works.power.conflicts"
    }
    let items =
      asked.map { Item(id: "\($0.id).1", construct: $0.id, wording: $0.name, scale: likert) }
      + values.dropFirst().map {
        Item(
          id: "\($0.id).desired", construct: $0.id, aspect: .desired, wording: "Wanted: \($0.name)",
          scale: likert)
      }
    return Framework(
      id: "sample-2026", version: "1.0.0", title: "A sample framework",
      summary: "Made up for tests.",
      references: [
        Reference(key: "made-up", text: "Nobody (2026) A made-up model of collaboration", doi: nil)
      ],
      constructs: constructs,
      questionnaires: [
        Questionnaire(
          id: "members", version: "1", title: "Members", audience: ["participant"],
          introduction: "",
          scale: likert, items: items)
      ],
      formsOfValue: "value",
      pillars: [
        Pillar(
          id: "dynamics", name: "Dynamics",
          parts: ["systems", "ties", "trust", "power"].map { .construct("works.\($0)") }, needed: 2),
        Pillar(
          id: "value", name: "Value", parts: values.dropFirst().map { .construct($0.id) },
          needed: 4, weightedByDesired: true),
        Pillar(
          id: "transfer", name: "Transfer",
          parts: [
            .construct("transfer.translation"),
            .mean(of: ["transfer.transfer", "transfer.amplification"]),
            .construct("transfer.leadership"),
          ], needed: 2),
      ],
      sections: sections, recommendations: recommendations)
  }()

  /// A framework that lays out nothing: two roots, no survey, no pillars.
  static let bare = Framework(
    id: "bare-2026", version: "0.1.0", title: "A bare framework", summary: "Made up for tests.",
    references: [Reference(key: "made-up", text: "Nobody (2026) A made-up model", doi: nil)],
    constructs: [
      construct("learner", "Learner"),
      construct("learner.individual", "Individual learner", kind: "learner", in: "learner"),
      construct("learner.group", "Group learner", kind: "learner", in: "learner"),
      construct("context", "Context"),
      construct("context.dyad", "Dyad", kind: "context", in: "context"),
      construct("context.network", "Network", kind: "context", in: "context"),
    ])
}
