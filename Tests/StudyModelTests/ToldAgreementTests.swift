import Testing

@testable import StudyModel

@Suite("What others are told of how coders agree")
struct ToldAgreementTests {
  private static let framework = SmallModel.framework()

  private static let limits = Limits(interviewees: 5)

  /// All codes are told of in some cases, and in others of people none is.
  private static func codes(in told: [String] = ["c"], andNotIn silent: [String] = []) -> ToldCodes
  {
    ToldCodes(
      framework,
      told: Dictionary(
        told.map { (CasePhase(caseID: $0, phase: nil), Set(names)) }
          + silent.map { (CasePhase(caseID: $0, phase: nil), []) },
        uniquingKeysWith: { first, _ in first }))
  }

  private static func coded(
    _ id: String, _ coders: [String], _ codings: [(String, String, Int)], of caseID: String = "c",
    by person: String? = nil, kind: Source.Kind = .interview
  ) -> CodedSource {
    CodedSource(
      source: Source(
        id: id, caseID: caseID, participant: kind == .interview ? person ?? id : nil,
        coders: coders, read: coders, kind: kind),
      codings: codings.map {
        Coding(coder: $0.0, code: $0.1, span: Span(start: $0.2, end: $0.2 + 9))
      }, adjudications: [])
  }

  /// The codes of the framework that stand for something without others under it.
  private static let names = framework.constructs.map(\.id).filter {
    framework.meaning(ofCode: $0) != nil && framework.isLeaf($0)
  }

  private static var code: String { names[0] }

  /// Sources by people, in which both coders put a code in every other, and one of them alone in a few.
  private static func sources(
    _ count: Int, of caseID: String = "c", codes: [String] = names, kind: Source.Kind = .interview,
    coders: [String] = ["a", "b"]
  ) -> [CodedSource] {
    (0..<count).map { number in
      coded(
        "\(caseID)\(number)", coders,
        codes.enumerated().flatMap { place, code in
          coders.enumerated().filter {
            number % 2 == 0 || number % 5 == place % 5 && $0.offset == 0
          }.map { ($0.element, code, 20 * place) }
        }, of: caseID, kind: kind)
    }
  }

  private static func material(
    _ sources: [CodedSource], _ codes: ToldCodes = codes()
  ) -> AgreementMaterial {
    ToldMaterial(AgreementMaterial(sources), codes, limits).only { _ in true }
  }

  private static func told(
    _ sources: [CodedSource], _ codes: ToldCodes = codes()
  ) -> ToldAgreement? {
    ToldAgreement(material(sources, codes), framework: framework)
  }

  /// So many sources that their codes come to enough units.
  private static let enough = (ToldAgreement.fewestUnits - 1) / names.count + 1

  @Test("A word goes by alpha over all codes that are asked, marked or not")
  func word() throws {
    let sources = Self.sources(40)
    let told = try #require(Self.told(sources))
    let whole = StudyAgreement(
      AgreementMaterial(sources), framework: Self.framework, plan: .init(replicates: 0)
    ).pooled
    #expect(told.level == whole.alpha.level && told.level != .low)
    #expect(told.coders == 2 && told.sources == 40)
    // Each coder marks what the other leaves out.
    let apart = (0..<40).map { number in
      Self.coded(
        String(number), ["a", "b"],
        Self.names.enumerated().map { place, code in
          ((number + place) % 2 == 0 ? "a" : "b", code, 20 * place)
        })
    }
    #expect(Self.told(apart)?.level == .low)
    let material = Self.material(Self.sources(40, codes: Array(Self.names.prefix(2))))
    #expect(material.codes == Self.names.sorted())
    let pooled = StudyAgreement(material, framework: Self.framework, plan: .init(replicates: 0))
      .pooled
    #expect(pooled.units == 40 * Self.names.count)
  }

  @Test("Where alpha is not defined it reads as one that is low")
  func undefined() {
    let all = (0..<60).map { number in
      Self.coded(
        String(number), ["a", "b"],
        Self.names.enumerated().flatMap { place, code in
          [("a", code, 20 * place), ("b", code, 20 * place)]
        })
    }
    #expect(Self.told(all)?.level == .low)
  }

  @Test("On fewer sources and codes than 150 nothing is told, whether anybody marked them or not")
  func few() {
    for codes in [Self.names, Array(Self.names.prefix(2))] {
      #expect(Self.told(Self.sources(Self.enough - 1, codes: codes)) == nil)
      #expect(Self.told(Self.sources(Self.enough, codes: codes)) != nil)
    }
  }

