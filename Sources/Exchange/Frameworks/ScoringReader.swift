import StudyModel

/// Reads `scoring.yaml`: the rules that differ from the product's, and the pillars of health.
///
/// The forms of value were read before, as other files ask for them.
struct ScoringReader {
  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  private var log: ReadingLog { context.log }

  func read(_ file: MapReader) {
    if let node = file.node("rules") { readRules(node) }
    var taken: [String: Int] = [:]
    for node in file.list("pillars") { readPillar(node, taken: &taken) }
  }

  private typealias Path<Value> = any WritableKeyPath<ScoringRules, Value> & Sendable

  private static let shares: [(String, Path<Double>, NumberRange)] = [
    ("top-weight", \.topWeight, .positive),
    ("unit-overlap", \.unitOverlap, .positiveShare),
    ("answered-share", \.answeredShare, .positiveShare),
    ("least-placed-share", \.leastPlacedShare, .share),
    ("respondents-factor", \.respondentsFactor, .share),
    ("agreement-within", \.agreementWithin, .points),
    ("partial-agreement-within", \.partialAgreementWithin, .points),
    ("developing-from", \.developingFrom, .points),
    ("strength-from", \.strengthFrom, .points),
    ("least-evidence", \.leastEvidence, .share),
  ]

  private static let counts: [(String, Path<Int>, ClosedRange<Int>)] = [
    ("least-organizations", \.leastOrganizations, 2...Int.max),
    ("full-answers", \.fullAnswers, 1...Int.max),
    ("least-informants", \.leastInformants, 1...Int.max),
    ("suppress-answers-below", \.suppressAnswersBelow, 1...Int.max),
    ("suppress-interviewees-below", \.suppressIntervieweesBelow, 1...Int.max),
    ("suppress-informants-below", \.suppressInformantsBelow, 1...Int.max),
    ("least-forms-for-quadrants", \.leastFormsForQuadrants, 2...Int.max),
    ("health-draws", \.healthDraws, 100...1_000_000),
    ("least-organizations-for-health", \.leastOrganizationsForHealth, 2...Int.max),
  ]

  /// The values of two sets of rules, by the keys of the format.
  static func values(_ one: ScoringRules, _ other: ScoringRules) -> [(String, String, String)] {
    shares.map { ($0.0, "\(one[keyPath: $0.1])", "\(other[keyPath: $0.1])") }
      + counts.map { ($0.0, "\(one[keyPath: $0.1])", "\(other[keyPath: $0.1])") }
      + [("weighting", one.weighting.rawValue, other.weighting.rawValue)]
  }

  private func readRules(_ node: YAMLNode) {
    let keys = Self.shares.map(\.0) + Self.counts.map(\.0) + ["weighting"]
    guard let map = MapReader(node, what: "set of rules", keys: keys, required: [], log: log) else {
      return
    }
    var rules = ScoringRules()
    for (key, path, range) in Self.shares {
      if let value = map.number(key, range) { rules[keyPath: path] = value }
    }
    for (key, path, range) in Self.counts {
      if let value = map.whole(key, range) { rules[keyPath: path] = value }
    }
    if let word = map.choice("weighting", of: ["organizations", "respondents"]),
      let weighting = ScoringRules.Weighting(rawValue: word)
    {
      rules.weighting = weighting
    }
    context.framework.scoring = rules
    checkOrder(rules, map)
  }

  private func checkOrder(_ rules: ScoringRules, _ map: MapReader) {
    if rules.agreementWithin > rules.partialAgreementWithin {
      log.error(
        .frameworkOutOfRange, at: map.place(of: "agreement-within"),
        "\"agreement-within\" is above \"partial-agreement-within\"",
        "Write the smaller distance for agreement.")
    }
    if rules.developingFrom >= rules.strengthFrom {
      log.error(
        .frameworkOutOfRange, at: map.place(of: "developing-from"),
        "\"developing-from\" is not below \"strength-from\"",
        "Write the lower threshold for developing.")
    }
  }

  private func readPillar(_ node: YAMLNode, taken: inout [String: Int]) {
    let required = ["id", "name", "parts", "needed"]
    guard
      let map = MapReader(
        node, what: "pillar", keys: required + ["weighted-by-desired"], required: required,
        log: log)
    else { return }
    let id = context.uniqueID(map, what: "pillar", taken: &taken) ?? ""
    let parts = map.list("parts", mayBeEmpty: false).flatMap(self.parts)
    let weighted = map.flag("weighted-by-desired")
    if weighted {
      let constructs = parts.flatMap { part in
        switch part {
        case .construct(let id): [id]
        case .mean(let of): of
        }
      }
      context.requireForms(
        constructs, for: "\"weighted-by-desired\"", at: map.place(of: "weighted-by-desired"))
    }
    context.framework.pillars.append(
      Pillar(
        id: id, name: map.string("name"), parts: parts, needed: needed(map, of: parts.count),
        weightedByDesired: weighted))
  }

  private func parts(_ node: YAMLNode) -> [Pillar.Part] {
    guard node.entries != nil else {
      return constructs(node).map { .construct($0) }
    }
    guard
      let map = MapReader(
        node, what: "part of a pillar", keys: ["mean-of"], required: ["mean-of"], log: log),
      let list = map.node("mean-of")
    else { return [] }
    return [.mean(of: constructs(list))]
  }

  /// Constructs with a level, of which alone a pillar is made.
  private func constructs(_ node: YAMLNode) -> [String] {
    let ids = context.constructs(node)
    context.requireLevels(ids, for: "a pillar", at: node.place)
    return ids
  }

  /// How many parts must enter: a number up to theirs, or `half` of them, rounded up.
  private func needed(_ map: MapReader, of parts: Int) -> Int {
    guard parts > 0 else { return 1 }
    if map.node("needed")?.text == "half" { return (parts + 1) / 2 }
    return map.whole("needed", 1...parts) ?? 1
  }
}
