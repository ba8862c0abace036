import Statistics
import Testing

struct IntervalTests {
  @Test("the t interval fits R's t.test on the attitude data's rating")
  func attitudeRating() throws {
    // scipy.stats.t.interval(0.95, 29, 64.633333333333333, 12.172562003419262/sqrt(30)).
    let interval = try #require(
      MeanInterval.t(
        mean: 64.633333333333333, standardDeviation: 12.172562003419262, n: 30))
    #expect(isClose(interval.lowerBound, 60.088023981188115, relative: 1e-13))
    #expect(isClose(interval.upperBound, 69.17864268547856, relative: 1e-13))
  }

  @Test("one value, no spread or an impossible confidence give no interval")
  func refused() {
    #expect(MeanInterval.t(mean: 1, standardDeviation: 1, n: 1) == nil)
    #expect(MeanInterval.t(mean: 1, standardDeviation: 0, n: 9) == nil)
    #expect(MeanInterval.t(mean: 1, standardDeviation: .nan, n: 9) == nil)
    #expect(MeanInterval.t(mean: 1, standardDeviation: 1, n: 9, confidence: 1) == nil)
  }

  // Successes, cases, ends: Wilson's formula by mpmath.
  static let wilson: [(Int, Int, Double, Double)] = [
    (0, 10, 0.0, 0.2775327998628893),
    (1, 10, 0.01787621309507295, 0.4041500267952385),
    (7, 9, 0.452588969106989, 0.9367748928821534),
    (50, 100, 0.4038315303659956, 0.5961684696340044),
    (10, 10, 0.7224672001371107, 1.0),
    (333, 1000, 0.3044779033483562, 0.3628002339858192),
  ]

  @Test("Wilson's interval fits mpmath", arguments: wilson)
  func shares(successes: Int, count: Int, low: Double, high: Double) throws {
    let interval = try #require(WilsonInterval.share(successes: successes, of: count))
    #expect(isClose(interval.lowerBound, low, relative: 1e-12, absolute: 1e-15))
    #expect(isClose(interval.upperBound, high, relative: 1e-12))
  }

  @Test("The interval of a range of shares goes from the lowest end to the highest")
  func ranges() throws {
    let none = try #require(WilsonInterval.share(successes: 0, of: 31))
    let two = try #require(WilsonInterval.share(successes: 2, of: 31))
    let both = try #require(WilsonInterval.shares(0...(2.0 / 31), of: 31))
    #expect(both.lowerBound == none.lowerBound && both.upperBound == two.upperBound)
    #expect(WilsonInterval.shares(0...1.1, of: 31) == nil)
    #expect(WilsonInterval.shares(0...1, of: 0) == nil)
  }

  // Successes and cases of two groups, ends to the four digits printed: Newcombe (1998), table II, method 10.
  static let newcombe: [(Int, Int, Int, Int, Double, Double)] = [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
    (5, 56, 0, 29, -0.0381, 0.1926), (10, 10, 0, 10, 0.6075, 1.0),
  ]

  @Test("The interval of a difference of shares is Newcombe's", arguments: newcombe)
  func difference(a: Int, m: Int, b: Int, n: Int, low: Double, high: Double) throws {
    let first = try #require(WilsonInterval.share(successes: a, of: m))
    let second = try #require(WilsonInterval.share(successes: b, of: n))
    let (p, q) = (Double(a) / Double(m), Double(b) / Double(n))
    let interval = try #require(DifferenceInterval.of(p, first, minus: q, second))
    #expect(abs(interval.lowerBound - low) < 5.1e-5 && abs(interval.upperBound - high) < 5.1e-5)
    #expect(DifferenceInterval.of(2, first, minus: q, second) == nil)
  }

  @Test("The interval of a difference of means is Welch's")
  func welch() throws {
    // The sleep of Student's ten patients under two drugs as two samples, as R 4.3 prints it for `sleep`, to the
    // digits of scipy 1.17.1's ttest_ind(equal_var=False).
    let first = Self.sample([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0])
    let others = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    let interval = try #require(WelchInterval.of(first, minus: Self.sample(others)))
    #expect(abs(interval.lowerBound - -3.3654832307117104) < 1e-12)
    #expect(abs(interval.upperBound - 0.20548323071171137) < 1e-12)
    let four = try #require(
      WelchInterval.of(first, minus: Self.sample(Array(others.prefix(4))), confidence: 0.9))
    #expect(abs(four.lowerBound - -1.434003694908067) < 1e-12)
    #expect(abs(four.upperBound - 0.9840036949080664) < 1e-12)
    #expect(WelchInterval.of((1, 0, 3), minus: (2, 0, 3)) == nil)
    #expect(WelchInterval.of((1, 1, 1), minus: (2, 1, 3)) == nil)
    #expect(WelchInterval.of((1, 1, 3), minus: (2, 1, 3), confidence: 1) == nil)
    #expect(WelchInterval.of((.nan, 1, 3), minus: (2, 1, 3)) == nil)
  }

  private static func sample(_ values: [Double]) -> WelchInterval.Sample {
    (
      Descriptive.mean(values) ?? .nan, Descriptive.sampleStandardDeviation(values) ?? .nan,
      values.count
    )
  }

  @Test("impossible shares have no interval")
  func impossible() {
    #expect(WilsonInterval.share(successes: 1, of: 0) == nil)
    #expect(WilsonInterval.share(successes: 3, of: 2) == nil)
    #expect(WilsonInterval.share(successes: -1, of: 2) == nil)
    #expect(WilsonInterval.share(successes: 1, of: 2, confidence: 0) == nil)
  }
}
