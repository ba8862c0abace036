import FileFormats
import Foundation
import Reports
import StudyModel

extension StudyResults {
  /// The results as some eyes see them.
  ///
  /// - Parameters:
  ///   - eyes: Whose.
  ///   - order: The attribute by which cases are ordered; nil takes the framework's first ordered one
  ///     that the cases state and that may be told.
  /// - Returns: What they see.
  func seen(by eyes: Eyes, order: String? = nil) -> SeenResults {
    let known = evidence.cases.filter { eyes.see(case: $0.id) }.map { eyes.see($0, of: framework) }
    let attribute = orderAttribute(order, of: known)
    let ordered = attribute.map { attribute in
      StudyModel.CaseOrder.attribute(attribute.id, values: attribute.values).sorted(known)
    }
    let seen = evidence.interviews[rule].flatMap { interviews -> [SeenScore]? in
      guard eyes.seeEverything || forOthers != nil else { return nil }
      return eyes.see(
        RawScores(
          framework: framework, interviews: interviews, survey: forOthers?.survey, scores: scores,
          seed: seed))
    }
    var input = ReportInput(
      study: eyes.seeEverything ? facts : facts.withoutHash, eyes: eyes, framework: framework,
      frameworkHash: frameworkHash,
      cases: ordered ?? known, scores: seen ?? [])
    input.consensus = rule
    input.order = attribute.map { .init(attribute: $0.id, label: $0.name) }
    input.phases = evidence.phases
    addFindings(to: &input)
    addLines(to: &input)
    addComparison(to: &input)
    let shown = ShownSources(sources, for: eyes, rules: framework.scoring)
    let stated = Set(segmentsOfSet(for: eyes).map(\.construct))
    return SeenResults(
      eyes: eyes, input: input, key: key,
      outcomes: SeenOutcomes(
        OutcomeCounts(segments: segments, cases: evidence.cases, framework: framework),
        of: input.cases, hidden: Set(shown.hidden.compactMap(\.caseID))),
      statedForSet: framework.constructs.map(\.id).filter(stated.contains),
      setOnly: eyes.seeEverything
        ? StandingSegment.setOnly(in: segments, framework: framework) : nil,
      segments: eyes.seeSegments ? segments : [], lastPhase: lastPhase(of: input.scores),
      rule: rule, phases: evidence.scoredPhases,
      bases: eyes.seeEverything ? [] : forOthers?.bases ?? [])
  }

  /// Makes sure that there is something to score; see ``StudyEvidence/requireEvidence()``.
  func requireEvidence() throws { try evidence.requireEvidence() }

  /// Makes sure that some case states an attribute that may be told to some eyes.
  func require(attribute name: String, for eyes: Eyes) throws {
    try StudyEvidence.require(
      attribute: name, of: evidence.cases.map { eyes.see($0, of: framework) })
  }

  /// Makes sure that the study has a case.
  ///
  /// - Throws: `Failure` with the nearest known name.
  func require(case id: String) throws {
    let known = evidence.cases.map(\.id)
    guard !known.contains(id) else { return }
    throw Failure.noCase(id, known: known)
  }

  /// Makes sure that scores are of a phase; see ``StudyEvidence/require(phase:)``.
  func require(phase name: String) throws {
    guard !evidence.cases.isEmpty else { return }
    try evidence.require(phase: name)
  }

  /// What is told of sources, files, codes and coders.
  private func addLines(to input: inout ReportInput) {
    let eyes = input.eyes
    let own = quotes.filter { eyes.see(case: $0.caseID) && eyes.mayQuote(isCleared: $0.clear) }
    input.invited = invited.filter { eyes.see(case: $0.caseID) }
    let shown = ShownSources(sources, for: eyes, rules: framework.scoring)
    input.agreement = agreementLines(of: coders.only(shown.contains), for: eyes)
    guard !eyes.seeEverything else {
      input.quotes = own
      input.imports = imports
      input.unmapped = unmapped
      input.sensitivity = sensitivityLines
      return
    }
    let scores = Dictionary(
      input.scores.map { (CasePhase(caseID: $0.caseID, phase: $0.phase), $0) },
      uniquingKeysWith: { first, _ in first })
    let told = own.filter { quote in
      isOneOfSeveral(quote)
        && scores[CasePhase(caseID: quote.caseID, phase: quote.phase)]?.mayQuote(quote.marks)
          == true
    }
    // In an order of their own: that of the interviews would tell who says what.
    input.quotes = told.enumerated().sorted {
      ($0.element.caseID, $0.element.phase ?? "", Self.rank($0.element.text), $0.element.text)
        < ($1.element.caseID, $1.element.phase ?? "", Self.rank($1.element.text), $1.element.text)
    }.map(\.element)
  }

  /// Whether a quote is of a case and phase with so many interviewees that one of them, who knows the own
  /// words, does not know whose the others are.
  private func isOneOfSeveral(_ quote: Quote) -> Bool {
    let people = sources.filter { $0.caseID == quote.caseID && $0.phase == quote.phase }
      .compactMap(\.participant)
    return Set(people).count >= framework.scoring.suppressInformantsBelow
  }

  /// Agreement by root: for others two decimals and no counts, from which no code could be worked out.
  private func agreementLines(
    of material: AgreementMaterial, for eyes: Eyes
  ) -> [AgreementLine] {
    guard !eyes.seeEverything else {
      return RootAgreement.lines(material, framework: framework, seed: seed)
    }
    // On the codes of which agreement is told at all: others would tell of a lone voice.
    let told = material.told(by: framework)
    guard !told.codes.isEmpty else { return [] }
    return RootAgreement.lines(told, framework: framework, seed: seed).map(\.rounded)
  }

