import Exchange
import Foundation
import Statistics
import StudyModel
import TestSupport
import Testing

/// The findings of every framework that ships, on studies and scores made at random.
@Suite("Findings of the frameworks that ship claim and praise no more than is known")
struct ShippedFindingsTests {
  private static func framework(_ folder: String) throws -> Framework {
    try FrameworkReader.read(folder: Fixtures.root.appending(path: "instruments/" + folder)).get()
  }

  // MARK: - Absence

  /// Interviews of two coders, who agree on some passages and on others have one each.
  private struct Interviews {
    let framework: Framework
    var sources: [CodedSource] = []

    init(_ framework: Framework, generator: inout SeededGenerator) {
      self.framework = framework
      for person in 0..<3 {
        var codings: [Coding] = []
        for (place, construct) in framework.constructs.enumerated()
        where generator.index(below: 3) == 0 {
          let isAgreed = generator.index(below: 2) == 0
          for coder in isAgreed ? ["ana", "ben"] : ["ana"] {
            codings.append(
              Coding(
                coder: coder, code: construct.id,
                span: Span(start: 10 * place, end: 10 * place + 9),
                valence: isAgreed && generator.index(below: 5) == 0 ? .contrary : .supporting))
          }
        }
        sources.append(
          CodedSource(
            source: Source(
              id: "s\(person)", caseID: "one", participant: "q\(person)", coders: ["ana", "ben"],
              kind: .interview),
            codings: codings, adjudications: []))
      }
    }

    /// The same after all that is open was accepted.
    var decided: Interviews {
      var decided = self
      for place in sources.indices {
        decided.sources[place].adjudications = Consensus(of: sources[place])
          .units(under: .majority).filter { $0.state == .unresolved }.map {
            Adjudication(
              code: $0.codedAs, span: $0.codedSpan, decision: .accept, by: "cay", at: "2026-01-01",
              reason: "Said so.", row: 1)
          }
      }
      return decided
    }

    func findings(awaits: Bool = false) -> [Finding] {
      var evidence = InterviewEvidence(
        framework: framework, cells: StudyCells(cases: ["one"]), participants: [Participant]())
      for source in sources { evidence.add(source) }
      var scores = Scoring(interviews: evidence, survey: nil).scores
      for place in scores.indices { scores[place].awaitsCodings = awaits }
      let seen = Eyes.researcher.see(
        RawScores(
          framework: framework, interviews: evidence, survey: nil, scores: scores, seed: 1)
      ).list
      let engine = FindingEngine(framework: framework)
      return seen.flatMap { engine.findings(in: $0, about: nil) }
        + engine.findings(across: seen, cases: [])
    }
  }

  /// Findings that say that something is not there, or of few, by what they fired on, with the construct.
  private static func absent(_ findings: [Finding], of framework: Framework) -> [String] {
    let ofFew = Set(framework.findings.filter { asksForFew($0.condition) }.map(\.id))
    return findings.filter { finding in
      ofFew.contains(finding.rule)
        || finding.evidence.contains { line in
          ["not spoken of", "denied", "absent", "silence: interviews"].contains {
            line.hasSuffix(": \($0)")
          }
        }
    }.map { "\($0.rule) \($0.construct ?? "")" }
  }

  /// Whether a condition asks that no more than so many are spoken of or borne out.
  private static func asksForFew(_ condition: FindingCondition) -> Bool {
    switch condition {
    case .number(.spoken, let bounds), .number(.valueBreadth, let bounds):
      bounds.below != nil || bounds.atMost != nil
    case .all(let parts), .any(let parts): parts.contains(where: asksForFew)
    case .not(let inner), .cases(let inner, _, _): asksForFew(inner)
    case .number, .word, .gap, .extreme: false
    }
  }

