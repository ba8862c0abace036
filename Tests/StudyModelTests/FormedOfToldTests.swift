import Statistics
import Testing

@testable import StudyModel

@Suite("What is formed of a level in words or tens is formed of what is told")
struct FormedOfToldTests {
  /// People of so many organizations who answer everything in two phases, at random.
  private func study(_ people: Int, organizations: Int?, seed: UInt64) -> EyesStudy {
    var generator = SeededGenerator(seed: seed)
    var study = EyesStudy()
    for phase in study.phases {
      for person in 0..<people {
        let answers = SmallModel.columns.map { ($0, Int8(1 + generator.index(below: 5))) }
        study.responses.append(
          .init(
            token: "p\(person)", phase: phase, organization: organizations.map { person % $0 },
            answers: Dictionary(answers, uniquingKeysWith: { first, _ in first })))
      }
    }
    return study
  }

  /// The same with these answers on some items of the second phase, a person each.
  private func study(
    _ study: EyesStudy, answering answers: [Int8], on items: [String]
  ) -> EyesStudy {
    var changed = study
    let places = changed.responses.indices.filter { changed.responses[$0].phase == "two" }
    for (place, answer) in zip(places, answers) {
      for item in items { changed.responses[place].answers[item] = answer }
    }
    return changed
  }

  @Test(
    "nothing depends on what the one says who differs from all others",
    arguments: [["way.x.1"], ["gain.a.1", "gain.a.2"], ["gain.b.desired"]], [nil, 6, 12])
  func oneDiffers(items: [String], organizations: Int?) {
    for seed in UInt64(1)...4 {
      let whole = study(12, organizations: organizations, seed: seed)
      let seen = ([5, 4, 2, 1] as [Int8]).map { other -> CaseScore in
        study(whole, answering: [other] + Array(repeating: 5, count: 11), on: items).seen("two")
      }
      #expect(seen.allSatisfy { $0 == seen[0] }, "\(items), seed \(seed)")
    }
  }

  @Test("of few answers nothing tells lists apart of which the same is told", arguments: 5...9)
  func fewAnswers(people: Int) {
    let whole = study(people, organizations: nil, seed: UInt64(people))
    // As many below, at and above the middle; the level moves within its ten.
    let first = Array(([1, 2, 3, 4, 5, 3, 2, 4, 1] as [Int8]).prefix(people))
    for place in 1..<people {
      let other = Array(first[place...] + first[..<place])
      let seen = [first, other].map {
        study(whole, answering: $0, on: ["way.x.1"]).seen("two")
      }
      #expect(seen[0] == seen[1], "\(other)")
    }
  }

  @Test("those who are behind nothing shown are in no number of answers")
  func behindNothing() {
    var study = study(12, organizations: 6, seed: 1)
    study.responses = study.responses.filter { $0.phase == "one" }
    let before = study.seen()
    #expect(before.responses == .shown(12))
    // Two who name no organization, where levels go by organizations; one who ticked nothing.
    let answers = study.responses[0].answers
    study.responses += [
      .init(token: "q1", organization: nil, answers: answers),
      .init(token: "q2", organization: nil, answers: answers),
      .init(token: "q3", organization: 1, answers: [:]),
    ]
    #expect(study.seen() == before)
  }
}
