import Testing

@testable import StudyModel

/// Where coders are named and `read` is blank, a coder has handed in what he or she coded anything in: that coding
/// is finished told of the one passage that one of them found, which is said nowhere else.
@Suite("Whether coding is finished does not follow from a passage that is hidden")
struct FinishedForOthersTests {
  /// Seven interviews that ana coded, in the last of which ben is to read, too, and marked so many passages.
  private func study(marked: Int, read: [String] = []) -> EyesStudy {
    var study = EyesStudy()
    for person in 1...6 {
      study.interview("p\(person)", [("gain.a", 2, .supporting), ("way.x", 2, .supporting)])
    }
    study.interview("p7")
    for place in study.sources.indices { study.sources[place].source.read = ["ana"] }
    study.sources[6].source.coders = ["ana", "ben"]
    study.sources[6].source.read += read
    study.sources[6].codings = (0..<marked).map { place in
      Coding(
        coder: "ben", code: "gain.b", span: Span(start: 10 * place, end: 10 * place + 9), weight: 2,
        valence: .supporting)
    }
    study.sources[6].codedBy = marked > 0 ? ["ben"] : []
    return study
  }

  @Test("next to nothing reads as nothing, to others alone", arguments: [1, 2])
  func barely(marked: Int) {
    #expect(study(marked: marked).seen() == study(marked: 0).seen())
    #expect(study(marked: marked).seen().awaitsCodings)
    #expect(!study(marked: marked).raw.scores[0].awaitsCodings)
  }

  @Test("who marked several passages, or is named, has read it")
  func finished() {
    #expect(!study(marked: 3).seen().awaitsCodings)
    #expect(study(marked: 3).seen().codingCover.value != nil)
    #expect(study(marked: 1, read: ["ben"]).seen() == study(marked: 0, read: ["ben"]).seen())
    #expect(!study(marked: 0, read: ["ben"]).seen().awaitsCodings)
  }
}
