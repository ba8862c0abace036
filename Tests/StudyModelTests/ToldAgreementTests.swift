import Testing

@testable import StudyModel

@Suite("Totals of agreement are of what is shown alone")
struct ToldAgreementTests {
  private static let framework = SmallModel.framework()

  private static let limits = Limits(interviewees: 5)

  /// The code is told of in some cases, and in others of people is not.
  private static func codes(in told: [String] = ["c"], andNotIn silent: [String] = []) -> ToldCodes
  {
    let meaning = Set([framework.meaning(ofCode: code)].compactMap { $0 })
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

  /// Twelve sources: a common code in seven, marked by both in five; rare ones in two.
  private static func sources(rare: Bool) -> [CodedSource] {
    let common = Self.code
    return (0..<12).map { number in
      var codings: [(String, String, Int)] = []
      if number < 7 { codings.append(("a", common, 0)) }
      if number < 5 { codings.append(("b", common, 0)) }
      if rare, number < 2 {
        codings += [("a", "scribble", 50), ("b", "scribble", 50), ("b", common + ".desired", 70)]
        // Where the other coder put the common code.
        codings.append(("b", "scribble", 0))
      }
      return coded(String(number), ["a", "b"], codings)
    }
  }

  private static var code: String {
    framework.constructs.first {
      framework.meaning(ofCode: $0.id) != nil && framework.isLeaf($0.id)
    }?
    .id ?? ""
  }

  @Test("A code that few sources hold is in no row and in no total")
  func rare() {
    let rules = Self.framework.scoring
    let plain = AgreementMaterial(Self.sources(rare: false)).told(Self.codes(), Self.limits)
    let told = AgreementMaterial(Self.sources(rare: true)).told(Self.codes(), Self.limits)
    #expect(told.codes == [Self.code] && plain.codes == told.codes)
    #expect(DisputeCounts(told) == DisputeCounts(plain))
    let agreement = StudyAgreement(told, framework: Self.framework, plan: .init(replicates: 0))
    #expect(agreement.pooled.units == agreement.byCode.reduce(0) { $0 + $1.units })
    #expect(agreement.pooled.marked == agreement.byCode.reduce(0) { $0 + $1.marked })
    #expect(agreement.pooled.marked == 7 && agreement.pooled.markedByAll == 5)
    #expect(agreement.byFamily.reduce(0) { $0 + $1.units } == agreement.pooled.units)
    #expect(rules.suppressIntervieweesBelow == 5)
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

  @Test("A code in too few sources, or left out in too few, is told of by nobody")
  func few() {
    let code = Self.code
    let four = (0..<12).map {
      Self.coded(String($0), ["a", "b"], $0 < 4 ? [("a", code, 0), ("b", code, 0)] : [])
    }
    #expect(AgreementMaterial(four).told(Self.codes(), Self.limits).codes.isEmpty)
    let all = (0..<12).map {
      Self.coded(String($0), ["a", "b"], $0 < 9 ? [("a", code, 0), ("b", code, 0)] : [])
    }
    #expect(AgreementMaterial(all).told(Self.codes(), Self.limits).codes.isEmpty)
  }

  @Test("A code counts where its word is told, whatever lone voices say elsewhere")
  func places() {
    let both = [("a", Self.code, 0), ("b", Self.code, 0)]
    func material(loneVoices: Int) -> AgreementMaterial {
      AgreementMaterial(
        Self.sources(rare: false)
          + (0..<6).map {
            Self.coded("e\($0)", ["a", "b"], $0 < loneVoices ? both : [], of: "elsewhere")
          }
      ).told(Self.codes(andNotIn: ["elsewhere"]), Self.limits)
    }
    let silent = material(loneVoices: 0)
    #expect(silent.codes == [Self.code])
    for voices in [1, 4] {
      let told = material(loneVoices: voices)
      let rows = [silent, told].map {
        StudyAgreement($0, framework: Self.framework, plan: .init(replicates: 0)).byCode
      }
      #expect(rows[0] == rows[1] && rows[0].first?.units == 12 && rows[0].first?.marked == 7)
      #expect(DisputeCounts(told) == DisputeCounts(silent))
      #expect(told.marked(caseID: "elsewhere", phase: nil).isEmpty)
      // That they were read is no secret.
      #expect(told.entries.count == 18)
    }
  }

  @Test("People are counted, not interviews or documents; where nobody speaks nothing is held back")
  func people() {
    let both = [("a", Self.code, 0), ("b", Self.code, 0)]
    let silent = (0..<6).map { Self.coded("s\($0)", ["a", "b"], []) }
    func told(_ speaking: [CodedSource], _ codes: ToldCodes = Self.codes()) -> Set<String> {
      Set(AgreementMaterial(speaking + silent).told(codes, Self.limits).codes)
    }
    func interviews(_ people: Int) -> [CodedSource] {
      (0..<6).map { Self.coded("i\($0)", ["a", "b"], both, by: "p\($0 % people)") }
    }
    #expect(told(interviews(4)).isEmpty && told(interviews(5)) == [Self.code])
    let documents = (0..<6).map { Self.coded("d\($0)", ["a", "b"], both, kind: .document) }
    #expect(told(documents).isEmpty)
    let published = AgreementMaterial([
      Self.coded("d", ["a", "b"], both, of: "paper", kind: .caseAnalysis)
    ])
    #expect(published.told(Self.codes(), Self.limits).codes == [Self.code])
  }

  @Test("A pair of coders is told of only where its sources are all, or leave enough")
  func pairs() {
    func material(_ both: Int, _ more: Int) -> AgreementMaterial {
      AgreementMaterial(
        (0..<both).map { Self.coded("b\($0)", ["a", "b"], []) }
          + (0..<more).map { Self.coded("c\($0)", ["a", "c"], []) })
    }
    #expect(material(6, 0).toldPairs(Self.limits) == ["a|b"])
    #expect(material(6, 4).toldPairs(Self.limits).isEmpty)
    #expect(material(6, 5).toldPairs(Self.limits) == ["a|b", "a|c"])
    #expect(material(20, 2).toldPairs(Self.limits).isEmpty)
  }

  @Test("A pair is not told of that a second interview, or one that names nobody, sets apart")
  func fewSourcesOfPairs() {
    let all = (0..<12).map { Self.coded("s\($0)", ["a", "b", "c"], []) }
    let again = Self.coded("again", ["a", "b"], [], by: "s0")
    #expect(AgreementMaterial(all + [again]).toldPairs(Self.limits) == ["a|b"])
    #expect(AgreementMaterial(all).toldPairs(Self.limits) == ["a|b", "a|c", "b|c"])
    let document = Self.coded("paper", ["a", "b"], [], kind: .document)
    #expect(AgreementMaterial(all + [document]).toldPairs(Self.limits).count == 3)
    let nobody = CodedSource(
      source: Source(
        id: "nobody", caseID: "c", participant: nil, coders: ["a", "d"], read: ["a", "d"],
        kind: .interview), codings: [], adjudications: [])
    let material = AgreementMaterial(all + [nobody])
    #expect(!material.toldPairs(Self.limits).contains("a|d"))
    #expect(material.told(Self.codes(), Self.limits).entries.count == 12)
  }

  @Test("What was coded is counted of some codes alone, and every total is the sum over these")
  func account() {
    var account = CodingAccount()
    for source in Self.sources(rare: true) {
      account.add(Consensus(of: source), rule: .majority)
    }
    let told = account.only { $0 == Self.code }
    #expect(told.codings == 12 && told.allUnits == 7 && told.codes == [Self.code: 12])
    #expect(told.sources == account.sources && account.codings == 20)
    #expect(account.codes { $0.count >= 5 } == [Self.code])
  }
}
