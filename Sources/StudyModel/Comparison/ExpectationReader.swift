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

  /// What is read of a case.
  enum CaseRead {
    /// The outcome and all conditions are clearly there, or clearly not.
    case known(Reading)
    /// Some are neither: what is known of those.
    case unclear(DeviantCases.Unclear)
  }

  /// A case of which the outcome and all conditions are known.
  struct Reading {
    var caseID: String
    var hasOutcome: Bool
    var missing: [Expectation.Condition]
    var thin: [String]
    /// What is known of the outcome.
    var outcome: String
    /// What is known of each condition that holds, and of each that does not.
    var held: [String]
    var lacked: [String]
  }

  /// What is expected, as `What is expected: lasting skills where leaders are …`.
  var expectation: String {
    let given = conditions.map { condition in
      switch condition {
      case .construct(let id): "\(name(of: id)) is found"
      case .attribute(let attribute, let values):
        "the \(Words.inSentence(framework.label(ofAttribute: attribute))) is \(Words.list(values, and: "or"))"
      }
    }
    let what = "What is expected: \(name(of: outcome))"
    return given.isEmpty ? what + " in every case." : what + " where \(Words.list(given))."
  }

  /// The reading of a case; nil where something of it is unknown.
  func reading(of item: Case) -> CaseRead? {
    guard let score = score(of: item.id),
      let own = score.construct(outcome)?.occurrenceAsOutcome(
        border: framework.scoring.developingFrom)
    else { return nil }
    var unclear = own == .unclear ? [clause(outcome, in: score)] : []
    var (missing, doubted): ([Expectation.Condition], [Expectation.Condition]) = ([], [])
    var (held, lacked): ([String], [String]) = ([], [])
    for condition in conditions {
      guard let occurrence = occurrence(of: condition, in: score, of: item) else { return nil }
      let clause = clause(condition, in: score, of: item)
      switch occurrence {
      case .found: held.append(clause)
      case .notFound:
        missing.append(condition)
        lacked.append(clause)
      case .unclear:
        doubted.append(condition)
        unclear.append(clause)
      }
    }
    // Where a condition clearly does not hold and the outcome is not there, another in doubt changes nothing.
    if own == .notFound, !missing.isEmpty {
      missing += doubted
      unclear = []
    }
    guard unclear.isEmpty else {
      return .unclear(.init(caseID: item.id, known: Words.list(unclear)))
    }
    let thin = ([outcome] + conditions.compactMap(\.construct)).filter { isThin($0, in: score) }
    return .known(
      Reading(
        caseID: item.id, hasOutcome: own == .found, missing: missing, thin: thin,
        outcome: clause(outcome, in: score), held: held, lacked: lacked))
  }

  /// How a case does not fit; nil where it does.
  func deviant(
    _ reading: Reading, likeness: [String: String], names: [String: String]
  ) -> DeviantCases.Deviant? {
    let outcomeName = name(of: outcome)
    let lacked = Words.list(reading.lacked)
    func deviant(_ kind: DeviantCases.Kind, _ words: String, like: String? = nil)
      -> DeviantCases.Deviant
    {
      DeviantCases.Deviant(
        caseID: reading.caseID, kind: kind, missing: reading.missing,
        thin: kind == .typicalButThin ? reading.thin : [], like: like, lookAgain: words)
    }
    switch (reading.hasOutcome, reading.missing.isEmpty) {
    case (false, true):
      return deviant(
        .expectedNotFound,
        "\(held(reading)). Yet \(reading.outcome). Look again at what the evidence for it is about, "
          + "and for what stands in the way.")
    case (true, false):
      return deviant(
        .foundNotExpected,
        "\(Words.capitalized(reading.outcome)), although \(lacked). Look for another way to it, or "
          + "for what was not asked.")
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
          "It is much like \(other), which has \(outcomeName). Here \(reading.outcome), and \(lacked).",
          like: like)
      }
      guard conditions.count > 1, reading.missing.count == 1 else { return nil }
      return deviant(
        .nearMiss,
        "Of \(conditions.count) conditions that were checked one does not hold: \(lacked). "
          + "\(reading.held.count == 1 ? "The other holds" : "The others hold"): \(Words.list(reading.held)). "
          + "\(Words.capitalized(reading.outcome)).")
    }
  }

  /// That all conditions hold, and by what.
  private func held(_ reading: Reading) -> String {
    guard !reading.held.isEmpty else { return "It was expected in every case" }
    let hold =
      reading.held.count == 1
      ? "The condition that was checked holds"
      : "The \(reading.held.count) conditions that were checked hold"
    return "\(hold): \(Words.list(reading.held))"
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
    var met: Set<[Double?]> = []
    let typical = readings.filter { $0.hasOutcome && $0.missing.isEmpty }.map(\.caseID)
      .filter { id in found[id].map { met.insert($0).inserted } ?? false }
    let candidates = readings.filter { !$0.hasOutcome && !$0.missing.isEmpty }.map(\.caseID)
    var nearest: (distance: Double, pairs: [String: String]) = (DeviantCases.nearEnough, [:])
    for candidate in candidates {
      for model in typical {
        guard let left = found[candidate], let right = found[model] else { continue }
        let (raw, compared) = CaseProfiles.distance(left, right)
        let distance = NineDecimals.rounded(raw)
        guard compared > 0, distance <= nearest.distance else { continue }
        if distance < nearest.distance { nearest = (distance, [:]) }
        if nearest.pairs[candidate] == nil { nearest.pairs[candidate] = model }
      }
    }
    return nearest.pairs
  }

  private func score(of caseID: String) -> SeenScore? { byCase[caseID].map { scores[$0] } }

  /// Whether a condition holds; nil where that is unknown.
  private func occurrence(
    of condition: Expectation.Condition, in score: SeenScore, of item: Case
  ) -> Occurrence? {
    switch condition {
    case .construct(let id):
      score.construct(id)?.occurrenceAsCondition(border: framework.scoring.developingFrom)
    case .attribute(let name, let values):
      item.attribute(name).map { stated in
        values.contains { $0.lowercased() == stated.lowercased() } ? .found : .notFound
      }
    }
  }

  /// What is known of a construct, as `leadership commitment is at 57 (developing; 49 to 65)`.
  private func clause(_ id: String, in score: SeenScore) -> String {
    let construct = score.construct(id)
    guard let level = construct?.score else {
      let said = construct?.interview.map { $0.heard?.words ?? $0.presence.rawValue }
      return "\(name(of: id)) is \(said ?? "not known")"
    }
    let figures = [construct?.band.map(Self.words), construct?.interval.map(Words.interval)]
    let short = construct?.standing == .partly && construct?.gapReading == .short
    return
      "\(name(of: id)) is at \(Words.whole(level)) (\(figures.compactMap(\.self).joined(separator: "; ")))"
      + (short ? ", clearly short of what is wanted" : "")
  }

  private static func words(_ band: Band) -> String {
    band == .developing ? band.rawValue : "a \(band.rawValue)"
  }

  /// What is known of a condition, as `the drive is strong, where moderate or weak is expected`.
  private func clause(
    _ condition: Expectation.Condition, in score: SeenScore, of item: Case
  ) -> String {
    switch condition {
    case .construct(let id): return clause(id, in: score)
    case .attribute(let attribute, let values):
      let stated = item.attribute(attribute) ?? ""
      let isExpected = values.contains { $0.lowercased() == stated.lowercased() }
      return
        "the \(Words.inSentence(framework.label(ofAttribute: attribute))) is \(Words.inSentence(stated))"
        + (isExpected ? "" : ", where \(Words.list(values, and: "or")) is expected")
    }
  }

  /// Whether what is known rests on one voice or on people who contradict each other, and no survey bears it out.
  private func isThin(_ id: String, in score: SeenScore) -> Bool {
    if let survey = score.construct(id)?.survey.figure, survey.n >= framework.scoring.fullAnswers {
      return false
    }
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
}

extension Expectation.Condition {
  /// The construct, where the condition is one.
  var construct: String? {
    guard case .construct(let id) = self else { return nil }
    return id
  }
}
