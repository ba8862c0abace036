import StudyModel
import Testing

@Suite("One yes and no no clears a passage, and a no holds for all that overlaps it")
struct PassageClearanceTests {
  private static func passage(
    _ start: Int, _ end: Int, yes: Bool = false, no: Bool = false, version: Int64 = 1
  ) -> PassageClearance.Passage {
    .init(
      source: "n1", version: version, span: Span(start: start, end: end), text: nil, hasYes: yes,
      hasNo: no)
  }

  @Test("a yes clears, a no refuses, both refuse")
  func answers() {
    let clearance = PassageClearance(
      [
        Self.passage(0, 10, yes: true), Self.passage(20, 30, no: true),
        Self.passage(40, 50, yes: true, no: true),
      ], waiting: 4)
    #expect(clearance.cleared == 1)
    #expect(clearance.refused.map(\.span.start) == [40])
    #expect(clearance.waiting == 4)
  }

  @Test("a no to a part refuses the whole, one beside it or in another version does not")
  func overlaps() {
    let clearance = PassageClearance(
      [
        Self.passage(0, 10, yes: true), Self.passage(8, 12, no: true),
        Self.passage(12, 20, yes: true), Self.passage(0, 10, yes: true, version: 2),
      ], waiting: 0)
    #expect(clearance.cleared == 2)
    #expect(clearance.refused.map(\.span.end) == [10])
  }
}
