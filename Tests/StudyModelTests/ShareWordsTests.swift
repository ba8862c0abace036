import Testing

@testable import StudyModel

@Suite("Shares in words never contradict each other")
struct ShareWordsTests {
  @Test("Of any few answers the words come to no more than all, and equal shares have equal words")
  func allLists() {
    for count in 1...9 {
      for below in 0...count {
        for middle in 0...(count - below) {
          let parts = [below, middle, count - below - middle]
          let percents = parts.map { 100 * Double($0) / Double(count) }
          let told = WholeFigures.quarters(percents)
          // A quarter or less may be none.
          #expect(told.filter { $0 > 1 }.reduce(0, +) <= 4, "\(parts): \(told)")
          for one in parts.indices {
            #expect(abs(Double(25 * told[one]) - percents[one]) <= 25, "\(parts): \(told)")
            for other in parts.indices where parts[one] <= parts[other] {
              #expect(told[one] <= told[other], "\(parts): \(told)")
            }
          }
        }
      }
    }
  }
}
