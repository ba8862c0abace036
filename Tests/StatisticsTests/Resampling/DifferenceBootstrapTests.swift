import Statistics
import Testing

@Suite("The difference of a figure between two samples of clusters")
struct DifferenceBootstrapTests {
  private static func mean(_ values: [Double], _ times: [Int]) -> Double {
    let sum = zip(values, times).reduce(0) { $0 + $1.0 * Double($1.1) }
    return sum / Double(times.reduce(0, +))
  }

  private static func run(
    _ design: DifferenceBootstrap.Design, _ one: [Double], _ other: [Double]
  ) -> DifferenceBootstrap {
    DifferenceBootstrap.run(design, width: 1, replicates: 4000, seed: 3) {
      [mean(other, $1) - mean(one, $0)]
    }[0]
  }

  @Test("clusters in both samples are found by name and drawn together")
  func paired() throws {
    let design = DifferenceBootstrap.Design(first: ["a", "b", "c"], second: ["c", "a", "b"])
    #expect(design.shared == [[0, 1], [1, 2], [2, 0]])
    // Every cluster is 1 higher in the second: nothing varies, however much clusters differ.
    let result = Self.run(design, [1, 50, 9], [10, 2, 51])
    let interval = try #require(result.interval)
    #expect(abs(interval.lowerBound - 1) < 1e-9 && abs(interval.upperBound - 1) < 1e-9)
  }

  @Test("clusters of one sample alone vary as two independent means do")
  func independent() throws {
    let one = (0..<30).map { Double($0 * 7 % 30) }
    let other = (0..<20).map { Double($0 * 3 % 20) + 5 }
    let design = DifferenceBootstrap.Design(
      first: one.indices.map { "a\($0)" }, second: other.indices.map { "b\($0)" })
    #expect(design.shared.isEmpty)
    func variance(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
        / Double(values.count)
    }
    let error = try #require(Self.run(design, one, other).standardDeviation)
    let expected = (variance(one) + variance(other)).squareRoot()
    #expect(abs(error - expected) < 0.05 * expected)
  }

  @Test("the same seed gives the same draws, and what is not defined is counted")
  func repeats() {
    let design = DifferenceBootstrap.Design(first: ["a", "b"], second: ["b", "c"])
    let results = (0..<2).map { _ in
      DifferenceBootstrap.run(design, width: 2, replicates: 300, seed: 9) { first, second in
        [Double(first[0] - second[1]), first[0] == 0 ? .nan : 1]
      }
    }
    #expect(results[0] == results[1])
    #expect(results[0][0].undefinedReplicates == 0)
    // Each sample has one cluster of its own and one in both, and keeps both numbers.
    #expect(results[0][0].values.allSatisfy { $0 == 0 })
    #expect(results[0][1].undefinedReplicates == 0 && results[0][1].values.count == 300)
  }

  @Test("drawn once each, clusters give the figures of all ratings")
  func clusters() throws {
    let m = RatingMatrix.missing
    let cells: [Int16] = [
      1, 1, 1, 1, 0, m, 0, 0, 1, 0, m, 0, 1, 1, 0, m, 1, 1, 0, 0, 0, 1, 0, 1,
    ]
    let matrix = try RatingMatrix(
      coders: ["a", "b", "c"], categories: ["no", "yes"], unitCount: 8, cells: cells)
    let clustered = ClusteredRatings(matrix, clusters: [0, 0, 1, 1, 1, 2, 2, 2], count: 3)
    let (all, drawn) = (RatingCounts(matrix), clustered.counts(drawn: [1, 1, 1]))
    #expect(KrippendorffAlpha.figure(all).value == KrippendorffAlpha.figure(drawn).value)
    #expect(CongerKappa.everyRating(all).value == CongerKappa.everyRating(drawn).value)
    #expect(GwetAC.figure(all).value == GwetAC.figure(drawn).value)
    let positive = PositiveAgreement.figure(drawn, category: 1).value
    // Pairs of marks: 6 + 0 + 0 + 0 + 2 + 2 + 0 + 2; marks in pairs: 6 + 1 + 2 + 0 + 4 + 2 + 0 + 4.
    #expect(abs(try #require(positive) - 12.0 / 19) < 1e-12)
    // A cluster drawn alone is as if the others were not there.
    let first = try RatingMatrix(
      coders: ["a", "b", "c"], categories: ["no", "yes"], unitCount: 2, cells: Array(cells[..<6]))
    #expect(
      CongerKappa.everyRating(clustered.counts(drawn: [3, 0, 0])).value
        == CongerKappa.everyRating(RatingCounts(first)).value)
  }
}
