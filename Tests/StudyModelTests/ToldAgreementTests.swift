import Testing

@testable import StudyModel

@Suite("What others are told of how coders agree")
struct ToldAgreementTests {
  private static let framework = SmallModel.framework()

  private static let limits = Limits(interviewees: 5)

  /// All codes are told of in some cases, and in others of people none is.
  private static func codes(in told: [String] = ["c"], andNotIn silent: [String] = []) -> ToldCodes
  {
    let meaning = Set(names.compactMap { framework.meaning(ofCode: $0) })
    return ToldCodes(
      framework,
      told: Dictionary(
        told.map { (CasePhase(caseID: $0, phase: nil), meaning) }
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

  private static func told(_ sources: [CodedSource], _ codes: ToldCodes = codes()) -> ToldAgreement?
  {
    ToldAgreement(
      AgreementMaterial(sources).told(codes, limits), framework: framework,
      plan: .init(replicates: 0))
  }

  @Test("One figure over all codes, to two decimals, and a word a code")
  func figure() throws {
    let sources = Self.sources(24)
    let told = try #require(Self.told(sources))
    let whole = StudyAgreement(
      AgreementMaterial(sources), framework: Self.framework, plan: .init(replicates: 0))
    #expect(told.alpha.value == whole.pooled.alpha.value.map(AgreementValue.rounded))
    #expect(told.alpha.value != whole.pooled.alpha.value)
    #expect(told.codes.map(\.standing) == whole.byCode.map(\.standing))
    #expect(told.codes.map(\.key) == Self.names && told.coders == 2 && told.sources == 24)
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
    #expect(row(0.8) == .reliable && row(0.79) == .tentative && row(0.667) == .tentative)
    #expect(row(0.66) == .low && row(0.66, ac1: 0.7) == .lowByPrevalence)
    #expect(row(nil) == .unjudged && row(0.9, marked: 9) == .unjudged)
  }

  @Test("Of fewer than five codes nothing is told")
  func fewCodes() {
    #expect(Self.names.count >= ToldAgreement.fewestCodes)
    let few = Array(Self.names.prefix(ToldAgreement.fewestCodes - 1))
    #expect(Self.told(Self.sources(24, codes: few)) == nil)
    #expect(
      Self.told(Self.sources(24, codes: few + ["scribble"])) == nil, "one that stands for nothing")
    #expect(Self.told(Self.sources(24, codes: Array(Self.names.prefix(5)))) != nil)
  }

  @Test(
    "A case and phase counts where two read the interviews of five people, and where nobody speaks")
  func people() {
    func entries(_ more: [CodedSource], _ codes: ToldCodes) -> Int {
      AgreementMaterial(Self.sources(6) + more).told(codes, Self.limits).entries.count
    }
    let codes = Self.codes(in: ["c", "d"])
    #expect(entries(Self.sources(4, of: "d"), codes) == 6)
    #expect(entries(Self.sources(5, of: "d"), codes) == 11)
    #expect(entries(Self.sources(5, of: "d", coders: ["a"]), codes) == 6)
    let again = (0..<6).map { Self.coded("again\($0)", ["a", "b"], [], of: "d", by: "p\($0 % 4)") }
    #expect(entries(again, codes) == 6, "six interviews of four people")
    #expect(entries(Self.sources(1, of: "paper", kind: .caseAnalysis), codes) == 7)
    let nobody = CodedSource(
      source: Source(
        id: "nobody", caseID: "c", participant: nil, coders: ["a", "b"], read: ["a", "b"],
        kind: .interview), codings: [], adjudications: [])
    #expect(entries([nobody], codes) == 6)
  }

  @Test("What lone voices say elsewhere changes nothing")
  func places() {
    let codes = Self.codes(andNotIn: ["elsewhere"])
    let silent = (0..<6).map { Self.coded("e\($0)", ["a", "b"], [], of: "elsewhere") }
    let speaking = Self.sources(6, of: "elsewhere")
    let told = [silent, speaking].map { Self.told(Self.sources(24) + $0, codes) }
    #expect(told[0] == told[1] && told[0] == Self.told(Self.sources(24), codes))
  }

  @Test(
    "What coders marked is the same further down in the text, and another where the stretch is another"
  )
  func marks() {
    let code = Self.code
    func marked(_ codings: [(String, String, Int)]) -> [[UInt64]] {
      AgreementMaterial([Self.coded("s", ["a", "b"], codings)])
        .marked(caseID: "c", phase: nil).first { $0.code == code }?.sources.map(\.marks) ?? []
    }
    let first = marked([("a", code, 0), ("b", code, 2), ("a", code, 40)])
    #expect(first.count == 1)
    #expect(marked([("a", code, 9), ("b", code, 11), ("a", code, 64)]) == first)
    #expect(
      marked([("a", code, 0), ("b", code, 2), ("a", code, 40), ("b", "scribble", 20)]) == first)
    for other in [
      [("a", code, 0), ("b", code, 3), ("a", code, 40)], [("a", code, 0), ("b", code, 2)],
      [("a", code, 0), ("b", code, 40), ("a", code, 60)],
    ] {
      #expect(marked(other) != first)
    }
  }
}
