import Statistics
import Testing

struct DescriptiveTests {
  @Test("percentiles lie between order statistics as R's type 7")
  func percentiles() {
    // numpy.percentile(method="linear").
    let values = [1.0, 2, 4, 8, 16]
    #expect(isClose(Descriptive.percentile(values, 0.025), 1.1, relative: 1e-15))
    #expect(isClose(Descriptive.percentile(values, 0.5), 4, relative: 1e-15))
    #expect(isClose(Descriptive.percentile(values, 0.9), 12.8, relative: 1e-15))
    #expect(Descriptive.percentile(values, 1) == 16)
    #expect(Descriptive.percentile([3], 0.3) == 3)
    #expect(Descriptive.percentile([], 0.3) == nil)
    #expect(Descriptive.percentile(values, 1.1) == nil)
    #expect(Descriptive.percentile(values, .nan) == nil)
  }

  @Test("a nearly constant list keeps its variance")
  func nearlyConstant() {
    // Deviations -1, 0, 1 on a base of 1e9: the one-pass formula would give 0 or worse.
    let values = [1e9 - 1, 1e9, 1e9 + 1]
    #expect(Descriptive.sampleVariance(values) == 1)
    #expect(Descriptive.mean(values) == 1e9)
    #expect(Moments(values).sampleVariance == 1)
  }

  @Test("too few values have no mean, variance or median")
  func tooFew() {
    #expect(Descriptive.mean([]) == nil)
    #expect(Descriptive.sampleStandardDeviation([1]) == nil)
    #expect(Descriptive.median([]) == nil)
    #expect(Descriptive.median([3, 1]) == 2)
  }

  @Test("moments merged from parts equal moments of the whole")
  func merging() {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<500).map { _ in 1e6 + Double.random(in: 0..<1, using: &generator) }
    var merged = Moments()
    for start in stride(from: 0, to: 500, by: 37) {
      merged.merge(Moments(values[start..<min(start + 37, 500)]))
    }
    merged.merge(Moments())
    #expect(merged.count == 500)
    #expect(isClose(merged.mean, Descriptive.mean(values) ?? 0, relative: 1e-15))
    let variance = Descriptive.sampleVariance(values) ?? 0
    #expect(isClose(merged.sampleVariance, variance, relative: 1e-8))
    #expect(isClose(Moments(values).sampleVariance, variance, relative: 1e-8))
  }

  @Test("no values have no mean, one value no deviation")
  func emptyMoments() {
    #expect(Moments().mean == nil)
    #expect(Moments([2]).mean == 2)
    #expect(Moments([2]).sampleStandardDeviation == nil)
  }
}
