import StudyModel

/// Reads `findings.yaml`: what is concluded from figures, and what is recommended then.
struct FindingReader {
  /// Where findings about the set belong that name no section.
  static let setSection = "headline"

  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  private var log: ReadingLog { context.log }

  func read(_ file: MapReader) {
    let places = RecommendationReader(context).read(file)
    var taken: [String: Int] = [:]
    var used: Set<String> = []
    for node in file.list("findings") { readRule(node, taken: &taken, used: &used) }
    for recommendation in context.framework.recommendations
    where !used.contains(recommendation.id) {
      log.warning(
        .frameworkUnused, at: places[recommendation.id] ?? file.place, found: recommendation.id,
        "no finding calls for the recommendation \"\(recommendation.id)\"",
        "Name it under \"recommends\" of a finding, or take it out.")
    }
  }

  private func readRule(_ node: YAMLNode, taken: inout [String: Int], used: inout Set<String>) {
    let required = ["id", "tone", "when", "says"]
    guard
      let map = MapReader(
        node, what: "finding",
        keys: ["id", "section", "tone", "scope", "each", "when", "heading", "says"]
          + ["says-of-several", "item", "heading-of-several", "recommends", "source"],
        required: required, log: log)
    else { return }
    let id = context.uniqueID(map, what: "finding", taken: &taken) ?? ""
    let scope =
      map.choice("scope", of: ["case", "set"]).flatMap(FindingRule.Scope.init) ?? .case
    let tones = ["strength", "shortfall", "caution", "neutral"]
    let tone = map.choice("tone", of: tones).flatMap(FindingRule.Tone.init)
    let hasThis = map.node("each") != nil
    if hasThis, map.list("each", mayBeEmpty: false).isEmpty { return }
    let each = context.constructs(map.node("each"))
    let conditions = ConditionReader(
      context: context, each: each, hasThis: hasThis, scope: scope)
    let condition = map.node("when").flatMap { conditions.read($0) }
    let texts = FindingTextReader(context: context, each: each, hasThis: hasThis, scope: scope)
    let heading = texts.read(map.node("heading"))
    let says = texts.read(map.node("says"))
    let section = self.section(map, scope: scope)
    let recommends = self.recommends(map)
    used.formUnion(recommends)
    let source = context.citation(map.node("source"))
    guard let tone, let condition, let says else { return }
    context.framework.findings.append(
      FindingRule(
        id: id, scope: scope, section: section, tone: tone, each: each, condition: condition,
        heading: heading, says: says, ofSeveral: texts.readOfSeveral(map), recommends: recommends,
        source: source))
  }

  private func section(_ map: MapReader, scope: FindingRule.Scope) -> String {
    guard let section = map.text("section") else {
      if scope == .case, map.node("section") == nil {
        log.error(
          .frameworkMissingKey, at: map.place(of: "section"), "\(map.label) lacks \"section\"",
          "Add it.")
      }
      return Self.setSection
    }
    let product =
      scope == .set ? ReportSection.ofEveryComparison : ReportSection.ofEveryCase
    let known = context.framework.sections.map(\.id) + product
    if context.knows("report.yaml"), !known.contains(section) {
      log.unknown(
        "section", section, among: known, at: map.place(of: "section"),
        "add it to \"sections\" in report.yaml")
    }
    return section
  }

  private func recommends(_ map: MapReader) -> [String] {
    let known = context.framework.recommendations.map(\.id)
    return map.list("recommends").compactMap { node in
      guard let id = MapReader.text(node, log: log) else { return nil }
      if !known.contains(id) {
        log.unknown(
          "recommendation", id, among: known, at: node.place,
          "add it to \"recommendations\" in this file")
      }
      return id
    }
  }
}
