import Testing

@testable import StudyModel

@Suite("Two words on the interviews of a case, of some and of these and others")
struct EditionWordsTests {
  /// A base of so many interviewees, with a word on one construct.
  private static func base(
    _ names: ClosedRange<UInt64>, _ word: Heard, speaking: Int? = nil
  ) -> PublishedBase {
    PublishedBase(
      caseID: "north", phase: nil,
      people: [
        PublishedBase.People(.names, names.map { .init(person: $0, content: nil) })
      ] + [PublishedBase.People(word, speaking: speaking, on: "pace")].compactMap(\.self))
  }

  /// Whether a word on some and one on more are held, in whichever order they come.
  private static func held(
    _ few: Heard, _ many: Heard, speaking: Int? = nil, beyond: UInt64 = 12
  ) -> [Bool] {
    let (small, large) = (base(1...6, few), base(1...beyond, many, speaking: speaking))
    return [(large, small), (small, large)].map { now, then in
      !EditionConflict.ofWords(now, then, limits: .init(), told: []).isEmpty
    }
  }

  @Test("are held where they tell of one, or that there is none, and else stand")
  func words() {
    let told: [(Heard, Heard)] = [
      (.littleHeard, .borneOut(.for)), (.littleHeard, .borneOut(.against)),
      (.hidden, .borneOut(.for)),
      (.borneOut(.for), .littleHeard), (.borneOut(.against), .littleHeard),
      (.moreThanOne, .littleHeard), (.moreThanOne, .sourcesDiffer),
    ]
    let all: [Heard] = [
      .borneOut(.for), .borneOut(.against), .sourcesDiffer, .littleHeard, .moreThanOne, .hidden,
    ]
    for few in all {
      for many in all {
        let isHeld = told.contains { $0 == (few, many) }
        #expect(
          Self.held(few, many, speaking: 6) == [isHeld, isHeld], "\(few.words), then \(many.words)")
      }
    }
    // The two of whom several spoke before are then all who do, and who convenes is silent.
    #expect(Self.held(.moreThanOne, .borneOut(.for), speaking: 2) == [true, true])
    #expect(Self.held(.moreThanOne, .borneOut(.for), speaking: 3) == [true, true])
    #expect(Self.held(.moreThanOne, .borneOut(.for), speaking: 4) == [false, false])
    // Where everybody speaks, those few all do.
    for few: Heard in [.littleHeard, .hidden] {
      #expect(Self.held(few, .sourcesDiffer, speaking: 11) == [false, false])
      #expect(Self.held(few, .sourcesDiffer, speaking: 12) == [true, true])
    }
  }

  @Test("by enumeration: what is held pins somebody down, and what is not leaves two ways at least")
  func enumerated() {
    // Three of six, or six of twelve: so many for, and so many against, among some and among the others.
    for many: Heard in [.borneOut(.for), .borneOut(.against), .littleHeard, .sourcesDiffer] {
      for few: Heard in [.borneOut(.for), .borneOut(.against), .littleHeard, .sourcesDiffer] {
        var fits: [(few: [Int], others: [Int])] = []
        for speaking in 0...6 {
          for denying in 0...(6 - speaking)
          where Heard.of(speaking: speaking, denying: denying) == few {
            for more in 0...6 {
              for less in 0...(6 - more)
              where Heard.of(speaking: speaking + more, denying: denying + less) == many {
                fits.append(([speaking, denying], [more, less]))
              }
            }
          }
        }
        guard !fits.isEmpty, few != many else { continue }
        // What one word alone leaves open, of either side of either group, and both together pin to one or none.
        func open(_ counts: [Int]) -> Bool { counts.contains { $0 > 1 } }
        let pinned = [0, 1].contains { side in
          let inFew = fits.map { $0.few[side] }
          let inOthers = fits.map { $0.others[side] }
          let alone = Self.sides(few).map { $0[side] }
          let whole = Self.sides(many).map { $0[side] }
          return !open(inFew) && open(alone) && open(whole)
            || !open(inOthers) && open(whole) && inOthers.allSatisfy { $0 == 1 }
        }
        let isHeld = Self.held(few, many, speaking: 6) == [true, true]
        #expect(!pinned || isHeld, "\(few.words), then \(many.words)")
      }
    }
  }

  /// All counts of those for and against that a word leaves among six.
  private static func sides(_ word: Heard) -> [[Int]] {
    (0...6).flatMap { speaking in
      (0...(6 - speaking)).map { [speaking, $0] }
    }.filter { Heard.of(speaking: $0[0], denying: $0[1]) == word }
  }

  @Test("of others, of the same people, and told already, nothing is held")
  func unheld() {
    let before = Self.base(1...6, .littleHeard)
    let limits = Limits()
    for now in [Self.base(1...6, .borneOut(.for)), Self.base(7...12, .borneOut(.for))] {
      #expect(EditionConflict.ofWords(now, before, limits: limits, told: []).isEmpty)
    }
    // Of those who were interviewed for both, each word says as much as of all.
    let some = Self.base(4...12, .borneOut(.for))
    #expect(!EditionConflict.ofWords(some, before, limits: limits, told: []).isEmpty)
    #expect(!EditionConflict.ofWords(before, some, limits: limits, told: []).isEmpty)
    let now = Self.base(1...12, .borneOut(.for))
    #expect(
      EditionConflict.ofWords(now, before, limits: limits, told: [.statements("pace")]).isEmpty)
    // Those who agreed to be told of stand for themselves.
    let agreed = Self.base(1...6, .agreed(.littleHeard))
    #expect(EditionConflict.ofWords(now, agreed, limits: limits, told: []).isEmpty)
  }
}
