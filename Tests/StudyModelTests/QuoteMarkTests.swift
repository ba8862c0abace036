import Testing

@testable import StudyModel

@Suite("Which passages others may read")
struct QuoteMarkTests {
  private func seen(_ said: [[(String, Double?, Valence?)]]) throws -> SeenScore {
    var study = EyesStudy(phases: ["one"])
    for (place, segments) in said.enumerated() {
      study.interview("q\(place)", segments)
    }
    return try #require(Eyes.convenor(of: "one").see(study.raw).list.first)
  }

  private func about(_ valences: [Valence?], code: String = "gain.a") -> [[(
    String, Double?, Valence?
  )]] {
    valences.map { valence in valence.map { [(code, 2, $0)] } ?? [] }
  }

  private func mark(_ valence: Valence, isWanted: Bool = false) -> QuoteMark {
    QuoteMark(construct: "gain.a", isWanted: isWanted, valence: valence)
  }

  @Test("Only the side that is told is quoted, and nothing of what is little heard")
  func sides() throws {
    let borneOut = try seen(about([.supporting, .supporting, nil, nil, nil]))
    #expect(borneOut.mayQuote([mark(.supporting)]))
    #expect(!borneOut.mayQuote([mark(.contrary)]) && !borneOut.mayQuote([mark(.mixed)]))
    let denied = try seen(about([.contrary, .contrary, nil, nil, nil]))
    #expect(denied.mayQuote([mark(.contrary)]) && !denied.mayQuote([mark(.supporting)]))
    let both = try seen(about([.supporting, .supporting, .contrary, .contrary, nil]))
    #expect(Valence.allCases.allSatisfy { both.mayQuote([mark($0)]) })
    for little: [Valence?] in [
      [.supporting, .supporting, .supporting, .contrary, nil], [.supporting, nil, nil, nil, nil],
    ] {
      let score = try seen(about(little))
      #expect(Valence.allCases.allSatisfy { !score.mayQuote([mark($0)]) })
    }
  }

  @Test("A passage that was coded with something hidden as well is not quoted")
  func together() throws {
    let score = try seen(about([.supporting, .supporting, nil, nil, nil]))
    let other = QuoteMark(construct: "gain.b", valence: .supporting)
    #expect(!score.mayQuote([mark(.supporting), other]))
    #expect(!score.mayQuote([]))
  }

  @Test("A wish is quoted where two name it, and what came is no wish")
  func wishes() throws {
    let two = try seen(about([.supporting, .supporting, nil, nil, nil], code: "gain.a.desired"))
    #expect(two.mayQuote([mark(.supporting, isWanted: true)]))
    #expect(!two.mayQuote([mark(.contrary, isWanted: true)]) && !two.mayQuote([mark(.supporting)]))
    let one = try seen(about([.supporting, nil, nil, nil, nil], code: "gain.a.desired"))
    #expect(!one.mayQuote([mark(.supporting, isWanted: true)]))
  }

  @Test("The word of a parent, which its children give, lets nothing through that was coded on it")
  func parents() throws {
    var said = about([.supporting, .supporting, nil, nil, nil])
    said[4] = [("gain", 2, .contrary)]
    let score = try seen(said)
    #expect(score.construct("gain")?.interview?.heard == .borneOut(.for))
    #expect(!score.mayQuote([QuoteMark(construct: "gain", valence: .contrary)]))
    #expect(!score.mayQuote([QuoteMark(construct: "gain", valence: .supporting)]))
  }

  @Test("Of few interviewees only what is heard from more than one is quoted")
  func few() throws {
    var study = EyesStudy(phases: ["one"])
    for (place, codes) in [["gain.b"], ["gain.a"], ["gain.a"]].enumerated() {
      study.interview(
        "q\(place)", role: place == 0 ? .convenor : .participant,
        codes.map { ($0, 2, .supporting) })
    }
    let score = try #require(Eyes.convenor(of: "one").see(study.raw).list.first)
    #expect(score.mayQuote([mark(.supporting)]))
    #expect(!score.mayQuote([QuoteMark(construct: "gain.b", valence: .supporting)]))
    let own = try #require(Eyes.researcher.see(study.raw).list.first)
    #expect(own.mayQuote([QuoteMark(construct: "gain.b", valence: .supporting)]))
  }
}
