import StudyModel
import Testing

@Suite("Codings of several coders become units")
struct ConsensusTests {
  static func coding(
    _ coder: String, _ start: Int, _ end: Int, weight: Double? = nil, valence: Valence? = nil,
    code: String = "x"
  ) -> Coding {
    Coding(
      coder: coder, code: code, span: Span(start: start, end: end), weight: weight,
      valence: valence)
  }

  static func decision(
    _ decision: Adjudication.Decision, _ start: Int, _ end: Int, newCode: String? = nil,
    weight: Double? = nil, valence: Valence? = nil, at: String = "2026-01-01", row: Int = 0
  ) -> Adjudication {
    Adjudication(
      code: "x", span: Span(start: start, end: end), decision: decision, newCode: newCode,
      weight: weight, valence: valence, by: "ana", at: at, reason: "", row: row)
  }

  static func consensus(
    _ codings: [Coding], _ decisions: [Adjudication] = [], coders: [String] = ["a", "b"]
  ) -> Consensus {
    Consensus(
      of: CodedSource(
        source: Source(id: "s", caseID: "one", coders: coders, read: coders, kind: .interview),
        codings: codings, adjudications: decisions))
  }

  static func units(
    _ codings: [Coding], _ decisions: [Adjudication] = [], coders: [String] = ["a", "b"],
    rule: ConsensusRule = .majority
  ) -> [ConsensusUnit] {
    consensus(codings, decisions, coders: coders).units(under: rule)
  }

  @Test("An overlap of exactly half makes one unit, one scalar less makes two")
  func half() {
    let one = Self.units([Self.coding("a", 0, 100), Self.coding("b", 0, 50)])
    #expect(one.map(\.votes) == [2])
    #expect(one.map(\.span) == [Span(start: 0, end: 100)])
    #expect(one.map(\.state) == [.agreed])
    let two = Self.units([Self.coding("a", 0, 100), Self.coding("b", 0, 49)])
    #expect(two.map(\.votes) == [1, 1])
    #expect(two.map(\.state) == [.unresolved, .unresolved])
  }

  @Test("Two codings of one coder are never one unit")
  func ownOverlap() {
    let units = Self.units([
      Self.coding("a", 0, 100), Self.coding("a", 10, 100), Self.coding("b", 8, 100),
    ])
    // 90/92 comes before 92/100: the second of a's codings is the one b agrees with.
    #expect(units.map(\.coders) == [["a"], ["b", "a"]])
    #expect(units.map(\.span) == [Span(start: 0, end: 100), Span(start: 8, end: 100)])
  }

  @Test("The same coding twice counts once")
  func repeated() {
    let units = Self.units(
      [Self.coding("a", 0, 10, weight: 1), Self.coding("a", 0, 10, weight: 1)], coders: ["a", "b"])
    #expect(units.map(\.votes) == [1])
    #expect(units.map(\.state) == [.unresolved])
  }

  @Test("A chain of overlaps is no unit where its ends overlap too little")
  func chain() {
    let units = Self.units(
      [Self.coding("a", 0, 100), Self.coding("b", 30, 130), Self.coding("c", 60, 160)],
      coders: ["a", "b", "c"])
    // Both neighbours overlap alike: the pair whose earlier coding comes first is joined.
    #expect(units.map(\.coders) == [["a", "b"], ["c"]])
    #expect(units.map(\.state) == [.agreed, .notAgreed])
  }

  @Test("Pairs join in order of falling overlap, and groups join whole")
  func order() {
    let chain = Self.units(
      [Self.coding("a", 0, 100), Self.coding("b", 30, 130), Self.coding("c", 59, 159)],
      coders: ["a", "b", "c"])
    #expect(chain.map(\.coders) == [["a"], ["b", "c"]])
    let four = Self.units(
      [
        Self.coding("a", 0, 100), Self.coding("b", 1, 100), Self.coding("c", 10, 100),
        Self.coding("d", 11, 100),
      ], coders: ["a", "b", "c", "d"])
    #expect(four.map(\.coders) == [["a", "b", "c", "d"]])
  }

  @Test("Each rule asks for its votes", arguments: [1, 2, 3, 4])
  func rules(votes: Int) {
    let coders = ["a", "b", "c", "d"]
    let codings = coders.prefix(votes).map { Self.coding($0, 0, 10) }
    func state(_ rule: ConsensusRule) -> ConsensusUnit.State? {
      Self.units(codings, coders: coders, rule: rule).first?.state
    }
    #expect(state(.any) == .agreed)
    #expect(state(.unanimous) == (votes == 4 ? .agreed : .notAgreed))
    #expect(state(.majority) == [.notAgreed, .unresolved, .agreed, .agreed][votes - 1])
  }

  @Test("Where nobody is registered, those with a coding in the source are counted")
  func unregistered() {
    let units = Self.units(
      [Self.coding("a", 0, 10), Self.coding("b", 50, 60, code: "y")], coders: [])
    #expect(units.map(\.handedIn) == [2, 2])
    #expect(units.map(\.state) == [.unresolved, .unresolved])
  }

