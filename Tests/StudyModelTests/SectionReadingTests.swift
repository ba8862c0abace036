import Testing

@testable import StudyModel

@Suite("How a section is read speaks of what was collected")
struct SectionReadingTests {
  private let reading = SectionReading([
    .init("Each row is a practice."), .init("Members rate it.", of: .survey),
    .init("Interviewees name it.", of: .interviews), .init("Both are compared.", of: .both),
  ])

  @Test("A sentence stands where what it speaks of is there")
  func grounds() {
    #expect(
      reading.text(hasSurvey: true, hasInterviewees: true)
        == "Each row is a practice. Members rate it. Interviewees name it. Both are compared.")
    #expect(
      reading.text(hasSurvey: true, hasInterviewees: false)
        == "Each row is a practice. Members rate it.")
    #expect(
      reading.text(hasSurvey: false, hasInterviewees: true)
        == "Each row is a practice. Interviewees name it.")
    #expect(reading.text(hasSurvey: false, hasInterviewees: false) == "Each row is a practice.")
    #expect(SectionReading("").text(hasSurvey: true, hasInterviewees: true) == nil)
  }

  @Test("The interval of a gap is said in the direction of the gap")
  func interval() {
    func words(_ gap: Double, _ low: Double, _ high: Double) -> String? {
      ValueGap(
        id: "a", desired: 50, derived: 50 - gap, gap: gap,
        interval: Interval(low: low, high: high),
        n: 20, quadrant: nil
      ).intervalInWords
    }
    #expect(words(43, 33, 53) == "33 to 53")
    #expect(words(-11, -20, -4) == "4 to 20")
    #expect(words(5, -3, 13) == "−3 to +13")
    #expect(words(-5, -13, 3) == "−3 to +13")
  }
}
