import StudyModel
import Testing

@Suite("What became of decisions")
struct DecisionHistoryTests {
  private static func coding(_ coder: String, _ weight: Double) -> Coding {
    Coding(coder: coder, code: "x", span: Span(start: 0, end: 10), weight: weight)
  }

  private static func decision(
    _ decision: Adjudication.Decision, at: String, row: Int, span: Span = Span(start: 0, end: 10)
  ) -> Adjudication {
    Adjudication(
      code: "x", span: span, decision: decision, weight: decision == .change ? 3 : nil, by: "ana",
      at: at, reason: "", row: row)
  }

  private static func records(
    _ codings: [(Coding, Int64)], _ decisions: [(Adjudication, Int64)], coders: [String] = []
  ) -> [DecisionRecord] {
    DecisionHistory(
      source: Source(id: "s", caseID: "one", coders: coders, read: coders, kind: .interview),
      codings: codings.map { .init($0.0, importID: $0.1) }
    ).records(of: decisions.map { .init($0.0, importID: $0.1) })
  }

  @Test("Each decision has the state that it found and the one that it made")
  func chain() {
    let records = Self.records(
      [(Self.coding("ana", 1), 1), (Self.coding("ben", 2), 4)],
      [
        (Self.decision(.accept, at: "2026-01-01", row: 1), 2),
        (Self.decision(.reject, at: "2026-01-02", row: 2), 3),
        (Self.decision(.change, at: "2026-01-03", row: 3), 5),
      ], coders: ["ana", "ben"])
    #expect(records.map { $0.before?.state } == [.unresolved, .accepted, .rejected])
    #expect(records.map { $0.after?.state } == [.accepted, .rejected, .changed])
    // Ben's coding came after the second decision and before the third.
    #expect(records.map { $0.before?.votes } == [1, 1, 2])
    #expect(records.map { $0.after?.weight } == [1, 1, 3])
    #expect(records.map(\.standing) == [.superseded(by: 2), .superseded(by: 3), .stands])
  }

  @Test("A decision that comes in late and was taken early changes nothing")
  func lateArrival() {
    let records = Self.records(
      [(Self.coding("ana", 1), 1)],
      [
        (Self.decision(.accept, at: "2026-02-01", row: 1), 2),
        (Self.decision(.reject, at: "2026-01-01", row: 2), 3),
      ], coders: ["ana", "ben"])
    #expect(records.map { $0.after?.state } == [.accepted, .accepted])
    #expect(records.map(\.standing) == [.stands, .superseded(by: 1)])
  }

  @Test("What meets no unit is without effect, unless it is accepted")
  func noUnit() {
    let elsewhere = Span(start: 50, end: 60)
    let records = Self.records(
      [(Self.coding("ana", 1), 1)],
      [
        (Self.decision(.reject, at: "2026-01-01", row: 1, span: elsewhere), 2),
        (Self.decision(.accept, at: "2026-01-01", row: 2, span: Span(start: 70, end: 80)), 2),
      ])
    #expect(records.map(\.standing) == [.withoutEffect, .stands])
    #expect(records.map { $0.before == nil } == [true, true])
    #expect(records.map { $0.after?.state } == [nil, .accepted])
  }

  @Test("Without registered coders those vote who had coded by then")
  func voters() {
    let records = Self.records(
      [(Self.coding("ana", 1), 1), (Self.coding("ben", 1), 3)],
      [(Self.decision(.reject, at: "2026-01-01", row: 1), 2)])
    #expect(records.map { $0.before?.handedIn } == [1])
    #expect(records.map { $0.before?.state } == [.agreed])
  }

  @Test("Deciding leaves what coders differ in as they left it")
  func disagreementStays() {
    func found(_ decisions: [Adjudication]) -> [Disagreement] {
      let coded = CodedSource(
        source: Source(id: "s", caseID: "one", coders: ["ana", "ben"], kind: .interview),
        codings: [
          Self.coding("ana", 1), Self.coding("ben", 2),
          Coding(coder: "ben", code: "x", span: Span(start: 50, end: 60)),
        ], adjudications: decisions)
      return Disagreement.all(in: Consensus(of: coded)).map { disagreement in
        var bare = disagreement
        bare.decision = nil
        return bare
      }
    }
    let open = found([])
    #expect(open.map(\.kinds) == [[.weight], [.unitizing]])
    for decision in Adjudication.Decision.allCases {
      let one = Self.decision(decision, at: "2026-01-01", row: 1)
      let other = Self.decision(
        decision, at: "2026-01-01", row: 2, span: Span(start: 50, end: 60))
      #expect(found([one, other]) == open)
    }
  }

  @Test("The text of a unit's codings changes with any of them, and not by deciding")
  func codingsText() {
    func text(_ codings: [Coding], _ decisions: [Adjudication] = []) -> String? {
      let coded = CodedSource(
        source: Source(id: "s", caseID: "one", kind: .interview), codings: codings,
        adjudications: decisions)
      return Consensus(of: coded).units(under: .majority).first?.codingsText
    }
    let one = [Self.coding("ana", 1)]
    #expect(text(one) == text(one, [Self.decision(.change, at: "2026-01-01", row: 1)]))
    #expect(text(one) != text([Self.coding("ana", 2)]))
    #expect(text(one) != text(one + [Self.coding("ben", 1)]))
    var contrary = one
    contrary[0].valence = .contrary
    #expect(text(one) != text(contrary))
    contrary[0].valence = .supporting
    #expect(text(one) == text(contrary))
  }
}
