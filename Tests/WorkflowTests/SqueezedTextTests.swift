import StudyModel
import Testing

@testable import StudyWorkflow

@Suite("Words are found whatever white space stands between them")
struct SqueezedTextTests {
  private func places(_ words: String, _ text: String) -> [Span] {
    SqueezedText(text).places(of: words, atMost: 2)
  }

  @Test("Runs of white space are one space, on both sides")
  func spaces() {
    #expect(places("we met twice", "So we\n  met\u{A0}twice.") == [Span(start: 3, end: 17)])
    #expect(places(" we \n met ", "we met") == [Span(start: 0, end: 6)])
    #expect(places("wemet", "we met").isEmpty)
    #expect(places(" ", "we met").isEmpty && places("", "we met").isEmpty)
  }

  @Test("Places are counted in characters of the whole text, and two are enough to know")
  func counted() {
    #expect(places("a b", "🌊  a\n\nb") == [Span(start: 3, end: 7)])
    #expect(places("a", "a a a").map(\.start) == [0, 2])
    #expect(places("longer than the text", "text").isEmpty)
  }
}
