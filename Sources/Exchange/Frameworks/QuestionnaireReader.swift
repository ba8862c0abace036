import StudyModel

/// Reads `questionnaires.yaml`.
struct QuestionnaireReader {
  /// Who may be asked.
  static let audiences = Participant.Role.allCases.map(\.rawValue)

  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  func read(_ file: MapReader) {
    var taken: [String: Int] = [:]
    let items = ItemReader(context)
    for node in file.list("questionnaires") {
      let required = ["id", "version", "title", "audience", "introduction", "scale", "items"]
      guard
        let map = MapReader(
          node, what: "questionnaire", keys: required, required: required, log: context.log)
      else { continue }
      context.checkVersion(map)
      let id = context.uniqueID(map, what: "questionnaire", taken: &taken) ?? ""
      let scale = Self.scale(map.node("scale"), log: context.log)
      context.framework.questionnaires.append(
        Questionnaire(
          id: id, version: map.string("version"), title: map.string("title"),
          audience: map.choices("audience", of: Self.audiences),
          introduction: map.string("introduction"), scale: scale,
          items: items.read(map.list("items", mayBeEmpty: false), scale: scale)))
    }
  }

  /// Reads a scale; what is wrong with it is reported, and a usual one handed back.
  static func scale(_ node: YAMLNode?, log: ReadingLog) -> AnswerScale {
    let usual = AnswerScale(low: 1, high: 5)
    guard let node,
      let map = MapReader(
        node, what: "scale", keys: ["low", "high", "labels"], required: ["low", "high"], log: log)
    else { return usual }
    // Values below -119 stand for kinds of missing in statistics files.
    let points = -119...127
    let labels = map.texts("labels")
    guard let low = map.whole("low", points), let high = map.whole("high", points) else {
      return usual
    }
    guard low < high else {
      log.error(
        .frameworkOutOfRange, at: map.place(of: "high"), found: String(high),
        "the scale ends at \(high), which is not above its low point \(low)",
        "Write the lowest point as low and the highest as high.")
      return usual
    }
    let wanted = high - low + 1
    if !labels.isEmpty, labels.count != wanted {
      log.error(
        .frameworkCount, at: map.place(of: "labels"),
        "the scale from \(low) to \(high) has \(wanted) points and \(labels.count) labels",
        "Write a label a point, lowest first, or none.")
    }
    return AnswerScale(low: low, high: high, labels: labels)
  }
}
