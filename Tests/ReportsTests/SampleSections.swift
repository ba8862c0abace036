import StudyModel

extension SampleFramework {
  static let sections: [ReportSection] = [
    ReportSection(
      id: "value", title: "Value", heading: "Value wanted and received",
      reading:
        "Each row compares what members hoped to get with what they say they got. Rows are ordered by the gap.",
      parts: [.init(figure: .wantedAndReceived, title: "Value", of: ["value"])],
      whenEmpty:
        "Ask members what they wanted and what they received, or code interviews for forms of value"
    ),
    ReportSection(
      id: "works", title: "How it works", heading: "How the collaboration works",
      reading:
        "Practices that research links to healthy collaborations, in four groups. Each is checked against the interviews and the survey.",
      parts: [.init(figure: .practices, title: "Practices", of: ["works"])],
      whenEmpty: "Ask about practices, or code interviews for them"),
    ReportSection(
      id: "setting", title: "The setting", heading: "The setting of the collaboration",
      reading: "What brings members here, and what they do with knowledge.",
      parts: [
        .init(figure: .mentions, title: "Why members take part", of: ["setting.drivers"]),
        .init(
          figure: .facts, title: "Size and history", of: [],
          attributes: ["established", "drive", "size"],
          labels: ["first meeting", "drive for specific outcomes", "organizations"]),
        .init(figure: .levels, title: "Behaviours", of: ["setting.people"]),
      ],
      whenEmpty: "Collect interviews"),
    ReportSection(
      id: "transfer", title: "Where learning is lost",
      heading: "From the person to the organization",
      reading:
        "For learning to become capability, a person must work out what it means at home, pass it on, and the organization must take it up.",
      parts: [
        .init(
          figure: .chain, title: "Chain",
          of: [
            "value.individual", "transfer.translation", "transfer.transfer",
            "transfer.amplification",
          ],
          labels: [
            "I learned something useful", "I worked out what it means for my organization",
            "I passed it on in a planned way",
            "My organization now works differently because of it",
          ])
      ],
      whenEmpty: "Ask the items on transfer"),
    ReportSection(
      id: "joint", title: "Do the sources agree?", heading: "Survey and interviews side by side",
      reading: "Each row sets what the survey says beside what interviewees say.",
      parts: [
        .init(
          figure: .joint, title: "Joint display",
          of: [
            "value.subject", "works.trust.issues", "setting.drivers.isolated", "works.power.design",
            "value.relationship",
          ],
          labels: [
            "Is subject capability being built?", "Is it safe to raise real issues?",
            "Why do people come?", "Do members shape the programme?",
            "Are relationships useful elsewhere?",
          ])
      ],
      whenEmpty: "Collect both interviews and survey answers"),
  ]

  static let recommendations: [Recommendation] = [
    Recommendation(
      id: "remit", action: "Make “bring it back” part of every member’s remit",
      who: [.organizations], actsOn: ["transfer.translation"],
      sign: "two in three members say they worked out what it means for their organization",
      aim: Aim(.agree, of: ["transfer.translation"], goal: 67),
      basis: "Action 1: choose people who share knowledge well and make the remit clear",
      source: source),
    Recommendation(
      id: "sponsors", action: "Ask sponsors for two more years, in public", who: [.leaders],
      actsOn: ["works.ties"],
      sign: "fewer than one in five seats change hands in a year",
      basis: "Action 2: secure commitment so that skilled people can stay", source: source),
    Recommendation(
      id: "way-in", action: "Find one way in for each organization",
      who: [.organizations, .leaders],
      sign: "every organization can name the meeting, community or page where it lands",
      basis: "Action 3: improve internal mechanisms and join them up", source: source),
    Recommendation(
      id: "design", action: "Plan the next two sessions with members rather than for them",
      who: [.convenor], actsOn: ["works.power.design"],
      sign: "three in four members say that they have a say in planning",
      aim: Aim(.agree, of: ["works.power.design"], goal: 75), basis: "Participative design",
      source: source),
  ]
}
