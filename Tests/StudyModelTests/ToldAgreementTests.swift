import Testing

@testable import StudyModel

@Suite("Totals of agreement are of what is shown alone")
struct ToldAgreementTests {
  private static let framework = SmallModel.framework()

  private static func coded(
    _ id: String, _ coders: [String], _ codings: [(String, String, Int)]
  ) -> CodedSource {
    CodedSource(
      source: Source(
        id: id, caseID: "c", participant: id, coders: coders, read: coders, kind: .interview),
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
    let plain = AgreementMaterial(Self.sources(rare: false)).told(by: Self.framework)
    let told = AgreementMaterial(Self.sources(rare: true)).told(by: Self.framework)
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
    #expect(AgreementMaterial(four).told(by: Self.framework).codes.isEmpty)
    let all = (0..<12).map {
      Self.coded(String($0), ["a", "b"], $0 < 9 ? [("a", code, 0), ("b", code, 0)] : [])
    }
    #expect(AgreementMaterial(all).told(by: Self.framework).codes.isEmpty)
  }

  @Test("A pair of coders is told of only where its sources are all, or leave enough")
  func pairs() {
    func material(_ both: Int, _ more: Int) -> AgreementMaterial {
      AgreementMaterial(
        (0..<both).map { Self.coded("b\($0)", ["a", "b"], []) }
          + (0..<more).map { Self.coded("c\($0)", ["a", "c"], []) })
    }
    #expect(material(6, 0).toldPairs(Limits(interviewees: 5)) == ["a|b"])
    #expect(material(6, 4).toldPairs(Limits(interviewees: 5)).isEmpty)
    #expect(material(6, 5).toldPairs(Limits(interviewees: 5)) == ["a|b", "a|c"])
    #expect(material(20, 2).toldPairs(Limits(interviewees: 5)).isEmpty)
  }

  @Test("What was coded is counted of some codes alone, and every total is the sum over these")
  func account() {
    var account = CodingAccount()
    for source in Self.sources(rare: true) {
      account.add(Consensus(of: source), rule: .majority)
    }
    let told = account.only(codes: [Self.code])
    #expect(told.codings == 12 && told.allUnits == 7 && told.codes == [Self.code: 12])
    #expect(told.sources == account.sources && account.codings == 20)
    #expect(account.codes(inAtLeast: 5) == [Self.code])
  }
}