  /// Whole passages before cut ones, longer before shorter.
  private static func rank(_ text: String) -> Int {
    10 * (text.components(separatedBy: "[...]").count - 1) + (text.count < 60 ? 5 : 0)
  }

  private func orderAttribute(_ told: String?, of cases: [Case]) -> CaseAttribute? {
    if let told {
      return framework.attributes.first { $0.id == told } ?? CaseAttribute(id: told, name: told)
    }
    return framework.attributes.first { attribute in
      !attribute.values.isEmpty && cases.contains { $0.attribute(attribute.id) != nil }
    }
  }

  private func addFindings(to input: inout ReportInput) {
    let engine = FindingEngine(framework: framework)
    let phases = phaseNames(of: input.scores)
    let byPlace = Dictionary(
      input.scores.enumerated().map { (CasePhase(caseID: $1.caseID, phase: $1.phase), $0) },
      uniquingKeysWith: { first, _ in first })
    let about = Dictionary(
      input.cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for score in input.scores {
      let before = previous(to: score.phase, in: phases).flatMap { phase in
        byPlace[CasePhase(caseID: score.caseID, phase: phase)].map { input.scores[$0] }
      }
      let findings = engine.findings(
        in: score, about: about[score.caseID], previous: before)
      input.findings.append(
        CaseFindings(
          caseID: score.caseID, phase: score.phase, findings: findings,
          recommends: Recommendations.ordered(from: findings, framework: framework)
            .map(\.recommendation.id)))
    }
    guard !phases.isEmpty else { return }
    let last = lastPhase(of: input.scores)
    let before = previous(to: last, in: phases)
    input.setFindings = engine.findings(
      across: latest(input.scores, phase: last), cases: input.cases,
      previous: before.map { latest(input.scores, phase: $0) } ?? [])
  }

  /// The segments of evidence for the whole set, to others than the researcher without what somebody
  /// may have said: how many people that were, nobody can count.
  private func segmentsOfSet(for eyes: Eyes) -> [StandingSegment] {
    guard eyes.caseID == nil else { return [] }
    return segments.filter {
      $0.caseID == nil && (eyes.seeEverything || !$0.kind.mayBeConfidential)
    }
  }

  private func addComparison(to input: inout ReportInput) {
    let last = lastPhase(of: input.scores)
    let scores = latest(input.scores, phase: last)
    let byConstruct = Dictionary(grouping: segmentsOfSet(for: input.eyes), by: \.construct)
    input.setEvidence = framework.constructs.compactMap { construct in
      let own = byConstruct[construct.id] ?? []
      return own.first.map {
        SetEvidence(
          construct: construct.id, source: input.eyes.nameFiles ? $0.source : "",
          mentions: own.count)
      }
    }
    input.likeness = likeness(scores, cases: input.cases, for: input.eyes)
    for expectation in framework.expectations {
      let deviants = DeviantCases(
        outcome: expectation.outcome, conditions: expectation.conditions, scores: scores,
        cases: input.cases, framework: framework)
      input.deviant += deviants.deviants
    }
  }

  /// Cases by the forms of value found in them; nil with fewer than two cases to compare.
  private func likeness(_ scores: [SeenScore], cases: [Case], for eyes: Eyes) -> Likeness? {
    guard cases.count <= Dendrogram.mostCases else { return nil }
    let profiles = CaseProfiles(
      scores: scores, cases: cases, framework: framework, isBorneOut: !eyes.seeEverything)
    guard profiles.profiles.count > 1, !profiles.constructs.isEmpty else { return nil }
    let ids = profiles.profiles.map(\.caseID)
    let isOfPeople = scores.contains { score in
      score.constructs.contains { $0.interview?.heard != nil }
    }
    let tree = profiles.dendrogram
    // Groups by the places of their cases: single cases first, then one number a merge.
    var numbers: [Set<Int>: Int] = [:]
    for place in ids.indices { numbers[[place]] = place }
    var merges: [Likeness.Merge] = []
    for merge in tree.merges {
      let left = numbers[Set(merge.left)] ?? 0
      let right = numbers[Set(merge.right)] ?? 0
      numbers[Set(merge.left + merge.right)] = ids.count + merges.count
      merges.append(.init(left: left, right: right, height: merge.height))
    }
    return Likeness(
      cases: ids,
      basis: "\(profiles.constructs.count) forms of value, "
        + (isOfPeople ? "borne out by several or not" : "found or not"),
      distances: profiles.distances.map { $0.map { $0 } }, merges: merges, notes: tree.notes())
  }

  private var sensitivityLines: [SensitivityLine] {
    evidence.sensitivity(scoredBy: rule).flatMap { change in
      ConsensusRule.allCases.compactMap { other in
        guard other != rule, change.bands[other] != change.bands[rule] else { return nil }
        return SensitivityLine(
          caseID: change.caseID, phase: change.phase, construct: change.construct, rule: other,
          band: change.bands[rule], other: change.bands[other])
      }
    }
  }

  /// The last phase of the scores; nil where no evidence states one.
  func lastPhase(of scores: [SeenScore]) -> String? {
    phaseNames(of: scores).compactMap { $0 }.last
  }

  /// The phases of the scores in time, nil after them for what states none; a single nil where the
  /// study has none.
  private func phaseNames(of scores: [SeenScore]) -> [String?] {
    let used = Set(scores.map { $0.phase })
    let known: [String?] = evidence.phases.map(\.name).filter { used.contains($0) }
    return known + (used.contains(nil) ? [nil] : [])
  }

  private func previous(to phase: String?, in phases: [String?]) -> String? {
    guard phase != nil, let at = phases.firstIndex(of: phase), at > 0 else { return nil }
    return phases[at - 1]
  }

  private func latest(_ scores: [SeenScore], phase: String?) -> [SeenScore] {
    scores.filter { $0.phase == phase }
  }
}
