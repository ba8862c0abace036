import Statistics
import Testing

struct SpanSetTests {
  static let document = SpanSet.Document(name: "d", extent: 10..<60)

  static func set(
    _ spans: [(coder: Int, code: Int, start: Int, end: Int)], coders: Int = 2, codes: Int = 1
  ) throws -> SpanSet {
    try SpanSet(
      documents: [document], coders: (0..<coders).map { "coder \($0)" },
      codes: (0..<codes).map { "code \($0)" },
      spans: spans.map {
        SpanSet.Span(document: 0, coder: $0.coder, code: $0.code, start: $0.start, end: $0.end)
      })
  }

  @Test("spans of no length are dropped and counted")
  func empty() throws {
    let set = try Self.set([(0, 0, 10, 20), (0, 0, 30, 30), (1, 0, 60, 60)])
    #expect(set.droppedEmptyCount == 2)
    #expect(set.spans(document: 0, code: 0, coder: 0) == [10..<20])
    #expect(set.spans(document: 0, code: 0, coder: 1) == [])
    #expect(set.spans(document: 4, code: 9, coder: 9) == [])
  }

  @Test("spans that cannot be in the document are refused with their place")
  func faults() {
    #expect(throws: SpanSet.Fault.outsideDocument(index: 0)) { try Self.set([(0, 0, 5, 20)]) }
    #expect(throws: SpanSet.Fault.reversed(index: 1)) {
      try Self.set([(0, 0, 10, 20), (0, 0, 30, 20)])
    }
    #expect(throws: SpanSet.Fault.noSuchPlace(index: 0)) { try Self.set([(2, 0, 10, 20)]) }
  }

  @Test("overlapping spans of one coder count once for characters and are refused for unitizing")
  func overlaps() throws {
    let set = try Self.set([(0, 0, 10, 30), (0, 0, 20, 40), (1, 0, 10, 40)])
    let cell = CharacterComparison(set, first: [0], second: [1]).cells.first?.overlap
    #expect(cell == CharacterOverlap(both: 30, onlyFirst: 0, onlySecond: 0, neither: 20))
    let reason = UndefinedReason.overlappingSpans(coder: 0)
    #expect(UnitizingAlpha2004.figure(set, document: 0, code: 0).undefined == reason)
    #expect(UnitizingAlpha(set, document: 0).uAlpha.undefined == reason)
  }

  @Test("a group has coded a character if any member has")
  func groups() throws {
    let set = try Self.set([(0, 0, 10, 20), (1, 0, 15, 30), (2, 0, 10, 30)], coders: 3)
    let cell = CharacterComparison(set, first: [0, 1], second: [2]).cells.first?.overlap
    #expect(cell?.both == 20)
    #expect(cell?.kappa.value == 1)
    #expect(cell?.kappa.standardError == nil)
  }

  @Test("coders who coded nothing have no unitizing alpha, and the reason is given")
  func nothing() throws {
    let set = try Self.set([])
    #expect(UnitizingAlpha(set, document: 0).cuAlpha.undefined == .nothingCoded)
    #expect(UnitizingAlpha2004.figure(set, document: 0, code: 0).undefined == .nothingCoded)
    #expect(SegmentOverlap(set, first: 0, second: 1).kappa.undefined == .nothingCoded)
    let characters = CharacterComparison(set, first: [0], second: [1]).cells.first?.overlap
    #expect(characters?.kappa.undefined == .expectedAgreementIsOne)
    #expect(characters?.kappaAsNVivo == 1)
    let alone = try Self.set([(0, 0, 10, 20)], coders: 1)
    let reason = UndefinedReason.tooFewCoders(needed: 2, found: 1)
    #expect(UnitizingAlpha(alone, document: 0).uAlpha.undefined == reason)
    #expect(CharacterAlpha.figure(alone, document: 0, code: 0).undefined == reason)
    #expect(UnitizingAlpha(alone, document: 7).binary.undefined == reason)
    #expect(UnitizingAlpha(set, document: 7).binary.undefined == .nothingCoded)
  }

  @Test("moving the whole continuum changes no figure")
  func shift() throws {
    let spans = [(0, 0, 12, 30), (0, 1, 35, 50), (1, 0, 15, 30), (1, 1, 30, 44), (1, 0, 50, 55)]
    func figures(by offset: Int) throws -> [Double?] {
      let set = try SpanSet(
        documents: [.init(name: "d", extent: (10 + offset)..<(60 + offset))],
        coders: ["a", "b"], codes: ["x", "y"],
        spans: spans.map {
          .init(document: 0, coder: $0.0, code: $0.1, start: $0.2 + offset, end: $0.3 + offset)
        })
      let family = UnitizingAlpha(set, document: 0)
      return [
        family.uAlpha.value, family.binary.value, family.cuAlpha.value,
        UnitizingAlpha2004.figure(set, document: 0, codes: [0, 1]).value,
      ]
    }
    #expect(try figures(by: 0) == figures(by: 1000))
    #expect(try !figures(by: 0).contains(nil))
  }
}
