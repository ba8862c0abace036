import Foundation
import StudyModel
import TestSupport
import Testing

@Suite("Secondary suppression of a partition")
struct OtherEyesPartitionTests {
  struct Oracle: Decodable {
    var cases: [Entry]
  }

  struct Entry: Decodable {
    var name: String
    var sizes: [String: Int]
    var threshold: Int
    var primary_suppressed: [String]
    var secondary_suppressed: [String]
    var shown: [String]
    var empty_groups: [String]
    var total_shown: Bool
  }

  @Test("The groups hidden and shown are those of the oracle")
  func oracle() throws {
    let file = Fixtures.own.appending(path: "survey/suppression.oracle.json")
    let oracle = try JSONDecoder().decode(Oracle.self, from: Data(contentsOf: file))
    #expect(oracle.cases.count == 8)
    for entry in oracle.cases {
      let result = SecondarySuppression(sizes: entry.sizes, threshold: entry.threshold)
      #expect(result.primary == entry.primary_suppressed, "\(entry.name)")
      #expect(result.secondary == entry.secondary_suppressed, "\(entry.name)")
      #expect(result.shown == entry.shown, "\(entry.name)")
      #expect(result.empty == entry.empty_groups, "\(entry.name)")
      #expect(result.isTotalShown == entry.total_shown, "\(entry.name)")
    }
  }

  @Test(
    "Whatever the sizes, what is hidden is nothing, everything, or too much to be one small group")
  func property() {
    for code in 0..<7 * 7 * 7 * 7 {
      let numbers = [code % 7, code / 7 % 7, code / 49 % 7, code / 343]
      let sizes = Dictionary(uniqueKeysWithValues: zip(["A", "B", "C", "D"], numbers))
      let result = SecondarySuppression(sizes: sizes, threshold: 5)
      let hidden = result.primary + result.secondary
      let together = hidden.compactMap { sizes[$0] }.reduce(0, +)
      #expect(
        hidden.isEmpty || result.shown.isEmpty || (hidden.count > 1 && together >= 5), "\(numbers)")
      #expect(result.shown.allSatisfy { (sizes[$0] ?? 0) >= 5 })
    }
  }

  @Test("A group outside the partition is not shown")
  func unknownGroup() {
    #expect(!SecondarySuppression(sizes: ["A": 9], threshold: 5).shows("B"))
    #expect(SecondarySuppression(sizes: ["A": 9], threshold: 5).shows("A"))
  }
}
