import StudyModel
import Testing

@Suite("Codings and decisions are read by what their codes mean")
struct CodebookTests {
  /// Two names of one construct, and one name of two.
  private static let codebook: Codebook = {
    var framework = SmallModel.framework()
    framework.codes = [
      "pays off": [CodeMeaning(construct: "gain.a")],
      "hoped for": [CodeMeaning(construct: "gain.a", desired: true)],
      "both ways": [CodeMeaning(construct: "way.x"), CodeMeaning(construct: "way.y")],
    ]
    return Codebook(framework)
  }()

  private static func coding(
    _ coder: String, _ code: String, weight: Double? = nil, valence: Valence? = nil
  ) -> Coding {
    Coding(
      coder: coder, code: code, span: Span(start: 0, end: 9), weight: weight, valence: valence)
  }

  private static func units(
    _ codings: [Coding], _ decisions: [Adjudication] = [], coders: [String] = ["ana", "ben"],
    read: [String] = []
  ) -> [ConsensusUnit] {
    Consensus(
      of: CodedSource(
        source: Source(id: "s", caseID: "one", coders: coders, read: read, kind: .interview),
        codings: codings, adjudications: decisions),
      by: codebook
    ).units(under: .majority)
  }

  private static func decision(
    _ decision: Adjudication.Decision, code: String, newCode: String? = nil,
    at: String = "2026-01-01"
  ) -> Adjudication {
    Adjudication(
      code: code, span: Span(start: 0, end: 9), decision: decision, newCode: newCode, by: "eve",
      at: at, reason: "", row: 1)
  }

  @Test("Two names of one construct are one unit; received and wanted are two")
  func names() {
    let units = Self.units([
      Self.coding("ana", "gain.a"), Self.coding("ben", "pays off"), Self.coding("ben", "hoped for"),
      Self.coding("ana", "a word of hers"),
    ])
    #expect(units.map(\.code) == ["a word of hers", "gain.a", "gain.a.desired"])
    #expect(units.map(\.votes) == [1, 2, 1])
    #expect(units.map(\.state) == [.unresolved, .agreed, .unresolved])
  }

  @Test("One span under two names by one coder counts once, with the higher weight")
  func twice() {
    let units = Self.units([
      Self.coding("ana", "gain.a", weight: 1), Self.coding("ana", "pays off", weight: 3),
      Self.coding("ben", "gain.a", valence: .contrary), Self.coding("ben", "pays off"),
    ])
    #expect(units.map(\.votes) == [2] && units.map(\.weight) == [3])
    #expect(units.first?.codings.map(\.valence) == [nil, .mixed])
  }

