import StudyModel

/// A parent whose children exclude each other, beside a plain sibling, under one root; an item a leaf.
enum KindsModel {
  static let columns = ["top.way.copy.1", "top.way.make.1", "top.use.1"]

  /// The framework, with the key or without it.
  static func framework(areKinds: Bool = true) -> Framework {
    let tree: [(String, String?)] = [
      ("top", nil), ("top.way", "top"), ("top.way.copy", "top.way"), ("top.way.make", "top.way"),
      ("top.use", "top"),
    ]
    var constructs = tree.map { VanWinkelen.construct($0.0, parent: $0.1) }
    constructs[1].childrenAreKinds = areKinds
    let items = ["top.way.copy", "top.way.make", "top.use"].flatMap {
      VanWinkelen.derived($0, count: 1)
    }
    return Framework(
      id: "kinds", version: "1", title: "", summary: "", references: [], constructs: constructs,
      questionnaires: [VanWinkelen.questionnaire(items)])
  }

  /// Answers to the three items in their order; 0 for none.
  static func sums(_ responses: [[Int8]], framework: Framework = framework()) -> SurveySums {
    var sums = SurveySums(framework: framework, cells: StudyCells(cases: ["one"]))
    let layout = sums.layout(columns: columns)
    for response in responses {
      sums.add(
        caseID: "one", phase: nil, organization: nil,
        answers: response.map { $0 == 0 ? Answer.notAnswered : $0 }, layout: layout)
    }
    return sums
  }
}
