import StudyModel

/// The words of conditions: what may be asked for, and of what.
enum ConditionVocabulary {
  /// Numbers of a construct.
  static let numbers: [(key: String, make: @Sendable (String) -> FindingCondition.Quantity)] = [
    ("score", { .score($0) }), ("interview-level", { .interviewLevel($0) }),
    ("survey-level", { .surveyLevel($0) }), ("evidence", { .evidence($0) }),
    ("strength", { .strength($0) }), ("desired", { .desired($0) }), ("derived", { .derived($0) }),
    ("gap", { .gap($0) }), ("informants", { .informants($0) }), ("contrary", { .contrary($0) }),
    ("mentions", { .mentions($0) }), ("answers", { .answers($0) }), ("spoken", { .spoken($0) }),
    ("change", { .change($0) }),
  ]

  /// Numbers of a case.
  static let caseNumbers: [(key: String, quantity: FindingCondition.Quantity)] = [
    ("health", .health), ("value-breadth", .valueBreadth), ("forms-found", .formsFound),
    ("interviewees", .interviewees),
    ("organizations", .organizations), ("clear-changes", .clearChanges), ("agreeing", .agreeing),
    ("agreeing-in-part", .agreeingInPart), ("contradicting", .contradicting),
    ("compared", .compared),
  ]

  /// Words of a construct, with all that they may be.
  static let words:
    [(key: String, make: @Sendable (String) -> FindingCondition.Word, values: [String])] = [
      ("band", { .band($0) }, ["concern", "developing", "strength"]),
      (
        "grade", { .grade($0) }, ["absent", "single", "corroborated", "triangulated", "agreed"]
      ),
      ("side", { .side($0) }, ["for", "against"]),
      (
        "convergence", { .convergence($0) },
        [
          "agreement", "partial agreement", "dissonance", "too little to tell",
          "silence: interviews", "silence: survey",
        ]
      ),
      (
        "quadrant", { .quadrant($0) },
        ["concentrate here", "keep it up", "lower priority", "possibly overdone"]
      ),
      (
        "presence", { .presence($0) },
        ["evident", "in part", "denied", "contested", "not spoken of"]
      ),
      (
        "standing", { .standing($0) },
        ["there", "in part", "not there", "contested", "thin", "silent"]
      ),
      ("loss-before", { .loss($0) }, ["most", "clear", "not clear"]),
      ("changed", { .changed($0) }, ["rose", "fell", "no clear change"]),
      ("wanted", { .wanted($0) }, ["yes", "no"]),
    ]

  /// What is asked of forms of value only.
  static let ofForms = ["desired", "derived", "gap", "quadrant", "wanted"]

  /// What a parent does not have whose children are kinds.
  static let ofLevels = [
    "score", "interview-level", "survey-level", "evidence", "answers", "change", "band",
    "convergence", "loss-before", "changed",
  ]

  /// The keys that say what a condition asks for.
  static let heads =
    numbers.map(\.key) + words.map(\.key)
    + ["pillar", "number", "attribute", "lowest", "highest", "all", "any", "not", "cases"]
}
