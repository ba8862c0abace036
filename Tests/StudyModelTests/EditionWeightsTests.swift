import Statistics
import Testing

@testable import StudyModel

@Suite("Between two reports people count as they weigh, where organizations count the same")
struct EditionWeightsTests {
  private typealias Organizations = [(name: UInt64, people: ClosedRange<UInt64>)]

  /// A level on people of organizations, which weigh the same, or on people who weigh alike.
  private static func base(
    _ organizations: Organizations, weighsAlike: Bool = false, isOfBefore: Bool = false,
    named: (UInt64) -> UInt64 = { $0 }
  ) -> PublishedBase {
    let placed = organizations.flatMap { organization in
      organization.people.map { ($0, organization.name) }
    }
    let level = PublishedBase.Statistic.survey("pace")
    let whole: UInt64 = weighsAlike ? 1 : 2
    var people = [
      PublishedBase.People(level, placed.map { .init(person: named($0.0), content: $0.0) }),
      PublishedBase.People(.weighting(of: level), [.init(person: whole, content: whole)]),
    ]
    if !isOfBefore {
      people.append(
        PublishedBase.People(
          .places(of: level),
          weighsAlike
            ? [.init(person: 7, content: nil)]
            : placed.map { .init(person: named($0.0), content: $0.1) }))
    }
    return PublishedBase(caseID: "north", phase: nil, people: people)
  }

  private static func weighing(
    _ now: PublishedBase, _ then: PublishedBase
  ) -> [EditionConflict.Weighing?] {
    EditionConflict.between(now, and: then, limits: .init()).map(\.weighing)
  }

  private static let three: Organizations = [(1, 100...139), (2, 200...229), (3, 300...329)]
  /// Four more in the first, and somebody alone in a fourth.
  private static let lone: Organizations = [
    (1, 100...143), (2, 200...229), (3, 300...329), (4, 400...400),
  ]

