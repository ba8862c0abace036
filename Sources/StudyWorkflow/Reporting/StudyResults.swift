import FileFormats
import Foundation
import Reports
import StudyModel
import StudyStore

/// What every report of a study is made from, read at one moment and in one walk over the codings, for some
/// eyes, which see nothing else.
///
/// All that was read is private to this file: ``seen(arranged:comparing:)``, and what others may be told anyway, is the
/// only way out.
struct StudyResults: Sendable {
  /// Whose eyes they are read by.
  let eyes: Eyes
  /// The study's framework.
  let framework: Framework
  private let frameworkHash: String
  private let names: StudyFacts.Names
  /// The evidence, under all three rules of consensus.
  private let evidence: EvidenceByRule
  private let seed: UInt64
  /// The scores as the researcher sees them.
  private let scores: [CaseScore]
  private let reading: Reading
  private let quotes: [Quote]
  /// What coders did with each source, for agreement by root.
  private let coders: AgreementMaterial
  private let sources: [Source]
  private let imports: [ImportEntry]
  private let invited: [CasePhase: Invitations]
  private let events: [CaseEvent]
  private let unmapped: [UnmappedCode]
  private let segments: [StandingSegment]

  /// For whom results are read.
  private enum Reading {
    /// For the researcher, with the hash of what the study holds.
    case own(PageHash)
    /// For other eyes, with what is settled for them; the key makes the hashes of their pages.
    case forOthers(SettledForOthers, key: HMACSHA256)
  }

  /// Adds what is asked beside the codings to what was gathered of them; see
  /// ``StudySnapshot/results(for:rule:seed:quoting:)``.
  init(
    _ snapshot: StudySnapshot, from corpus: StudyCorpus, for eyes: Eyes, seed: UInt64
  ) throws {
    (self.eyes, self.seed) = (eyes, seed)
    (framework, frameworkHash) = (snapshot.framework, snapshot.frameworkHash)
    names = try snapshot.names()
    evidence = corpus.evidence
    // What others see of health is drawn anew.
    scores = corpus.evidence.own.scores(seed: seed, drawsHealth: eyes.seeEverything)
    reading =
      eyes.seeEverything
      ? .own(PageHash(ofStudy: try snapshot.contentDigest()))
      : .forOthers(
        try snapshot.settledForOthers(corpus), key: HMACSHA256(key: try snapshot.reader.secret()))
    (quotes, segments) = (corpus.coded.quotes, corpus.coded.segments)
    coders = corpus.agreement
    sources = try snapshot.reader.sources()
    imports = try snapshot.standingImports()
    invited = Invitations.byPlace(try snapshot.reader.invited())
    events = try snapshot.reader.events()
    unmapped = corpus.accounts.all.codes
      .filter { snapshot.framework.meaning(ofCode: $0.key) == nil }
      .sorted { $0.key < $1.key }.map { UnmappedCode(code: $0.key, codings: $0.value) }
  }

  /// The results as the eyes see them.
  ///
  /// - Parameters:
  ///   - arranged: How cases are ordered and grouped, by attributes that may be told.
  ///   - comparing: Whether conclusions are drawn from all cases together, which only a comparison asks for.
  /// - Returns: What they see.
  func seen(arranged: CaseArrangement = .init(), comparing: Bool = false) -> SeenResults {
    let known = evidence.own.cases.filter { eyes.see(case: $0.id) }.map {
      eyes.see($0, of: framework)
    }
    let order = orderAttribute(arranged.order, of: known)
    let groups = arranged.groupBy.map(caseAttribute)
    // Sorting keeps what is equal in its order, so that those of a group stay as they are ordered.
    let ordered = [order, groups].compactMap(\.self).reduce(known) { cases, attribute in
      StudyModel.CaseOrder.attribute(attribute.id, values: attribute.values).sorted(cases)
    }
    var input = SeenStudy(
      seenScores, framework: framework, frameworkHash: frameworkHash, cases: ordered)
    input.consensus = evidence.own.rule
    input.order = order.map { .init(attribute: $0.id, label: $0.name) }
    input.grouping = groups.map { .init(attribute: $0.id, label: $0.name) }
    input.phases = evidence.own.phases
    input.events = events.filter(eyes.see)
    let shown = ShownSources(sources, for: eyes, rules: framework.scoring)
    addLines(to: &input, shown)
    let ofSet = segments.filter { $0.caseID == nil && eyes.see(ofSet: $0.kind) }
    let stated = Set(ofSet.map(\.construct))
    input.statedForSet = framework.constructs.map(\.id).filter(stated.contains)
    input.conclude(comparing: comparing)
    // What somebody says is told in words; how often it was said would tell of lone voices.
    let placesUntold = eyes.seeSegments ? [] : Set(shown.placesOfPeople)
    return SeenResults(
      eyes: eyes, input: input, names: names, ground: ground,
      setOnly: eyes.seeEverything
        ? StandingSegment.setOnly(in: segments, framework: framework) : nil,
      segments: segments.filter { segment in
        !placesUntold.contains(CasePhase(of: segment))
          && segment.caseID.map(eyes.see(case:)) ?? (eyes.caseID == nil)
      },
      placesUntold: placesUntold)
  }

