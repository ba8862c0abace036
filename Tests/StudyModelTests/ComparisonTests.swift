import Testing

@testable import StudyModel

@Suite("Cases side by side")
struct ComparisonTests {
  @Test("Table II has 22 outcomes with 24 labels, three outcomes in the first case")
  func outcomes() {
    let counts = OutcomeCounts(
      segments: SevenCases.segments, cases: SevenCases.cases, framework: VanWinkelen.framework)
    #expect(counts.total.outcomes == 22)
    #expect(counts.total.labels == 24)
    #expect(counts.cases.map(\.outcomes) == [3, 3, 5, 3, 3, 2, 3])
    #expect(counts.cases.map(\.labels) == [3, 3, 5, 3, 4, 2, 4])
  }

  @Test("Two codes on nearly one span are one outcome; two segments under one code are two")
  func overlaps() {
    func segment(_ start: Int, _ end: Int, _ form: String, caseID: String? = "A")
      -> StandingSegment
    {
      StandingSegment(
        caseID: caseID, source: "s", kind: .interview, span: Span(start: start, end: end),
        construct: form)
    }
    let counts = OutcomeCounts(
      segments: [
        segment(0, 10, "v.a"), segment(1, 10, "v.b"), segment(2, 10, "v.a"), segment(8, 30, "v.b"),
        segment(0, 10, "elsewhere"), segment(40, 50, "v.a", caseID: nil),
      ], cases: [Case(id: "A", name: "A"), Case(id: "B", name: "B")],
      framework: Figures.framework())
    #expect(counts.cases.map(\.outcomes) == [3, 0])
    #expect(counts.cases.map(\.labels) == [4, 0])
  }

  @Test("Relationship building is the most common form, reputation and one capability the rarest")
  func forms() {
    let profiles = CaseProfiles(
      scores: SevenCases.scores, cases: SevenCases.cases, framework: VanWinkelen.framework)
    let counts = profiles.constructs.indices.map { column in
      profiles.profiles.count { $0.found[column] == 1 }
    }
    func forms(_ count: Int?) -> [String] {
      zip(profiles.constructs, counts).filter { $0.1 == count }.map(\.0)
    }
    #expect(counts.max() == 6)
    #expect(forms(counts.max()) == ["value.relationship"])
    #expect(counts.min() == 1)
    #expect(forms(counts.min()) == ["value.reputation", "value.capability.collaborating"])
  }

