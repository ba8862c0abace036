import Testing

@testable import StudyModel

@Suite("Findings in words")
struct FindingsTextTests {
  typealias Bounds = FindingCondition.Bounds

  let score = Figures.score(
    "A",
    [
      Figures.construct(
        "v.a", Figures.interview(score: 70, informants: 6, interviewees: 8, grade: .triangulated),
        Figures.survey(42.5, n: 12, interval: Interval(low: 32.6, high: 52.5)))
    ],
    gaps: [
      Figures.gap("v.a", desired: 85.2, derived: 42.5, interval: Interval(low: 32.5, high: 53)),
      Figures.gap("v.b", desired: 40, derived: 57, interval: Interval(low: -30.5, high: -3)),
    ], interviewees: 8)

  func said(_ pieces: [FindingText.Piece], each: [String] = ["v.a"]) -> [String] {
    let rule = Figures.rule(each: each, when: .all([]), says: pieces)
    let about = Case(
      id: "A", name: "north CoP", attributes: [Attribute(name: "drive", value: "weak")])
    return FindingEngine(framework: Figures.framework(rules: [rule]))
      .findings(in: score, about: about).map(\.says)
  }

  @Test(
    "Slots print whole numbers half up, gaps in words, and intervals in the direction of the gap")
  func slots() {
    #expect(
      said([
        .words("Wanted "), .slot(.wanted, of: "this"), .words(", received "),
        .slot(.received, of: "this"), .words(": "), .slot(.gap, of: "this"), .words(" ("),
        .slot(.interval, of: "this"), .words(")."),
      ]) == ["Wanted 85, received 43: 43 short (33 to 53)."])
    #expect(
      said([.slot(.gap, of: "v.b"), .words(" ("), .slot(.interval, of: "v.b"), .words(").")])
        == ["17 over (3 to 31)."])
    #expect(
      said([
        .words("Survey "), .slot(.survey, of: nil), .words(", interviews "),
        .slot(.interviews, of: nil), .words(", "), .slot(.informants, of: nil), .words(", "),
        .slot(.answers, of: nil), .words(" answers, "), .slot(.grade, of: nil), .words("."),
      ]) == ["Survey 43, interviews 70, 6 of 8, 12 answers, triangulated."])
  }

  @Test("Without the gap in the text the interval is that of the score")
  func scoreInterval() {
    // Evidence 0.5 from interviews and 0.5 * 2/3 from the survey: its share is 0.4, the score 59.
    #expect(
      said([.slot(.score, of: nil), .words(" ("), .slot(.interval, of: nil), .words(")")])
        == ["59 (55 to 63)"])
  }

  @Test("Names are lower case inside a sentence and capital where one begins")
  func names() {
    #expect(
      said([
        .slot(.name, of: nil), .words(" is there. "), .slot(.name, of: "v.b"),
        .words(" and "), .slot(.name, of: nil), .words(" in "), .slot(.caseName, of: nil),
        .words(", drive "), .slot(.attribute, of: "drive"), .words("."),
      ]) == ["Practical help is there. New skills and practical help in north CoP, drive weak."])
    #expect(
      said([.words("What: "), .slot(.name, of: nil, capital: true)]) == ["What: Practical help"])
    #expect(Words.inSentence("UK links") == "UK links")
    #expect(Words.inSentence("") == "")
  }

  @Test("A sentence with a hole is not said, and a heading with a hole is left out")
  func holes() {
    #expect(said([.words("Health "), .slot(.health, of: nil)]).isEmpty)
    #expect(said([.slot(.name, of: "unheard-of")]).isEmpty)
    let rule = Figures.rule(when: .all([]), heading: [.slot(.health, of: nil)])
    let found = FindingEngine(framework: Figures.framework(rules: [rule]))
      .findings(in: score, about: nil)
    #expect(found.map(\.heading) == [nil])
    #expect(found.map(\.says) == ["Said."])
  }

  @Test("How many spoke is said from two on; a sentence that would tell less is not said")
  func hiddenNumbers() {
    let rule = Figures.rule(
      each: ["v.a"], when: .all([]),
      says: [.slot(.informants, of: nil), .words(" interviewees")])
    func said(_ heard: Heard, speaking: Int) -> [String] {
      FindingEngine(framework: Figures.framework(rules: [rule])).findings(
        in: Figures.score("A", [Figures.construct("v.a", .told(heard, speaking: speaking))]),
        about: nil
      ).map(\.says)
    }
    #expect(said(.borneOut(.for), speaking: 2) == ["2 of 6 interviewees"])
    #expect(said(.littleHeard, speaking: 0).isEmpty)
    #expect(said(.hidden, speaking: 0).isEmpty)
  }

  @Test("Lists, signs and gaps read as text")
  func figureText() {
    #expect(Words.list([]) == "")
    #expect(Words.list(["A"]) == "A")
    #expect(Words.list(["A", "B", "C"]) == "A, B and C")
    #expect(Words.gap(0.4) == "even")
    #expect(Words.gap(-17.2) == "17 over")
    #expect(Words.whole(-0.2) == "0")
    #expect(Words.whole(42.499999999999999) == "43")
    #expect(Words.short(12.50, atMost: 2) == "12.5")
    #expect(Words.short(-0.05, atMost: 2) == "\u{2212}0.05")
    #expect(Words.fixed(0.4, 2) == "0.40")
  }
}
