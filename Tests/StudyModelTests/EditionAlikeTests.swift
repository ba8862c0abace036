import Testing

@testable import StudyModel

@Suite("A word on what nearly all say, and a number on some of these and others")
struct EditionAlikeTests {
  private static func base(_ names: ClosedRange<UInt64>, _ word: Alike?) -> PublishedBase {
    PublishedBase(
      caseID: "north", phase: nil,
      people: [
        PublishedBase.People(.survey("pace"), names.map { .init(person: $0, content: nil) })
      ] + (word.map { [PublishedBase.People($0, on: "pace")] } ?? []))
  }

  private static func held(
    _ first: PublishedBase, _ second: PublishedBase, told: Set<PublishedBase.Statistic> = []
  ) -> [Bool] {
    [(first, second), (second, first)].map { now, then in
      !EditionConflict.ofAlike(now, then, limits: .init(), told: told).isEmpty
    }
  }

  @Test("may not stand beside each other while anybody is behind both, however many came")
  func held() {
    let few = Self.base(1...12, .agree)
    #expect(Self.held(few, Self.base(1...40, nil)) == [true, true])
    #expect(Self.held(few, Self.base(6...40, nil)) == [true, true])
    #expect(Self.held(few, Self.base(1...40, .disagree)) == [true, true])
    #expect(Self.held(few, Self.base(1...18, .agree)) == [false, false])
    #expect(Self.held(few, Self.base(13...40, nil)) == [false, false])
    #expect(Self.held(few, few) == [false, false])
    #expect(
      Self.held(few, Self.base(1...40, nil), told: [.survey("pace")]) == [false, false])
  }

  @Test("the mark is kept with a study by name")
  func name() {
    let statistic = PublishedBase.Statistic.alike("pace")
    #expect(PublishedBase.Statistic(name: statistic.name) == statistic)
    #expect(statistic.isOfSurvey && !statistic.isOfPeople && statistic.construct == "pace")
  }
}