  @Test("A construct with evidence on the whole set alone is not compared by case")
  func setOnly() {
    let practices = ["dynamics.ties.technology", "dynamics.ties.continuity"].map {
      StandingSegment(
        caseID: nil, source: "table-iii", kind: .document, span: Span(start: 0, end: 9),
        construct: $0)
    }
    let inCase = StandingSegment(
      caseID: "A", source: "s", kind: .interview, span: Span(start: 0, end: 9),
      construct: "dynamics.ties.continuity")
    #expect(
      StandingSegment.setOnly(in: practices + [inCase], framework: VanWinkelen.framework)
        == ["dynamics.ties.technology"])
  }

  @Test("Standing segments leave out contrary, wanted and unknown codes")
  func standing() {
    let source = Source(id: "s", caseID: "A", kind: .interview)
    let codings: [(String, Valence?)] = [
      ("v.a", nil), ("v.b", .contrary), ("v.b.desired", nil), ("unheard-of", nil),
    ]
    let coded = CodedSource(
      source: source,
      codings: codings.enumerated().map { place, coding in
        Coding(
          coder: "X", code: coding.0, span: Span(start: place * 10, end: place * 10 + 5),
          valence: coding.1)
      }, adjudications: [])
    let segments = StandingSegment.all(
      in: Consensus(of: coded), under: .majority, framework: Figures.framework())
    #expect(segments.map(\.construct) == ["v.a"])
    #expect(segments.map(\.span) == [Span(start: 0, end: 5)])
  }

  @Test("Cases are ordered by stated values, then as given; those without the attribute come last")
  func order() {
    func ids(_ order: CaseOrder) -> [String] {
      let values = ["weak", "strong", "", "moderate", "Strong"]
      return order.sorted(
        zip(["A", "B", "C", "D", "E"], values).map {
          Case(id: $0, name: $0, attributes: [Attribute(name: "drive", value: $1)])
        }
      ).map(\.id)
    }
    let drive = ["strong", "moderate", "weak"]
    #expect(ids(.asGiven) == ["A", "B", "C", "D", "E"])
    #expect(ids(.attribute("drive", values: drive)) == ["B", "E", "D", "A", "C"])
    #expect(
      ids(.attribute("drive", values: drive, descending: true)) == ["A", "D", "B", "E", "C"])
    #expect(ids(.attribute("drive")) == ["D", "B", "E", "A", "C"])
    let years = zip(["A", "B", "C"], ["12", "8", "100"]).map {
      Case(id: $0, name: $0, attributes: [Attribute(name: "years", value: $1)])
    }
    #expect(CaseOrder.attribute("years").sorted(years).map(\.id) == ["B", "A", "C"])
  }

  @Test("A matrix says what each case has, what is stated, and what is hidden or has no source")
  func matrix() {
    let full = Figures.score(
      "A",
      [
        Figures.construct(
          "v.a", Figures.interview(score: 80, informants: 3, interviewees: 3, mentions: 7),
          Figures.survey(40, n: 3))
      ], interviewees: 3)
    let sourceless = Figures.score("B", [Figures.construct("v.a", nil, Figures.survey(60, n: 9))])
    let scores = [full, sourceless]
    let cases = ["B", "A", "C"].map { Case(id: $0, name: $0) }
    let stated = StandingSegment(
      caseID: "C", source: "t", kind: .caseAnalysis, span: Span(start: 0, end: 1),
      construct: "v.a")
    let matrix = CaseMatrix(
      scores: scores, cases: cases, constructs: ["v.a"], segments: [stated])
    let a = matrix.cell("v.a", "A")
    #expect(a?.presence == .evident && a?.informants == 3 && a?.mentions == 7)
    #expect(a?.interviewLevel == 80 && a?.survey == .shown(40) && a?.isStated == false)
    #expect(matrix.cell("v.a", "B")?.presence == nil)
    #expect(matrix.cell("v.a", "B")?.survey == .shown(60))
    #expect(matrix.cell("v.a", "C") == CaseMatrix.Cell(isStated: true))
    #expect(matrix.cell("v.b", "A") == nil)
    var few = Figures.score("A", [Figures.construct("v.a", .told(.hidden))])
    few.change("v.a") { $0.survey = .hidden }
    let hidden = CaseMatrix(scores: [few], cases: cases, constructs: ["v.a"]).cell("v.a", "A")
    #expect(hidden?.survey == .hidden)
    #expect(hidden?.informants == nil && hidden?.mentions == nil && hidden?.presence == .hidden)
  }

  @Test("Dispersion is the sample sd, the range and the sd by the mean, where they are defined")
  func dispersion() throws {
    func apart(_ levels: [Double]) throws -> Dispersion {
      let found = PhaseDispersion.of(
        ["v.a"], in: scores([("1", levels), ("2", levels)]), phases: ["1", "2"])
      return try #require(found.first?.dispersions.first)
    }
    // 20, 40, 60: mean 40, squares 400 + 0 + 400 over 2, sd 20.
    let three = try apart([20, 40, 60])
    #expect(three.mean == 40 && three.sd == 20 && three.range == 40)
    #expect(three.coefficientOfVariation == 0.5)
    let zero = try apart([0, 0])
    #expect(zero.sd == 0 && zero.coefficientOfVariation == nil)
  }

  @Test("Streams are compared one by one, over levels on enough people")
  func streams() {
    func score(_ id: String, _ phase: String, n: Int, informants: Int) -> CaseScore {
      var score = Figures.score(
        id,
        [
          Figures.construct(
            "v.a", Figures.interview(score: 50, informants: informants), Figures.survey(50, n: n))
        ])
      score.phase = phase
      return score
    }
    func streams(n: Int, informants: Int) -> [EvidenceStream] {
      let all = ["1", "2"].flatMap { phase in
        [
          score("A", phase, n: 5, informants: 3),
          score("B", phase, n: phase == "1" ? n : 5, informants: phase == "1" ? informants : 3),
          score("C", phase, n: 5, informants: 3),
        ]
      }
      return PhaseDispersion.of(["v.a"], in: all, phases: ["1", "2"]).filter {
        $0.cases == ["A", "B", "C"]
      }.map(\.stream)
    }
    #expect(streams(n: 5, informants: 3) == [.survey, .interviews])
    #expect(streams(n: 4, informants: 3) == [.interviews])
    #expect(streams(n: 5, informants: 2) == [.survey])
  }

  private func scores(_ levels: [(phase: String, levels: [Double])]) -> [CaseScore] {
    levels.flatMap { phase, levels in
      levels.enumerated().map { place, level in
        var score = Figures.score(
          "\(place)", [Figures.construct("v.a", nil, Figures.survey(level, n: 9))])
        score.phase = phase
        return score
      }
    }
  }

  @Test("Cases that draw apart and then together are said to, and only they")
  func drift() throws {
    func words(_ levels: [(phase: String, levels: [Double])]) throws -> String? {
      try #require(
        PhaseDispersion.of(["v.a"], in: scores(levels), phases: levels.map(\.phase)).first
      ).words
    }
    let near = [40.0, 50, 60]
    let far = [20.0, 50, 80]
    #expect(try words([("1", near), ("2", far), ("3", near)]) == "drew apart, then together")
    #expect(try words([("1", near), ("2", near), ("3", far)]) == "drew apart")
    #expect(try words([("1", far), ("2", near)]) == "drew together")
    #expect(try words([("1", near), ("2", [37, 50, 63])]) == nil)
  }

  @Test(
    "A reading that one case makes alone says which; what all but one make does not hang on any")
  func alone() throws {
    func hangsOn(_ first: [Double], _ second: [Double]) throws -> [String] {
      let levels = [("1", first), ("2", second)].map { (phase: $0, levels: $1) }
      let found = try #require(
        PhaseDispersion.of(["v.a"], in: scores(levels), phases: ["1", "2"]).first)
      #expect(found.words == "drew apart")
      return found.hangsOn
    }
    // Without the last the rest stayed where they were.
    #expect(try hangsOn([40, 45, 50, 55], [40, 45, 50, 95]) == ["3"])
    #expect(try hangsOn([40, 45, 50, 55], [10, 20, 80, 90]) == [])
  }

  @Test("A case whose survey figure is hidden, a case alone and a phase nobody was asked in")
  func driftWithout() {
    var three = scores([("1", [40, 50, 60]), ("2", [20, 50, 80])])
    three[5].change("v.a") { $0.survey = .hidden }
    let found = PhaseDispersion.of(["v.a", "v.b"], in: three, phases: ["1", "1a", "2"])
    #expect(found.map(\.construct) == ["v.a"])
    #expect(found.first?.phases == ["1", "2"])
    #expect(found.first?.dispersions.map(\.cases) == [["0", "1"], ["0", "1"]])
    let alone = scores([("1", [40]), ("2", [20])])
    #expect(PhaseDispersion.of(["v.a"], in: alone, phases: ["1", "2"]).isEmpty)
  }
}
