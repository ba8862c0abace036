import StudyModel
import Testing

@Suite("Words and numbers")
struct WordsTests {
  @Test("A half is rounded up on the size, however it was added up")
  func halves() {
    #expect(Words.whole(62.499_999_999_999_99) == "63")
    #expect(Words.whole(62.5) == "63")
    #expect(Words.whole(62.499_999) == "62")
    #expect(Words.whole(-12.499_999_999_999_993) == "−13")
    #expect(Words.whole(-0.2) == "0")
    #expect(Words.fixed(1.005, 2) == "1.01")
    #expect(Words.fixed(0.995, 2) == "1.00")
    #expect(Words.fixed(-0.0004, 3) == "0.000")
    #expect(Words.fixed(-1_234.5, 1) == "−1,234.5")
  }

  @Test("What is below a half by more than nine decimals is not rounded up")
  func belowHalf() {
    #expect(Words.whole(62.499_999_999) == "62")
    #expect(Words.fixed(0.004_999_999, 2) == "0.00")
  }

  @Test("No number stops the work")
  func anyNumber() {
    #expect(Words.whole(.nan) == "[x]")
    #expect(Words.whole(-.infinity) == "[x]")
    #expect(Words.fixed(1e300, 4) == "1e+300")
    #expect(Words.thousands(.min) == "−9,223,372,036,854,775,808")
    #expect(Words.fixed(0.5, 40) == "0.500000000")
  }

  @Test("Signs, intervals, gaps and shares")
  func figures() {
    #expect(Words.signed(33.2) == "+33")
    #expect(Words.signed(-0.4) == "0")
    #expect(Words.signedInterval(Interval(low: -1.5, high: 2)) == "−2 to +2")
    #expect(Words.interval(Interval(low: 32.5, high: 53)) == "33 to 53")
    #expect(Words.gap(0.4) == "even")
    #expect(Words.gap(-17.2) == "17 over")
    #expect(Words.percent(1, of: 8) == "13%")
    #expect(Words.percent(0, of: 0) == "[x]")
    #expect(Words.short(0.666_666) == "0.667")
    #expect(Words.short(3) == "3")
  }

  @Test("Numbers of things have their plural, and thousands their commas")
  func counts() {
    #expect(Words.count(1, "coding") == "1 coding")
    #expect(Words.count(0, "coding") == "0 codings")
    #expect(Words.count(2_400, "form of value", "forms of value") == "2,400 forms of value")
  }

  @Test("A name that is not known is answered with the nearest")
  func nearest() {
    #expect(NearestName.question("nort", among: ["north", "south"]) == "Did you mean \"north\"?")
    #expect(NearestName.question("east", among: ["north", "south"]) == nil)
    // A number is no slip of another, but for zeros before it.
    #expect(NearestName.ofSameNumbers("007", among: ["17", "7"]) == "7")
    #expect(NearestName.ofSameNumbers("p18", among: ["p17", "P18"]) == "P18")
    #expect(NearestName.ofSameNumbers("p18", among: ["p17"]) == nil)
    #expect(
      NearestName.remedy("nort", among: ["north"], or: "import the case first")
        == "Either correct it (did you mean \"north\"?) or import the case first.")
    #expect(
      NearestName.remedy("east", among: ["north"], or: "import the case first")
        == "Either correct it or import the case first.")
  }
}