  @Test("Weight is the median of those given; valence the one most gave")
  func weightAndValence() {
    let three = Self.units(
      [
        Self.coding("a", 0, 10, weight: 1, valence: .contrary), Self.coding("b", 0, 10),
        Self.coding("c", 0, 10, weight: 2),
      ], coders: ["a", "b", "c"])
    #expect(three.map(\.weight) == [1.5])
    #expect(three.map(\.valence) == [.supporting])
    let tie = Self.units([Self.coding("a", 0, 10, valence: .contrary), Self.coding("b", 0, 10)])
    #expect(tie.map(\.valence) == [.mixed])
    #expect(tie.map(\.weight) == [nil])
  }

  @Test("A decision settles what the votes leave open, and may set weight and valence")
  func decisions() {
    let codings = [Self.coding("a", 0, 10, weight: 1)]
    let accepted = Self.units(codings, [Self.decision(.accept, 0, 10, weight: 3)])
    #expect(accepted.map(\.state) == [.accepted])
    #expect(accepted.map(\.weight) == [3])
    let plain = Self.units(codings, [Self.decision(.accept, 0, 10, valence: .contrary)])
    #expect(plain.map(\.weight) == [1])
    #expect(plain.map(\.valence) == [.contrary])
    let changed = Self.units(codings, [Self.decision(.change, 0, 10, newCode: "y")])
    #expect(changed.map(\.code) == ["y"])
    #expect(changed.map(\.codedAs) == ["x"])
    #expect(changed.map(\.stands) == [true])
    for rule in ConsensusRule.allCases {
      let rejected = Self.units(
        codings + [Self.coding("b", 0, 10)], [Self.decision(.reject, 0, 10)], rule: rule)
      #expect(rejected.map(\.state) == [.rejected])
    }
  }

  @Test("The last decision wins; of equal times, the later row")
  func lastDecision() {
    let codings = [Self.coding("a", 0, 10)]
    let byTime = [
      Self.decision(.accept, 0, 10, at: "2026-02-01", row: 0),
      Self.decision(.reject, 0, 10, at: "2026-01-01", row: 1),
    ]
    #expect(Self.units(codings, byTime).map(\.state) == [.accepted])
    #expect(Self.units(codings, byTime.reversed()).map(\.state) == [.accepted])
    let byRow = [Self.decision(.accept, 0, 10, row: 0), Self.decision(.reject, 0, 10, row: 1)]
    #expect(Self.units(codings, byRow).map(\.state) == [.rejected])
    #expect(Self.units(codings, byRow.reversed()).map(\.state) == [.rejected])
  }

  @Test("An accepted span that is no unit's makes a unit of its own, beside what it overlaps")
  func acceptedSpan() {
    let units = Self.units(
      [Self.coding("a", 0, 10), Self.coding("b", 0, 10)],
      [Self.decision(.accept, 0, 11, weight: 2)])
    #expect(units.map(\.state) == [.agreed, .accepted])
    #expect(units.map(\.votes) == [2, 0])
    #expect(units.map(\.weight) == [nil, 2])
    #expect(units.map(\.valence) == [.supporting, .supporting])
  }

  @Test("A change or reject that meets no unit has no effect and is listed")
  func withoutEffect() {
    let decisions = [
      Self.decision(.reject, 0, 9, row: 1), Self.decision(.change, 5, 9, newCode: "y", row: 0),
      Self.decision(.accept, 20, 30, at: "2026-01-01", row: 2),
      Self.decision(.reject, 20, 30, at: "2026-01-02", row: 3),
    ]
    let consensus = Self.consensus([Self.coding("a", 0, 10), Self.coding("b", 0, 10)], decisions)
    #expect(consensus.units(under: .majority).map(\.state) == [.agreed])
    #expect(consensus.decisionsWithoutEffect.map(\.row) == [0, 1, 3])
  }

  @Test("Two units of one span both take a decision on it")
  func sharedSpan() {
    let units = Self.units(
      [
        Self.coding("a", 0, 90), Self.coding("b", 10, 100), Self.coding("a", 0, 95),
        Self.coding("b", 5, 100),
      ], [Self.decision(.reject, 0, 100)])
    #expect(units.map(\.votes) == [2, 2])
    #expect(units.map(\.state) == [.rejected, .rejected])
  }

  @Test("The order in which codings come does not matter")
  func anyOrder() {
    var codings: [Coding] = []
    for (place, coder) in ["a", "b", "c"].enumerated() {
      for step in 0..<200 {
        let start = (step * 7919 + place * 13) % 3000
        codings.append(Self.coding(coder, start, start + 40 + step % 50))
      }
    }
    let once = Self.units(codings, coders: ["a", "b", "c"])
    #expect(Self.units(codings.reversed(), coders: ["a", "b", "c"]) == once)
    #expect(once.reduce(0) { $0 + $1.votes } == 600)
    #expect(once.allSatisfy { Set($0.coders).count == $0.votes })
    for unit in once {
      for one in unit.codings {
        #expect(unit.codings.allSatisfy { one.span.overlap(with: $0.span) >= 0.5 })
      }
    }
  }
}
