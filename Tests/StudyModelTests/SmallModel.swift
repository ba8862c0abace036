import StudyModel

/// A model small enough to work out by hand: four forms of value, two practices, no theory.
enum SmallModel {
  static let forms = ["gain.a", "gain.b", "gain.c", "gain.d"]
  static let columns =
    forms.flatMap { ["\($0).1", "\($0).2"] } + ["way.x.1", "way.y.1"]
    + forms.map { $0 + ".desired" }

  /// The framework; `change` sets rules.
  static func framework(_ change: (inout ScoringRules) -> Void = { _ in }) -> Framework {
    var rules = ScoringRules()
    change(&rules)
    var items: [Item] = []
    for form in forms {
      items += VanWinkelen.derived(form, count: 2, reversedLast: form == "gain.d")
      items.append(
        Item(
          id: form + ".desired", construct: form, aspect: .desired, wording: "",
          scale: VanWinkelen.scale))
    }
    items += VanWinkelen.derived("way.x", count: 1) + VanWinkelen.derived("way.y", count: 1)
    let tree: [(String, String?)] =
      [("gain", nil)] + forms.map { ($0, "gain") }
      + [("way", nil), ("way.x", "way"), ("way.y", "way")]
    return Framework(
      id: "small", version: "1", title: "", summary: "", references: [],
      constructs: tree.map { VanWinkelen.construct($0.0, parent: $0.1) },
      codes: ["a nickname": [CodeMeaning(construct: "gain.a")]],
      questionnaires: [VanWinkelen.questionnaire(items)], scoring: rules, formsOfValue: "gain",
      pillars: [
        Pillar(
          id: "gains", name: "", parts: forms.map { .construct($0) }, needed: 2,
          weightedByDesired: true),
        Pillar(id: "ways", name: "", parts: [.mean(of: ["way.x", "way.y"])], needed: 1),
      ])
  }

  /// One response: answers by item, all else not answered.
  static func answers(_ given: [String: Int8], columns: [String] = columns) -> [Int8] {
    columns.map { given[$0] ?? Answer.notAnswered }
  }

  /// A response that gives one construct's items these answers.
  static func only(_ construct: String, _ values: Int8...) -> [Int8] {
    answers(
      Dictionary(
        uniqueKeysWithValues: values.enumerated().map {
          ("\(construct).\($0.offset + 1)", $0.element)
        }
      ))
  }

  /// Sums over responses of one case, each with its organization.
  static func sums(
    _ responses: [(organization: Int?, answers: [Int8])], framework: Framework = framework()
  ) -> SurveySums {
    var sums = SurveySums(framework: framework, cells: StudyCells(cases: ["one"]))
    let layout = sums.layout(columns: columns)
    for response in responses {
      sums.add(
        caseID: "one", phase: nil, organization: response.organization, answers: response.answers,
        layout: layout)
    }
    return sums
  }

  /// The scores of one case from sources and sums.
  static func score(
    _ sources: [CodedSource] = [], survey: SurveySums? = nil, framework: Framework = framework(),
    rule: ConsensusRule = .majority
  ) -> CaseScore {
    var evidence = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]),
      participants: [
        Participant(id: "head", caseID: "one", organization: nil, role: .convenor)
      ], rule: rule)
    for source in sources { evidence.add(source) }
    return Scoring(interviews: evidence, survey: survey).scores[0]
  }

  /// An interview, coded by one coder: code, weight and valence of one segment after the other.
  static func interview(
    _ participant: String?, _ segments: (String, Double?, Valence?)..., id: String? = nil,
    kind: Source.Kind = .interview
  ) -> CodedSource {
    CodedSource(
      source: Source(
        id: id ?? "about \(participant ?? "nobody")", caseID: "one", participant: participant,
        coders: ["ana"], kind: kind),
      codings: segments.enumerated().map { place, segment in
        Coding(
          coder: "ana", code: segment.0, span: Span(start: 10 * place, end: 10 * place + 9),
          weight: segment.1, valence: segment.2)
      }, adjudications: [])
  }
}
