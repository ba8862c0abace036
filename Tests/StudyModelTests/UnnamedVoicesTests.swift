import Testing

@testable import StudyModel

@Suite("What nobody said what it is, is what somebody said")
struct UnnamedVoicesTests {
  /// A study with a source without a participant, of a kind.
  private func study(_ kind: Source.Kind, interviewees: Int = 0) -> EyesStudy {
    var study = EyesStudy(phases: ["one"])
    study.sources.append(
      CodedSource(
        source: Source(id: "paper", caseID: "one", phase: "one", coders: ["ana"], kind: kind),
        codings: [
          Coding(
            coder: "ana", code: "gain.a", span: Span(start: 0, end: 9), weight: 1,
            valence: .supporting)
        ], adjudications: []))
    for place in 0..<interviewees {
      study.interview(
        "q\(place)", role: place == 0 ? .convenor : .participant,
        place < 2 ? [("gain.a", place == 0 ? 3 : nil, .supporting)] : [])
    }
    return study
  }

  @Test("A kind that is not stated follows from a participant, and from nothing else")
  func kinds() {
    #expect(Source.Kind(stated: nil, participant: "p1") == .interview)
    #expect(Source.Kind(stated: nil, participant: nil) == .unstated)
    #expect(Source.Kind(stated: .document, participant: nil) == .document)
  }

  @Test("For the researcher it counts as a document")
  func researcher() {
    #expect(study(.unstated).raw.scores == study(.document).raw.scores)
  }

  @Test("For others a document is told, and what may be an interview is not")
  func others() {
    #expect(study(.document).seen().construct("gain.a")?.score == 33)
    for kind in [Source.Kind.unstated, .interview] {
      let seen = study(kind).seen()
      #expect(seen.construct("gain.a")?.score == nil)
      #expect(seen.construct("gain.a")?.interview?.heard == .hidden)
      #expect(seen.interviewees.isHidden && !seen.hasAgreed)
    }
  }

  @Test("A level of one person and of documents that all can read is not told")
  func documentsBeside() {
    var study = study(.document, interviewees: 5)
    for number in 2...3 {
      var more = study.sources[0]
      more.source.id = "paper \(number)"
      study.sources.append(more)
    }
    #expect(study.raw.scores[0].construct("gain.a")?.interview?.score != nil)
    let seen = study.seen().construct("gain.a")?.interview
    #expect(seen?.heard == .borneOut(.for) && seen?.score == nil)
  }

  @Test("Where nobody is named who convenes, one of the speakers may be the one")
  func convenorNotNamed() {
    func heard(_ roles: [Participant.Role]) -> Heard? {
      var study = EyesStudy(phases: ["one"])
      for (place, role) in roles.enumerated() {
        study.interview("q\(place)", role: role, [("gain.a", 3, .supporting)])
      }
      return study.seen().construct("gain.a")?.interview?.heard
    }
    #expect(heard([.participant, .participant]) == .hidden)
    #expect(heard([.participant, .participant, .participant]) == .moreThanOne)
    #expect(heard([.convenor, .participant, .participant]) == .moreThanOne)
  }
}