  @Test("one alone in an organization with four of a large one: held, whether they come or go")
  func lone() throws {
    let (before, after) = (Self.base(Self.three), Self.base(Self.lone))
    #expect(Self.weighing(after, before) == [.few(1)])
    #expect(Self.weighing(before, after) == [.few(1)])
    let held = try #require(
      EditionConflict.between(after, and: before, limits: .init()).first)
    #expect(held.came == 5 && held.awaited == 4)
    let gone = EditionConflict.between(before, and: after, limits: .init()).map(\.awaited)
    #expect(gone == [nil])
  }

  @Test("five who come to large organizations go out")
  func large() {
    let grown: Organizations = [(1, 100...141), (2, 200...231), (3, 300...330)]
    #expect(Self.weighing(Self.base(grown), Self.base(Self.three)) == [])
  }

  @Test("where people weigh alike it takes ten who come, whatever organizations they are of")
  func alike() {
    let then = Self.base(Self.three, weighsAlike: true)
    #expect(Self.weighing(Self.base(Self.lone, weighsAlike: true), then) == [nil])
    let ten: Organizations = Self.lone + [(9, 900...904)]
    #expect(Self.weighing(Self.base(ten, weighsAlike: true), then) == [])
  }

  @Test("another rule of weighting is held although ten came")
  func rule() {
    let before: Organizations = [(1, 100...129), (2, 200...229), (4, 400...400)]
    let after: Organizations = [(1, 100...139), (2, 200...229), (4, 400...400)]
    #expect(
      Self.weighing(Self.base(after, weighsAlike: true), Self.base(before)) == [.few(1)])
    #expect(
      Self.weighing(Self.base(after), Self.base(before, weighsAlike: true)) == [.few(2)])
  }

  @Test("under other names people are known by what they said, and count as they weigh")
  func renamed() {
    let after = Self.base(Self.lone, named: { $0 + 1000 })
    #expect(Self.weighing(after, Self.base(Self.three)) == [.few(1)])
  }

  @Test(
    "an edition of before does not say who was where: whatever differs is held, what does not is not"
  )
  func before() {
    let old = Self.base(Self.three, isOfBefore: true)
    #expect(Self.weighing(Self.base(Self.three), old) == [])
    let grown: Organizations = [(1, 100...141), (2, 200...231), (3, 300...330)]
    #expect(Self.weighing(Self.base(grown), old) == [.notKnown])
    let held = EditionConflict.between(Self.base(grown), and: old, limits: .init())
    #expect(held.map(\.awaited) == [nil])
    let others: Organizations = [(1, 500...539), (2, 600...629)]
    #expect(Self.weighing(Self.base(others), old) == [], "others altogether")
  }

  @Test("the refusal says as how many they weigh")
  func words() throws {
    let entry = EditionEntry(
      at: "2026-01-02", toolVersion: "1", report: .health, audience: .convenor, caseID: "north",
      phase: nil, rules: "", studyHash: "")
    let now = Self.base(Self.lone)
    let refusal = try #require(
      EditionRefusal(
        showing: [now], among: [now],
        beside: [
          PublishedState(
            id: 1, base: Self.base(Self.three), editions: [Edition(id: 3, entry: entry)])
        ], madeBy: "", limits: .init()))
    let told = try #require(refusal.diagnostics.first)
    #expect(
      told.message.contains(
        ", who weigh no more than 1 respondent would, for organizations count the same;"),
      "\(told.message)")
    #expect(told.remedy.contains("4 more respondents"), "\(told.remedy)")
  }

  @Test("in which organizations people are is kept under a name of its own")
  func name() {
    let places = PublishedBase.Statistic.places(of: .changeTo("a.b"))
    #expect(places.name == "places changeTo a.b")
    #expect(PublishedBase.Statistic(name: places.name) == places)
    #expect(places.isOfSurvey && !places.isOfPeople && places.construct == "a.b")
  }

  /// Five organizations, and two of which the older people, the newer ones or all answer.
  private static func doubled(
    older: Int = 6, newer: Int = 6, _ keep: (older: Bool, newer: Bool), alone: Bool = false
  ) -> PublishedBase {
    let steady: Organizations = (UInt64(1)...5).map { ($0, 100 * $0...100 * $0 + 6) }
    let others: Organizations = [UInt64(6), 7].map { name in
      let first = 100 * name + (keep.older ? 0 : UInt64(older))
      let last = 100 * name + UInt64(older + (keep.newer ? newer : 0)) - 1
      return (name, first...last)
    }
    return base(steady + others + (alone ? [(8, 800...800)] : []))
  }

  @Test(
    "an organization that doubles has its mean from old and new: who came beside them alone is held",
    arguments: [6, 5])
  func doubled(newer: Int) {
    let old = Self.doubled(newer: newer, (older: true, newer: false))
    let all = Self.doubled(newer: newer, (older: true, newer: true), alone: true)
    let new = Self.doubled(newer: newer, (older: false, newer: true))
    for (now, then) in [(all, old), (new, all), (new, old)] {
      #expect(Self.weighing(now, then) == [], "no two of them tell")
    }
    func told(_ now: PublishedBase, _ earlier: PublishedBase...) -> [Int] {
      EditionConflict.together(now, with: earlier, limits: .init()).map(\.came)
    }
    #expect(told(new, old, all) == [1])
    #expect(told(all, new, old) == [1])
    // Without the one nothing is left that is of few.
    #expect(told(new, old, Self.doubled(newer: newer, (older: true, newer: true))) == [])
  }

  @Test("Organizations that grow by some people each time are never held for that")
  func growing() {
    for seed in UInt64(1)...20 {
      var generator = SeededGenerator(seed: seed)
      var sizes = (0..<8).map { _ in UInt64(5 + generator.index(below: 6)) }
      var editions: [PublishedBase] = []
      for _ in 0..<5 {
        let base = Self.base(
          sizes.enumerated().map { place, size in
            let first = UInt64(100 * (place + 1))
            return (UInt64(place + 1), first...first + size - 1)
          })
        #expect(
          EditionConflict.together(base, with: editions, limits: .init()).isEmpty, "\(seed)")
        editions.append(base)
        for place in sizes.indices { sizes[place] += UInt64(1 + generator.index(below: 3)) }
      }
    }
  }
}
