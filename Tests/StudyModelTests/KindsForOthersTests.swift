import Testing

@testable import StudyModel

@Suite("A parent whose children are kinds, for others than the researcher")
struct KindsForOthersTests {
  /// Eight people who answer on the forms of value and on two ways that exclude each other, five of whom are
  /// interviewed; both stand under one root.
  private func study(areKinds: Bool = true) -> EyesStudy {
    var study = EyesStudy()
    study.framework.constructs.insert(VanWinkelen.construct("all", parent: nil), at: 0)
    for place in study.framework.constructs.indices {
      switch study.framework.constructs[place].id {
      case "gain": study.framework.constructs[place].parent = "all"
      case "way":
        study.framework.constructs[place].parent = "all"
        study.framework.constructs[place].childrenAreKinds = areKinds
      default: break
      }
    }
    study.responses = (0..<8).map { place in
      let answer = Int8(1 + place % 5)
      return .init(
        token: "p\(place)", organization: place,
        answers: ["gain.a.1": answer, "gain.a.2": answer, "way.x.1": 6 - answer, "way.y.1": answer])
    }
    for person in 0..<5 {
      study.interview(
        "q\(person)", role: person == 0 ? .convenor : .participant,
        [("way.x", 3, nil), ("way.y", 2, nil), ("gain.a", 2, nil)])
    }
    return study
  }

  @Test("It has a word and no number; its children have what they have without the key")
  func ownFigures() throws {
    let (seen, plain) = (study().seen(), study(areKinds: false).seen())
    let way = try #require(seen.construct("way"))
    #expect(way.bandReason == .kinds && way.score == nil && way.survey == .absent)
    #expect(way.evidence == 0 && way.convergence == nil && way.band == nil)
    #expect(way.interview?.heard == .borneOut(.for) && way.interview?.score == nil)
    #expect(plain.construct("way")?.score != nil)
    for id in ["way.x", "way.y", "gain", "gain.a"] {
      #expect(seen.construct(id) == plain.construct(id), "\(id)")
    }
  }

  @Test("Its parent is the mean of what is shown beside it, in both streams")
  func ownParent() throws {
    let seen = study().seen()
    let (all, gain) = (
      try #require(seen.construct("all")), try #require(seen.construct("gain"))
    )
    #expect(all.survey.figure?.score == gain.survey.figure?.score)
    #expect(all.interview?.score == gain.interview?.score && all.interview?.score == 67)
    #expect(study(areKinds: false).seen().construct("all")?.interview?.score != 67)
  }

  @Test("Nothing that others are told of its interviews is a level")
  func told() throws {
    let study = study()
    let told = study.raw.interviews.toldToOthers(
      caseID: "one", phase: "one", framework: study.framework)
    let way = try #require(told.first { $0.construct == "way" }?.told)
    #expect(way == ["borne out by several", "for", "", "5", "5"])
  }

  @Test("Between phases nothing is told of it, to the researcher neither")
  func changes() throws {
    var study = study()
    study.responses += study.responses.map {
      var later = $0
      later.phase = "two"
      return later
    }
    let change = try #require(study.seen("two").change)
    #expect(change.construct("way") == nil && change.construct("way.x") != nil)
    let raw = try #require(study.raw.scores.first { $0.phase == "two" }?.change)
    #expect(raw.construct("way") == nil && raw.construct("way.x") != nil)
  }

  @Test("Few interviewees who agreed to more are heard in words, as of any parent")
  func agreed() throws {
    var few = study()
    few.sources.removeAll { $0.source.participant != "q1" }
    few.participants = few.participants.filter { $0.id == "q1" }.map {
      var person = $0
      person.agreed = true
      return person
    }
    let way = try #require(few.seen().construct("way"))
    #expect(way.interview?.heard == .agreed(.evident) && way.bandReason == .kinds)
  }
}
