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

  private static func told(
    _ sources: [CodedSource], _ codes: ToldCodes = codes()
  ) -> ToldAgreement? {
    ToldAgreement(
      AgreementMaterial(sources).told(codes, limits), framework: framework, limits: limits,
      plan: .init(replicates: 20))
  }

  /// So many sources that their codes come to enough units, and one fewer.
  private static let enough = (ToldAgreement.fewestUnits - 1) / names.count + 1

  @Test("One figure over all codes, to two decimals, with its interval on many sources")
  func figure() throws {
    for count in [Self.enough, 40] {
      let sources = Self.sources(count)
      let told = try #require(Self.told(sources))
      let whole = StudyAgreement(
        AgreementMaterial(sources), framework: Self.framework, plan: .init(replicates: 20)
      ).pooled.alpha
      #expect(told.alpha.value == whole.value.map(AgreementValue.rounded))
      #expect(told.alpha.value != whole.value && told.coders == 2 && told.sources == count)
      #expect((told.alpha.interval != nil) == (count >= ToldAgreement.fewestOfInterval))
      #expect(told.differing.isEmpty)
    }
  }

  @Test("Under 0.50 the figure is told as such")
  func low() throws {
    // Each coder marks what the other leaves out.
    let sources = (0..<40).map { number in
      Self.coded(
        String(number), ["a", "b"],
        Self.names.enumerated().map { place, code in
          ((number + place) % 2 == 0 ? "a" : "b", code, 20 * place)
        })
    }
    let told = try #require(Self.told(sources))
    #expect(told.alpha.value == nil && told.alpha.isLow && told.alpha.interval == nil)
    #expect(told.alpha.reason == "under 0.50")
  }

  @Test("A code is named where it is too low and coders differ in the interviews of enough people")
  func differing() {
    let code = Self.code
    // Of 24 sources each coder leaves the code out in so many that the other marked.
    func told(_ left: Int, of people: Int = 24) -> [String]? {
      Self.told(
        Self.sources(24, codes: Array(Self.names.dropFirst()))
          + (0..<24).map { number in
            var codings: [(String, String, Int)] = []
            if number < 12 { codings.append(("a", code, 0)) }
            if number < 12 - left || number >= 24 - left { codings.append(("b", code, 0)) }
            return Self.coded("l\(number)", ["a", "b"], codings, by: "p\(number % people)")
          })?.differing.map(\.key)
    }
    #expect(told(1) == [] && told(6) == [code])
    #expect(told(6, of: 4) == [], "of four people")
  }

  @Test("On fewer sources and codes than 150 nothing is told, whether anybody marked them or not")
  func few() {
    let marked = Array(Self.names.prefix(2))
    for codes in [Self.names, marked] {
      #expect(Self.told(Self.sources(Self.enough - 1, codes: codes)) == nil)
      #expect(Self.told(Self.sources(Self.enough, codes: codes)) != nil)
    }
  }

  @Test("Alpha that is not defined reads as one that is hidden")
  func undefined() {
    let all = (0..<60).map { number in
      Self.coded(
        String(number), ["a", "b"],
        Self.names.enumerated().flatMap { place, code in
          [("a", code, 20 * place), ("b", code, 20 * place)]
        })
    }
    #expect(Self.told(all) == nil)
  }

  @Test("A case and phase in which fewer than five codes are told counts not")
  func fewCodes() {
    let few = Set(Self.names.prefix(4).compactMap { Self.framework.meaning(ofCode: $0) })
    let all = Set(Self.names.compactMap { Self.framework.meaning(ofCode: $0) })
    let codes = ToldCodes(
      Self.framework,
      told: [CasePhase(caseID: "c", phase: nil): all, CasePhase(caseID: "d", phase: nil): few])
    #expect(Self.names.count > 4)
    let material = AgreementMaterial(Self.sources(40) + Self.sources(6, of: "d"))
    #expect(material.told(codes, Self.limits).entries.count == 40)
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
