import Statistics
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

  @Test(
    "The interval of a share holds those of all shares that are told alike, and ends as they do")
  func intervals() throws {
    for count in 10...60 {
      for part in 0...count {
        let told = WholeFigures.share(100 * Double(part) / Double(count))
        let interval = try #require(WholeFigures.interval(of: .percent(told), n: count))
        let exact = try #require(WilsonInterval.share(successes: part, of: count))
        #expect(interval.low <= max(5, 100 * exact.lowerBound))
        #expect(interval.high >= min(95, 100 * exact.upperBound))
        #expect(5...95 ~= interval.low && 5...95 ~= interval.high)
      }
    }
  }
}
