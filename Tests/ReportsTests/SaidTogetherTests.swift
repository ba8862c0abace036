import Testing

@testable import Reports
@testable import StudyModel

@Suite("What a rule says of several is said once, with the figures of each")
struct SaidTogetherTests {
  private static let framework = SampleStudies.compared.framework

  private func finding(
    _ construct: String, _ says: String, reading: String, cases: [String] = [], loss: Double = 0,
    rest: String? = nil
  ) -> Finding {
    Finding(
      rule: "r", section: "s", tone: .shortfall, construct: construct, heading: construct,
      says: says,
      item: rest.map {
        Finding.Item(
          words: construct + $0, again: construct + $0, scope: "", rest: $0, name: construct,
          says: .init(before: "Short: ", after: "."),
          heading: .init(before: "Short of ", after: ""))
      }, reading: reading, evidence: [], loss: loss, cases: cases)
  }

  @Test("That all of it may be otherwise is said where every interval reaches past the border")
  func close() {
    func said(_ tone: FindingRule.Tone, _ close: [Bool]) -> String? {
      let findings = zip(["a", "b"], close).map { construct, isClose in
        var finding = finding(construct, "\(construct) it is.", reading: "… it is", rest: "")
        (finding.tone, finding.isClose) = (tone, isClose)
        return finding
      }
      return SaidTogether.all(findings).first?.reserve(Self.framework.scoring)
    }
    #expect(
      said(.shortfall, [true, true])
        == "By their intervals they may lie above 50, where a concern ends.")
    #expect(
      said(.strength, [true])
        == "By its interval it may lie below 75, where a strength begins.")
    #expect(said(.shortfall, [true, false]) == nil)
    #expect(said(.caution, [true]) == nil)
  }

  @Test("A list names each with its own figure, the gravest first")
  func items() {
    let said = SaidTogether.all([
      finding("a", "A is 5 short", reading: "… is 5 short", loss: 5, rest: " (5)"),
      finding("b", "B is 9 short", reading: "… is 9 short", loss: 9, rest: " (9)"),
    ])
    #expect(said.count == 1)
    #expect(said.first?.sentence(Self.framework) == "Short: b (9) and a (5).")
    #expect(said.first?.heading == "Short of b and a")
  }

  @Test("Things in the same cases are named together, others apart")
  func alike() {
    let said = SaidTogether.all([
      finding("a", "A", reading: "…", rest: " in 3 of 3 cases (X, Y and Z)"),
      finding("b", "B", reading: "…", rest: " in 3 of 3 cases (X, Y and Z)"),
      finding("c", "C", reading: "…", rest: " in 1 of 3 cases (X)"),
    ])
    #expect(
      said.first?.sentence(Self.framework)
        == "Short: a and b each in 3 of 3 cases (X, Y and Z); c in 1 of 3 cases (X).")
  }

  @Test("Without a text for several, only what has the same figures and cases goes together")
  func sentences() {
    let said = SaidTogether.all([
      finding("a", "A in 1 of 3: X", reading: "… in 1 of 3: X", cases: ["x"]),
      finding("b", "B in 1 of 3: Y", reading: "… in 1 of 3: Y", cases: ["y"]),
    ])
    #expect(said.first?.sentence(Self.framework) == "A in 1 of 3: X. B in 1 of 3: Y.")
  }

  @Test("A list is cut after so many, and items that hold lists are parted by semicolons")
  func frames() {
    let frame = Finding.Item.Frame(before: "", after: " are weak")
    #expect(frame.around(["a", "b"], atMost: 3) == "A and b are weak")
    #expect(frame.around(["a", "b", "c", "d", "e"], atMost: 3) == "A, b, c and 2 more are weak")
    #expect(frame.around(["trust and risk", "b"], atMost: 3) == "Trust and risk; b are weak")
    #expect(
      frame.around(["a and b", "c", "d", "e", "f"], atMost: 3) == "A and b; c; d; 2 more are weak")
    #expect(frame.around(["trust and risk"], atMost: 3) == "Trust and risk are weak")
  }

  @Test("What rests on no construct says nothing of what another speaks of")
  func nothing() {
    let one = SaidTogether(findings: [finding("a", "A", reading: "…")])
    var other = finding("b", "B", reading: "…")
    other.constructs = []
    #expect(!one.saysAll(of: SaidTogether(findings: [other])))
  }
}