  @Test("A name of several constructs is a coding of each, and so is a decision on it")
  func several() {
    let codings = [Self.coding("ana", "both ways"), Self.coding("ben", "way.x")]
    #expect(
      Self.units(codings).map { [$0.code, $0.state.rawValue] } == [
        ["way.x", "agreed"], ["way.y", "unresolved"],
      ])
    let rejected = Self.units(codings, [Self.decision(.reject, code: "both ways")])
    #expect(rejected.map(\.state) == [.rejected, .rejected])
  }

  @Test("A change to a name of several constructs makes a unit of each, marked once")
  func change() {
    let coded = CodedSource(
      source: Source(id: "s", caseID: "one", coders: ["ana"], kind: .interview),
      codings: [Self.coding("ana", "gain.a", weight: 2)],
      adjudications: [Self.decision(.change, code: "pays off", newCode: "both ways")])
    let consensus = Consensus(of: coded, by: Self.codebook)
    let units = consensus.units(under: .majority)
    #expect(units.map(\.code) == ["way.x", "way.y"] && units.allSatisfy { $0.state == .changed })
    #expect(units.map(\.weight) == [2, 2] && units.map(\.codedAs) == ["gain.a", "gain.a"])
    #expect(Array(consensus.eachMarkedUnit(under: .majority)).count == 1)
    #expect(Array(consensus.codings).count == 1)
  }

  @Test("Of two decisions the later by the clock stands, though not by its text")
  func clock() {
    let codings = [Self.coding("ana", "gain.a"), Self.coding("ben", "gain.a")]
    let units = Self.units(
      codings,
      [
        Self.decision(.reject, code: "gain.a", at: "2026-04-14T20:00:00+02:00"),
        Self.decision(.accept, code: "pays off", at: "2026-04-14 18:30"),
      ])
    #expect(units.map(\.state) == [.accepted])
  }

  @Test("Who has not handed in has no vote; who is said to have read it has one")
  func handedIn() {
    let one = [Self.coding("ana", "gain.a")]
    #expect(Self.units(one).map(\.state) == [.agreed])
    #expect(Self.units(one).map(\.handedIn) == [1])
    #expect(Self.units(one, read: ["ben"]).map(\.state) == [.unresolved])
    let consensus = Consensus(
      of: CodedSource(
        source: Source(id: "s", caseID: "one", coders: ["ana", "ben", "cleo"], kind: .interview),
        codings: one, adjudications: [], isNewest: false, codedElsewhereBy: ["cleo"]))
    #expect(consensus.coders == ["ana", "cleo"] && consensus.notHandedIn == ["ben"])
    #expect(
      NotHandedIn.sentence(NotHandedIn.all(["ben": 3, "cleo": 1200]))
        == "\"ben\" has not handed in 3 sources and \"cleo\" 1,200")
  }

  @Test("Sources of one work are one informant, whose kind hangs on what is said in which")
  func works() throws {
    func source(_ id: String, _ kind: Source.Kind, _ code: String, work: String?) -> CodedSource {
      CodedSource(
        source: Source(id: id, caseID: "one", kind: kind, work: work),
        codings: [Self.coding("ana", code)], adjudications: [])
    }
    func figure(_ id: String, _ sources: [CodedSource]) throws -> InterviewFigure.Counts {
      try #require(SmallModel.score(sources).construct(id)?.interview?.counts)
    }
    let two = [
      source("table", .caseAnalysis, "gain.a", work: "w"),
      source("page", .document, "gain.a", work: "w"),
      source("site", .document, "gain.b", work: "w"),
      source("visit", .observation, "gain.b", work: "w"),
    ]
    #expect(try figure("gain.a", two).informants == 1)
    #expect(try figure("gain.a", two).grade == .agreed)
    #expect(try figure("gain.b", two).informants == 2)
    #expect(try figure("gain.b", two).grade == .corroborated)
  }

  @Test("Presence: in part, undecided, and a parent's first word")
  func presence() throws {
    func presence(_ id: String, _ sources: [CodedSource]) throws -> Presence {
      try #require(SmallModel.score(sources).construct(id)?.interview?.presence)
    }
    let mixed = SmallModel.interview("p", ("way.x", nil, .mixed))
    let denied = SmallModel.interview("q", ("way.y", nil, .contrary))
    #expect(try presence("way.x", [mixed]) == .inPart)
    #expect(try presence("way", [mixed, denied]) == .inPart)
    #expect(try presence("way", [denied]) == .denied)
    let open = CodedSource(
      source: Source(
        id: "o", caseID: "one", participant: "o", coders: ["ana", "ben"], read: ["ben"],
        kind: .interview),
      codings: [Self.coding("ana", "way.x")], adjudications: [])
    #expect(try presence("way.x", [open]) == .undecided)
    #expect(try presence("way", [open]) == .undecided)
    #expect(try presence("way.y", [open]) == .notSpokenOf)
    #expect(SmallModel.score([open]).construct("way.x")?.convergence == nil)
  }

  @Test("A wish that coders differ on is neither wanted nor unasked")
  func openWish() throws {
    let coded = CodedSource(
      source: Source(
        id: "s", caseID: "one", participant: "p", coders: ["ana", "ben"], read: ["ben"],
        kind: .interview),
      codings: [Self.coding("ana", "gain.a.desired")], adjudications: [])
    let score = SmallModel.score([coded])
    let form = try #require(score.construct("gain.a"))
    #expect(form.wish == .open)
    #expect(score.unresolvedUnits == .shown(1))
    #expect(try #require(score.construct("gain.b")).wish == .notWanted)
  }

  @Test("The log has a line a meaning, each with what became of that one")
  func log() {
    let history = DecisionHistory(
      source: Source(
        id: "s", caseID: "one", coders: ["ana", "ben"], read: ["ben"], kind: .interview),
      codings: [.init(Self.coding("ana", "both ways"), importID: 1)], codebook: Self.codebook)
    var accept = Self.decision(.accept, code: "way.y", at: "2026-01-02")
    accept.row = 2
    let records = history.records(of: [
      .init(Self.decision(.reject, code: "both ways"), importID: 2), .init(accept, importID: 2),
    ])
    #expect(records.map(\.decision.code) == ["way.x", "way.y", "way.y"])
    #expect(records.map(\.standing) == [.stands, .superseded(by: 2), .stands])
    #expect(records.map { $0.before?.state } == [.unresolved, .unresolved, .rejected])
  }

  @Test("Of what excludes each other nothing changes, nor does what is above by it")
  func kinds() throws {
    var framework = SmallModel.framework()
    for place in framework.constructs.indices where framework.constructs[place].id == "way" {
      framework.constructs[place].childrenAreKinds = true
    }
    var evidence = InterviewEvidence(
      framework: framework, cells: StudyCells(cases: ["one"], phases: ["1", "2"]),
      participants: [])
    for (phase, weight) in [("1", 1.0), ("2", 3.0)] {
      var coded = SmallModel.interview(
        "p", ("way.x", weight, nil), ("gain.a", weight, nil), id: phase)
      coded.source.phase = phase
      evidence.add(coded)
    }
    let scoring = Scoring(interviews: evidence, survey: nil, drawsHealth: false)
    let changes = try #require(scoring.withChanges(scoring.scores, paired: nil).last?.change)
    #expect(changes.construct("way")?.interviews == nil)
    #expect(changes.construct("way.x")?.interviews?.n == 1)
    #expect(changes.construct("gain")?.interviews?.n == 1)
  }
}