  @Test(
    "Beside the numbers of those who speak each word leaves five numbers of disputes: two coders, by either rule"
  )
  func spread() {
    // What alpha allows where both coders marked so many of the units, and one alone so many.
    func level(_ units: Int, _ both: Int, _ one: Int) -> AgreementLevel {
      let marks = Double(2 * both + one)
      let all = Double(2 * units)
      let expected = 2 * marks * (all - marks) / (all * (all - 1))
      return expected == 0
        ? .low : AgreementLevel(alpha: 1 - Double(one) / Double(units) / expected)
    }
    for units in [150, 213, 400] {
      for speaking in 1..<units where ToldCodes.leavesOpen(speaking: speaking, of: units) {
        // All of those who speak were marked by both; or by one at least.
        for isAny in [false, true] {
          let levels = (0...(isAny ? speaking : units - speaking)).map {
            level(units, isAny ? speaking - $0 : speaking, $0)
          }
          let fewest = AgreementLevel.allCases.map { word in levels.count { $0 == word } }.min()
          #expect((fewest ?? 0) >= 5, "\(speaking) of \(units), \(isAny)")
        }
      }
    }
    #expect(
      !ToldCodes.leavesOpen(speaking: 41, of: 150) && ToldCodes.leavesOpen(speaking: 42, of: 150))
    #expect(!ToldCodes.leavesOpen(speaking: 0, of: 0))
  }

  @Test("A word a code goes by alpha, and is not given on few sources")
  func standing() throws {
    func row(_ value: Double?, marked: Int = 20, ac1: Double = 0) -> AgreementRow.Standing {
      AgreementRow(
        key: "c", name: "c", codeCount: 1, units: 40, marked: marked, markedByAll: 15,
        appliedBy: [:], percent: .init(), positive: .init(), alpha: .init(value: value),
        kappa: .init(), ac1: .init(value: ac1)
      ).standing
    }
    #expect(row(0.8) == .judged(.reliable) && row(0.79) == .judged(.tentative))
    #expect(row(0.667) == .judged(.tentative) && row(0.66) == .judged(.low))
    #expect(row(0.66, ac1: 0.7) == .lowByPrevalence)
    #expect(row(nil) == .unjudged && row(0.9, marked: 9) == .unjudged)
  }

  @Test(
    "A case and phase counts by itself: where two read the interviews of five people, on enough units"
  )
  func people() {
    let codes = Self.codes(in: ["c", "d"])
    func entries(_ more: [CodedSource]) -> Int {
      Self.material(Self.sources(Self.enough) + more, codes).entries.count - Self.enough
    }
    #expect(entries(Self.sources(Self.enough - 1, of: "d")) == 0)
    #expect(entries(Self.sources(Self.enough, of: "d")) == Self.enough)
    #expect(entries(Self.sources(Self.enough, of: "d", coders: ["a"])) == 0)
    let again = (0..<Self.enough).map {
      Self.coded("again\($0)", ["a", "b"], [], of: "d", by: "p\($0 % 4)")
    }
    #expect(entries(again) == 0, "interviews of four people")
    let nobody = CodedSource(
      source: Source(
        id: "nobody", caseID: "c", participant: nil, coders: ["a", "b"], read: ["a", "b"],
        kind: .interview), codings: [], adjudications: [])
    #expect(entries([nobody]) == 0)
  }

  @Test(
    "Where no interview counts, published sources do by the codes that are marked in them; never both"
  )
  func published() {
    let two = Array(Self.names.prefix(2))
    func entries(_ papers: Int, beside spoken: [CodedSource], telling told: [String] = [])
      -> [String]
    {
      Self.material(
        Self.sources(papers, of: "paper", codes: two, kind: .caseAnalysis) + spoken,
        Self.codes(in: told, andNotIn: told.isEmpty ? ["c"] : [])
      ).entries
        .compactMap(\.source.caseID).eachOnce
    }
    let enough = ToldAgreement.fewestUnits / 2
    #expect(entries(enough - 1, beside: []).isEmpty)
    #expect(entries(enough - 1, beside: Self.sources(6)).isEmpty, "marked in interviews alone")
    #expect(entries(enough, beside: Self.sources(6)) == ["paper"])
    #expect(entries(enough, beside: Self.sources(40), telling: ["c"]) == ["c"])
    let beside = Self.sources(9, kind: .document)
    let told = [[], beside].map { Self.told(Self.sources(40) + $0) }
    #expect(told[0] != nil && told[0] == told[1], "a document beside interviews")
  }

  @Test("What lone voices say elsewhere changes nothing")
  func places() {
    let codes = Self.codes(andNotIn: ["elsewhere"])
    let silent = (0..<6).map { Self.coded("e\($0)", ["a", "b"], [], of: "elsewhere") }
    let speaking = Self.sources(6, of: "elsewhere")
    let told = [silent, speaking].map { Self.told(Self.sources(40) + $0, codes) }
    #expect(told[0] == told[1] && told[0] == Self.told(Self.sources(40), codes))
  }

  @Test("Of what coders marked it is kept how many put a code on a source, of how many")
  func marks() {
    let code = Self.code
    func marked(_ codings: [(String, String, Int)]) -> [[Int]] {
      AgreementMaterial([Self.coded("s", ["a", "b"], codings)])
        .marked(caseID: "c", phase: nil).first { $0.code == code }?
        .sources.map { [$0.marks, $0.coders] } ?? []
    }
    #expect(marked([("a", code, 0), ("b", code, 2), ("a", code, 40)]) == [[2, 2]])
    #expect(marked([("a", code, 9), ("b", code, 60)]) == [[2, 2]])
    #expect(marked([("b", code, 9), ("b", code, 60)]) == [[1, 2]])
  }
}
