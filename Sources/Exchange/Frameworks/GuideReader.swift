import StudyModel

/// Reads `guides.yaml`: the guides for interviews.
struct GuideReader {
  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  func read(_ file: MapReader) {
    var taken: [String: Int] = [:]
    for node in file.list("guides") {
      let required = ["id", "title", "audience", "topics"]
      guard
        let map = MapReader(
          node, what: "guide", keys: required + ["minutes"], required: required, log: context.log)
      else { continue }
      context.framework.guides.append(
        InterviewGuide(
          id: context.uniqueID(map, what: "guide", taken: &taken) ?? "",
          title: map.string("title"),
          audience: map.choices("audience", of: QuestionnaireReader.audiences),
          minutes: map.whole("minutes", 1...1440),
          topics: map.list("topics", mayBeEmpty: false).compactMap(topic)))
    }
  }

  private func topic(_ node: YAMLNode) -> InterviewGuide.Topic? {
    guard
      let map = MapReader(
        node, what: "topic", keys: ["ask", "probes", "constructs"], required: ["ask"],
        log: context.log)
    else { return nil }
    return InterviewGuide.Topic(
      ask: map.string("ask"), probes: map.texts("probes"),
      constructs: context.constructs(map.node("constructs")))
  }
}
