import Testing

@testable import StudyModel

@Suite("What others are told of interviews")
struct HeardTests {
  private func study(
    _ said: [(role: Participant.Role, valence: Valence?)], weight: Double = 3, agreed: Set<Int> = []
  ) -> EyesStudy {
    var study = EyesStudy(phases: ["one"])
    for (place, item) in said.enumerated() {
      study.interview(
        "q\(place)", role: item.role, agreed: agreed.contains(place),
        item.valence.map { [("gain.a", weight, $0)] } ?? [])
    }
    return study
  }

  private func heard(_ study: EyesStudy) -> Heard? {
    study.seen().construct("gain.a")?.interview?.heard
  }

  private func people(_ valences: [Valence?]) -> [(role: Participant.Role, valence: Valence?)] {
    valences.map { (.participant, $0) }
  }

  @Test("Of five interviewees or more: borne out, differing, or little heard")
  func words() {
    #expect(heard(study(people([.supporting, .supporting, nil, nil, nil]))) == .borneOut(.for))
    #expect(heard(study(people([.contrary, .contrary, nil, nil, nil]))) == .borneOut(.against))
    #expect(
      heard(study(people([.supporting, .supporting, .contrary, .contrary, nil])))
        == .sourcesDiffer)
    for little: [Valence?] in [
      [nil, nil, nil, nil, nil], [.supporting, nil, nil, nil, nil],
      [.contrary, nil, nil, nil, nil], [.supporting, .supporting, .supporting, .contrary, nil],
    ] {
      #expect(heard(study(people(little))) == .littleHeard)
    }
  }

  @Test("The level takes three who gave one, and k of n two who spoke")
  func level() throws {
    let two = try #require(
      study(people([.supporting, .supporting, nil, nil, nil])).seen().construct("gain.a"))
    #expect(two.interview?.score == nil && two.interview?.voices?.speaking == 2 && two.score == nil)
    let one = study(people([.supporting, nil, nil, nil, nil])).seen().construct("gain.a")
    #expect(one?.interview?.voices == nil && one?.interview?.informants == nil)
    let three = study(people([.supporting, .supporting, .supporting, nil, nil])).seen()
    #expect(three.construct("gain.a")?.interview?.score == 100)
    #expect(three.construct("gain.a")?.interview?.grade == nil)
  }

  @Test("Who the convenor is moves no figure")
  func roles() {
    let plain = study(people([.supporting, .supporting, .supporting, .contrary, nil]))
    for convenor in 0..<5 {
      var other = plain
      other.participants[convenor].role = .convenor
      #expect(other.seen() == plain.seen())
    }
  }

  @Test("Of fewer than five nothing enters a figure, and one word is left")
  func few() throws {
    let two = study([
      (.convenor, .supporting), (.participant, .supporting), (.participant, .supporting),
    ])
    #expect(heard(two) == .moreThanOne)
    let seen = two.seen()
    #expect(seen.constructs.allSatisfy { $0.score == nil && $0.band == nil })
    #expect(seen.interviewees.isHidden && seen.codingCover.isHidden)
    #expect(seen.valueBreadth == .bySurvey(0, atMost: 4))
    for hidden: [(role: Participant.Role, valence: Valence?)] in [
      [(.convenor, .supporting), (.participant, .supporting)],
      [(.participant, .supporting), (.participant, .supporting), (.convenor, .contrary)],
      [(.participant, nil), (.participant, nil)],
    ] {
      #expect(heard(study(hidden)) == .hidden)
    }
  }

  @Test("Where all of the few agreed, presence is told in words and still enters nothing")
  func agreed() {
    let all = study(people([.supporting, .contrary]), agreed: [0, 1])
    #expect(heard(all) == .agreed(.contested))
    #expect(all.seen().constructs.allSatisfy { $0.score == nil })
    #expect(heard(study(people([.supporting, .contrary]), agreed: [0])) == .hidden)
  }

  @Test("A parent is made of what is told of its children")
  func parents() throws {
    var study = EyesStudy(phases: ["one"])
    for place in 0..<5 {
      study.interview(
        "q\(place)",
        (place < 2 ? [("gain.a", 3, .supporting)] : [])
          + (place == 4 ? [("gain.b", 1, .supporting)] : []))
    }
    let gain = try #require(study.seen().construct("gain")?.interview)
    #expect(gain.heard == .borneOut(.for))
    // The one who spoke of the other form is not counted: two of five would be three.
    #expect(gain.voices?.speaking == 2 && gain.score == nil)
  }
}
