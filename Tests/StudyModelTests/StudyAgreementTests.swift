import StudyModel
import Testing

@Suite("Agreement of a study")
struct StudyAgreementTests {
  private static func source(_ id: String, _ coders: [String], caseID: String = "c") -> Source {
    Source(id: id, caseID: caseID, participant: id, coders: coders, read: coders, kind: .interview)
  }

  private static func coded(
    _ id: String, _ coders: [String], _ codings: [(String, String, Int, Int)]
  ) -> CodedSource {
    CodedSource(
      source: source(id, coders),
      codings: codings.map { Coding(coder: $0.0, code: $0.1, span: Span(start: $0.2, end: $0.3)) },
      adjudications: [])
  }

  private static let framework = Framework.plain

  private static func agreement(
    _ sources: [CodedSource], _ basis: AgreementBasis = .sources
  ) -> StudyAgreement {
    StudyAgreement(
      AgreementMaterial(sources), framework: framework, plan: .init(basis: basis, replicates: 0))
  }

  @Test("read and not coded is a no, not read is missing")
  func readAndNotRead() throws {
    // a: yes yes no no; b: yes no no no; the fifth source b has not read.
    let sources = [
      Self.coded("1", ["a", "b"], [("a", "x", 0, 9), ("b", "x", 50, 60)]),
      Self.coded("2", ["a", "b"], [("a", "x", 0, 9)]), Self.coded("3", ["a", "b"], []),
      Self.coded("4", ["a", "b"], []), Self.coded("5", ["a"], [("a", "x", 0, 9)]),
    ]
    let row = try #require(Self.agreement(sources).byCode.first)
    #expect(row.units == 4 && row.marked == 2 && row.markedByAll == 1)
    #expect(row.appliedBy == ["a": 2, "b": 1])
    #expect(row.percent.value == 0.75)
    // Cells: 1 both, 1 only a, 2 neither. po .75; pe = .5 * .25 + .5 * .75 = .5; kappa .5.
    #expect(abs((row.kappa.value ?? 9) - 0.5) < 1e-12)
    // Do = .25; De = 2 * 3 * 5 / (8 * 7); alpha = 1 - .25 / (30/56).
    #expect(abs((row.alpha.value ?? 9) - (1 - 0.25 / (30.0 / 56))) < 1e-12)
    #expect(abs((row.positive.value ?? 9) - 2.0 / 3) < 1e-12)
    #expect(row.tooFew == "marked in fewer than 10 units [u]")
  }

  @Test("by segments, text that nobody marked does not count, and alpha says why it has no value")
  func segments() throws {
    let sources = [
      Self.coded(
        "1", ["a", "b"],
        [("a", "x", 0, 10), ("b", "x", 1, 10), ("a", "x", 40, 50), ("b", "x", 90, 99)])
    ]
    let row = try #require(Self.agreement(sources, .segments).byCode.first)
    #expect(row.units == 3 && row.markedByAll == 1)
    // 2 both / (2 both + only one) = 2 / (2 + 2).
    #expect(row.positive.value == 0.5)
    #expect(row.alpha.value == nil && row.alpha.reason?.contains("not counted") == true)
  }

  @Test("by characters a transcript's length counts, else the longest end")
  func characters() throws {
    let one = Self.coded("1", ["a", "b"], [("a", "x", 0, 40), ("b", "x", 0, 20)])
    let known = AgreementMaterial([one], lengths: ["1": 100])
    let row = try #require(
      StudyAgreement(known, framework: Self.framework, plan: .init(basis: .characters)).byCode.first
    )
    #expect(row.units == 100)
    // a 20, b 20, c 0, d 60: po .8, pe = .4 * .2 + .6 * .8 = .56.
    #expect(abs((row.kappa.value ?? 9) - 0.24 / 0.44) < 1e-12)
    #expect(Self.agreement([one], .characters).byCode.first?.units == 40)
  }

  @Test("codes mistaken for each other are told from codes left out")
  func kinds() throws {
    let sources = [
      // x against y on the same words; z by a alone; w by both, to which a adds v.
      Self.coded(
        "1", ["a", "b"],
        [
          ("a", "x", 0, 10), ("b", "y", 2, 10), ("a", "z", 30, 40), ("a", "w", 60, 70),
          ("b", "w", 60, 70), ("a", "v", 60, 70),
        ])
    ]
    let material = AgreementMaterial(sources)
    let kinds = Dictionary(
      uniqueKeysWithValues: material.disagreements.map { ($0.code, $0.kinds) })
    #expect(kinds == ["x": [.code], "y": [.code], "z": [.unitizing], "v": [.unitizing]])
    let confusions = CodeConfusion.all(in: material)
    #expect(confusions.map { [$0.first, $0.second] } == [["x", "y"]])
    #expect(confusions.map(\.count) == [1])
    let counts = DisputeCounts(material)
    #expect(counts.units == 5 && counts.disputed == 4 && counts.open == 4)
  }

  @Test("weights and valences that differ are kinds of their own; a decision changes no figure")
  func weightAndValence() throws {
    var one = Self.coded("1", ["a", "b"], [("a", "x", 0, 10), ("b", "x", 0, 10)])
    one.codings[0].weight = 3
    one.codings[1].weight = 1
    one.codings[1].valence = .contrary
    let before = Self.agreement([one]).pooled
    one.adjudications = [
      Adjudication(
        code: "x", span: Span(start: 0, end: 10), decision: .reject, by: "a",
        at: "2026-01-01T00:00:00Z", reason: "", row: 1)
    ]
    let material = AgreementMaterial([one])
    #expect(material.disagreements.map(\.kinds) == [[.weight, .valence]])
    #expect(DisputeCounts(material).decided == [.reject: 1])
    #expect(Self.agreement([one]).pooled == before)
  }

  @Test("an open unit with nothing else agreed on beside it comes first")
  func consequence() {
    let sources = [
      Self.coded(
        "1", ["a", "b"],
        [("a", "x", 0, 10), ("b", "x", 0, 10), ("a", "x", 20, 30), ("a", "y", 50, 60)])
    ]
    let open = AgreementMaterial(sources).consequential
    #expect(open.map(\.disagreement.code) == ["y", "x"])
    #expect(open.map(\.agreedBeside) == [0, 1])
  }
}

extension Framework {
  /// A framework without constructs: every code is one of the study's own.
  fileprivate static var plain: Framework {
    var framework = SmallModel.framework()
    framework.constructs = []
    framework.codes = [:]
    return framework
  }
}