  @Test(
    "What fires on absence still fires after all that was open is decided",
    arguments: ShippedFrameworkTests.folders)
  func pending(folder: String) throws {
    let framework = try Self.framework(folder)
    var (kept, gone) = (0, 0)
    for seed in 1...40 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let open = Interviews(framework, generator: &generator)
      var settled = open
      // Without what is open there is more that is absent, and it is said.
      for place in settled.sources.indices {
        let stands = Set(
          Consensus(of: open.sources[place]).units(under: .majority).filter(\.stands).map(\.code))
        settled.sources[place].codings.removeAll { !stands.contains($0.code) }
      }
      let claimed = Self.absent(open.findings(), of: framework)
      let later = Set(open.decided.findings().map { "\($0.rule) \($0.construct ?? "")" })
      for claim in claimed {
        #expect(later.contains(claim), "\(claim), seed \(seed)")
      }
      kept += claimed.count
      gone += Set(Self.absent(settled.findings(), of: framework)).subtracting(claimed).count
      #expect(Self.absent(open.findings(awaits: true), of: framework) == [], "seed \(seed)")
    }
    #expect(kept > 0 && gone > 0)
  }

  // MARK: - Praise

  /// Scores at random: levels of both streams that may contradict each other, gaps that may be clear.
  private static func scores(
    _ framework: Framework, generator: inout SeededGenerator
  ) -> RawScores {
    func level() -> Double { Double([20, 60, 80, 95][generator.index(below: 4)]) }
    let constructs = framework.constructs.map { construct -> ConstructScore in
      let interview = InterviewFigure(
        score: level(), side: .for, strength: 2 / 3,
        counts: .init(
          informants: 3, measured: 3, interviewees: 3, speaking: 3, mentions: 3, contrary: 0,
          contested: false, unresolved: 0, grade: .corroborated, presence: .evident,
          repertoire: framework.isLeaf(construct.id) ? nil : .init(spoken: 5, of: 5)))
      let survey = SurveyFigure(
        score: level(), weighting: .organizations, n: 9, organizations: 4, interval: nil,
        answers: .counted(.init(sd: 1)))
      var score = ConstructScore(
        id: construct.id, interview: interview, survey: survey, rules: framework.scoring)
      if framework.isForm(construct.id) {
        let gap = Double([-20, 0, 20][generator.index(below: 3)])
        score.gap = .shown(
          ValueGap(
            id: construct.id, desired: 60 + gap, derived: 60, gap: gap,
            interval: Interval(low: gap - 10, high: gap + 10), n: 9, quadrant: nil)
        )
      }
      return score
    }
    let evidence = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"]), participants: [Participant]())
    let score = CaseScore(
      caseID: "one", phase: nil, constructs: constructs,
      pillars: Pillars.scores(framework, constructs: constructs),
      health: HealthScore(score: nil, seed: 1), valueBreadth: .counted(4), interviewees: 3,
      codingCover: CodingCover(), responses: 9, organizations: 4)
    return RawScores(
      framework: framework, interviews: evidence, survey: nil, scores: [score], seed: 1)
  }

  /// What says that something goes well, and what each such finding is of.
  ///
  /// What tells only how much is known, or that the two sources agree, praises nothing.
  private static func praise(_ raw: RawScores, by framework: Framework) -> [Finding] {
    let seen = Eyes.researcher.see(raw).list
    let engine = FindingEngine(framework: framework)
    return
      (seen.flatMap { engine.findings(in: $0, about: nil) }
      + engine.findings(across: seen, cases: []))
      .filter { !["joint", "quality"].contains($0.section) }
  }

  @Test("Nothing is praised that falls short or is contradicted")
  func praise() throws {
    // Rules that are careful themselves need no guard; not all are.
    let kept = try ShippedFrameworkTests.folders.map(kept).reduce(0, +)
    #expect(kept > 0)
  }

  /// How often the word for praise keeps a shipped framework's rules from what is in doubt.
  private func kept(_ folder: String) throws -> Int {
    let framework = try Self.framework(folder)
    let strengths = Set(framework.findings.filter { $0.tone == .strength }.map(\.id))
    // The same rules without the word for it fire on anything.
    var unguarded = framework
    for place in unguarded.findings.indices { unguarded.findings[place].tone = .neutral }
    var (said, kept) = (0, 0)
    for seed in 1...200 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let raw = Self.scores(framework, generator: &generator)
      let score = try #require(Eyes.researcher.see(raw).list.first)
      let doubtful = Set(
        framework.constructs.map(\.id).filter { id in
          score.construct(id)?.convergence == .dissonance
            || (score.construct(id)?.gap.figure).map { $0.gap > 0 && $0.clear == true } == true
        })
      let found = Self.praise(raw, by: framework).filter { strengths.contains($0.rule) }
      for finding in found {
        #expect(doubtful.isDisjoint(with: finding.constructs), "\(finding.rule), seed \(seed)")
      }
      said += found.count
      kept += Self.praise(raw, by: unguarded).count { finding in
        strengths.contains(finding.rule) && !doubtful.isDisjoint(with: finding.constructs)
      }
    }
    #expect(said > 0, "\(folder)")
    return kept
  }
}
