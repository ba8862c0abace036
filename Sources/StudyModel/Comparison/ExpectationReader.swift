/// Reads an expectation off the cases, for ``DeviantCases``.
struct ExpectationReader {
  let outcome: String
  let conditions: [Expectation.Condition]
  let scores: [SeenScore]
  let framework: Framework
  private let byCase: [String: Int]

  init(
    outcome: String, conditions: [Expectation.Condition], scores: [SeenScore],
    framework: Framework
  ) {
    self.outcome = outcome
    self.conditions = conditions
    self.scores = scores
    self.framework = framework
    byCase = Dictionary(
      scores.enumerated().map { ($1.caseID, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A case of which the outcome and all conditions are known.
  struct Reading {
    var caseID: String
    var hasOutcome: Bool
    /// Whether the outcome is not found for nobody spoke of it.
    var isSilent: Bool
    var missing: [Expectation.Condition]
    var thin: [String]
  }

  /// The reading of a case; nil where something of it is unknown.
  func reading(of item: Case) -> Reading? {
    guard let score = score(of: item.id),
      let hasOutcome = CaseMatrix.Cell.isFound(score.construct(outcome))
    else { return nil }
    let isSilent = score.construct(outcome)?.standing == .silent
    var missing: [Expectation.Condition] = []
    for condition in conditions {
      guard let holds = holds(condition, score: score, item: item) else { return nil }
      if !holds { missing.append(condition) }
    }
    let thin = ([outcome] + conditions.compactMap(\.construct)).filter { isThin($0, in: score) }
    return Reading(
      caseID: item.id, hasOutcome: hasOutcome, isSilent: isSilent, missing: missing, thin: thin)
  }

  /// How a case does not fit; nil where it does.
  func deviant(
    _ reading: Reading, likeness: [String: String], names: [String: String]
  ) -> DeviantCases.Deviant? {
    let outcomeName = name(of: outcome)
    func deviant(_ kind: DeviantCases.Kind, _ words: String, like: String? = nil)
      -> DeviantCases.Deviant
    {
      DeviantCases.Deviant(
        caseID: reading.caseID, kind: kind, missing: reading.missing,
        thin: kind == .typicalButThin ? reading.thin : [], like: like, lookAgain: words)
    }
    let missing = Words.list(reading.missing.map { words($0, of: reading.caseID) })
    switch (reading.hasOutcome, reading.missing.isEmpty) {
    case (false, true):
      return deviant(
        .expectedNotFound,
        "What should bring it about is there, and \(outcomeName) is \(notFound(reading)). Look again at "
          + "what the evidence for it is about, and for what stands in the way.")
    case (true, false):
      return deviant(
        .foundNotExpected,
        "\(Words.capitalized(outcomeName)) was found without \(missing). Look for another way "
          + "to it, or for what was not asked.")
    case (true, true):
      guard !reading.thin.isEmpty else { return nil }
      return deviant(
        .typicalButThin,
        "It fits, but the evidence on \(Words.list(reading.thin.map(name))) is thin. One more "
          + "interview would help most here.")
    case (false, false):
      if let like = likeness[reading.caseID] {
        let other = names[like] ?? like
        return deviant(
          .nearMiss,
          "It is much like \(other), which has \(outcomeName); what it lacks is \(missing).",
          like: like)
      }
      guard conditions.count > 1, reading.missing.count == 1 else { return nil }
      return deviant(
        .nearMiss,
        "All is there but \(missing): a case in which to try for \(outcomeName).")
    }
  }

  /// How it is that an outcome was not found: nobody having spoken of it does not say that it is missing.
  private func notFound(_ reading: Reading) -> String {
    reading.isSilent ? "not spoken of" : "not there, by its band or by what was said"
  }

  /// Cases with neither condition nor outcome that come nearest to one with both, and which that is.
  func nearMisses(in readings: [Reading], cases: [Case]) -> [String: String] {
    var profiles = CaseProfiles(scores: scores, cases: cases, framework: framework)
    if let column = profiles.constructs.firstIndex(of: outcome) {
      profiles.constructs.remove(at: column)
      for place in profiles.profiles.indices { profiles.profiles[place].found.remove(at: column) }
    }
    let found = Dictionary(
      profiles.profiles.map { ($0.caseID, $0.found) }, uniquingKeysWith: { first, _ in first })
    // Of two models equally near the first in the order of the cases is named, so of those that are
    // alike the first stands for all.
    var met: Set<[Bool?]> = []
    let typical = readings.filter { $0.hasOutcome && $0.missing.isEmpty }.map(\.caseID)
      .filter { id in found[id].map { met.insert($0).inserted } ?? false }
    let candidates = readings.filter { !$0.hasOutcome && !$0.missing.isEmpty }.map(\.caseID)
    var nearest: (distance: Double, pairs: [String: String]) = (DeviantCases.nearEnough, [:])
    for candidate in candidates {
      for model in typical {
        guard let left = found[candidate], let right = found[model] else { continue }
        let (raw, compared) = CaseProfiles.jaccard(left, right)
        let distance = NineDecimals.rounded(raw)
        guard compared > 0, distance <= nearest.distance else { continue }
        if distance < nearest.distance { nearest = (distance, [:]) }
        if nearest.pairs[candidate] == nil { nearest.pairs[candidate] = model }
      }
    }
    return nearest.pairs
  }

  private func score(of caseID: String) -> SeenScore? { byCase[caseID].map { scores[$0] } }

  private func holds(
    _ condition: Expectation.Condition, score: SeenScore, item: Case
  ) -> Bool? {
    switch condition {
    case .construct(let id):
      // Silence is not absence: what is missing needs evidence against it.
      score.construct(id)?.standing == .silent
        ? nil : CaseMatrix.Cell.isFound(score.construct(id))
    case .attribute(let name, let values):
      item.attribute(name).map { stated in
        values.contains { $0.lowercased() == stated.lowercased() }
      }
    }
  }

  private func isThin(_ id: String, in score: SeenScore) -> Bool {
    guard let figure = score.construct(id)?.interview else { return true }
    switch figure.account {
    case .told(let heard, _): return heard != .borneOut(.for) && heard != .borneOut(.against)
    case .counted(let counts):
      return counts.contested
        || NineDecimals.rounded(figure.weight) <= NineDecimals.rounded(DeviantCases.thinStrength)
    }
  }

  private func name(of id: String) -> String {
    framework.construct(id).map { Words.inSentence($0.name) } ?? id
  }

  private func words(_ condition: Expectation.Condition, of caseID: String) -> String {
    switch condition {
    case .construct(let id):
      // Somebody may speak of what is of concern by its level.
      name(of: id) + (score(of: caseID)?.construct(id)?.band == .concern ? " (a concern)" : "")
    case .attribute(let name, let values):
      "a \(values.joined(separator: " or ")) \(name)"
    }
  }
}

extension Expectation.Condition {
  /// The construct, where the condition is one.
  var construct: String? {
    guard case .construct(let id) = self else { return nil }
    return id
  }
}