  private var seenScores: SeenScores {
    let survey: SurveyForOthers? =
      switch reading {
      case .own: nil
      case .forOthers(let settled, _): settled.survey
      }
    return eyes.see(
      RawScores(
        framework: framework, interviews: evidence.own.interviews, survey: survey, scores: scores,
        seed: seed))
  }

  /// On what reports for these eyes stand.
  private var ground: SeenResults.Ground {
    switch reading {
    case .own(let hash): .own(hash)
    case .forOthers(let settled, let key):
      .forOthers(
        key: key,
        PublishedBasis(
          audience: eyes.audience, people: settled.bases, phases: evidence.own.scoredPhases,
          limits: Limits(framework.scoring),
          rules: JSONWriter.text([
            "consensus": .string(evidence.own.rule.rawValue), "framework": .string(framework.id),
            "sha256": .string(frameworkHash), "unitOverlap": .number(framework.scoring.unitOverlap),
            "version": .string(framework.version),
          ])))
    }
  }

  private func orderAttribute(_ told: String?, of cases: [Case]) -> CaseAttribute? {
    if let told { return caseAttribute(told) }
    return framework.attributes.first { attribute in
      !attribute.values.isEmpty && cases.contains { $0.attribute(attribute.id) != nil }
    }
  }

  private func caseAttribute(_ id: String) -> CaseAttribute {
    framework.attributes.first { $0.id == id }
      ?? CaseAttribute(id: id, name: framework.label(ofAttribute: id))
  }

  /// What is told of sources, files, codes and coders.
  private func addLines(to input: inout SeenStudy, _ shown: ShownSources) {
    let own = quotes.filter {
      shown.mayQuote(
        from: CasePhase(caseID: $0.caseID, phase: $0.phase), isCleared: $0.clear)
    }
    input.invited = invited.filter { $0.key.caseID.map(eyes.see(case:)) ?? false }
    guard !eyes.seeEverything else {
      input.agreement = RootAgreement.lines(coders, framework: framework, seed: seed)
      input.oftenDiffering = RootAgreement.differing(coders, framework: framework, seed: seed)
      input.quotes = own
      input.imports = .shown(imports)
      input.unmapped = .shown(unmapped)
      input.sensitivity = .shown(sensitivityLines)
      return
    }
    let scores = Dictionary(
      input.scores.map { (CasePhase(caseID: $0.caseID, phase: $0.phase), $0) },
      uniquingKeysWith: { first, _ in first })
    let told = own.filter { quote in
      scores[CasePhase(caseID: quote.caseID, phase: quote.phase)]?.mayQuote(quote.marks) == true
    }
    // In an order of their own: that of the interviews would tell who says what.
    input.quotes = told.sorted { $0.text < $1.text }.bestFirst
  }

  private var sensitivityLines: [SensitivityLine] {
    let rule = evidence.own.rule
    return evidence.sensitivity().flatMap { change in
      ConsensusRule.allCases.compactMap { other in
        guard other != rule, change.bands[other] != change.bands[rule] else { return nil }
        return SensitivityLine(
          caseID: change.caseID, phase: change.phase, construct: change.construct, rule: other,
          band: change.bands[rule], other: change.bands[other])
      }
    }
  }
}

extension StudyResults {
  /// Makes sure that there is something to score; see ``StudyEvidence/requireEvidence()``.
  func requireEvidence() throws { try evidence.own.requireEvidence() }

  /// Makes sure that cases can be ordered and grouped so: by attributes that some case states and that may be told.
  func require(_ arranged: CaseArrangement) throws {
    let cases = evidence.own.cases.map { eyes.see($0, of: framework) }
    for name in [arranged.order, arranged.groupBy].compactMap(\.self) {
      try StudyEvidence.require(attribute: name, of: cases, areAll: eyes.seeEverything)
    }
    guard let name = arranged.groupBy else { return }
    let count = Set(cases.map { $0.attribute(name)?.lowercased() }).count
    guard count > CaseArrangement.mostGroups else { return }
    throw Failure(
      .data, .manyGroups,
      "The cases have \(count) different values of \"\(name)\", and at most \(CaseArrangement.mostGroups) groups can be set side by side",
      remedy: "Group them by an attribute with fewer values, such as ranges of this one.",
      found: name)
  }

  /// Makes sure that scores are of a phase; see ``StudyEvidence/require(phase:)``.
  func require(phase name: String) throws {
    guard !evidence.own.cases.isEmpty else { return }
    try evidence.own.require(phase: name)
  }

  /// How many scores and bands another rule of consensus would change: for the researcher.
  var ruleChanges: Seen<[SeenMethods.RuleChange]> {
    guard eyes.seeEverything else { return .hidden }
    let byRule = evidence.scoresByRule()
    let bands = byRule.sensitivity
    let own = scores.flatMap { score in score.constructs.map(\.score) }
    return .shown(
      byRule.others.map { other, theirs in
        let pairs = zip(own, theirs.flatMap { score in score.constructs.map(\.score) })
        return SeenMethods.RuleChange(
          rule: other, scores: pairs.count { $0.0 != nil || $0.1 != nil },
          scoresChanged: pairs.count {
            $0.0.map(NineDecimals.rounded) != $0.1.map(NineDecimals.rounded)
          }, bandsChanged: bands.count { $0.bands[other] != $0.bands[byRule.rule] })
      })
  }
}
