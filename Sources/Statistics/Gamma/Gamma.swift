/// Gamma: how much less disorder there is between coders than if they had placed units by chance.
///
/// 1 - disorder of the best alignment / mean disorder of drawn codings. What chance brings is drawn,
/// so gamma itself is a random figure; with the same seed it is the same.
///
/// > Reference: Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3), 437-479; the
/// > number of resamples as in section 5.3.
public struct Gamma: Sendable, Hashable {
  /// How chance is drawn.
  public struct Sampling: Sendable, Hashable {
    /// The least number of resamples; 30 in the paper.
    public var resamples: Int
    /// How near, as a share of it, the expected disorder must be known with 95%; 0 for any.
    public var precision: Double
    /// The seed of the random numbers.
    public var seed: UInt64

    /// Samples as the paper proposes, unless told otherwise.
    public init(resamples: Int = 30, precision: Double = 0.02, seed: UInt64 = 1) {
      self.resamples = resamples
      self.precision = precision
      self.seed = seed
    }
  }

  /// How chance is drawn, for a report.
  public static let samplerName = ShiftedCoders.name
  /// No more resamples than this are drawn, whatever the precision.
  public static let mostResamples = 10_000

  /// Gamma, at most 1, with the observed and the expected disorder; `n` is the number of units.
  public let figure: Figure
  /// How many resamples the expected disorder rests on.
  public let resamples: Int
  /// How near the expected disorder is known with 95%, as a share of it; nil without one.
  public let precision: Double?

  /// Where gamma lies with 95% as far as the resamples leave it open; nothing about other texts.
  public var simulationInterval: ClosedRange<Double>? {
    guard let observed = figure.observed, let expected = figure.expected, figure.value != nil,
      let precision, precision < 1
    else { return nil }
    let low = 1 - observed / (expected * (1 - precision))
    return low...(1 - observed / (expected * (1 + precision)))
  }

  /// Computes gamma of a document over all coders.
  ///
  /// Undefined as the disorder of ``BestAlignment`` is, where a resample's disorder is, and where
  /// drawn codings have no disorder either.
  public init(
    _ spans: SpanSet, document: Int, dissimilarity: GammaDissimilarity = .even,
    sampling: Sampling = Sampling()
  ) {
    let observed = BestAlignment.disorder(spans, document: document, dissimilarity: dissimilarity)
    let coders = spans.coders.count
    let units = AlignedUnit.all(spans, document: document)
    guard let disorder = observed.value,
      let source = ShiftedCoders(
        units, coderCount: coders, extent: spans.documents[document].extent)
    else {
      figure = observed
      resamples = 0
      precision = nil
      return
    }
    var drawn: [Double] = []
    var wanted = min(max(sampling.resamples, 2), Self.mostResamples)
    var isExtended = false
    while drawn.count < wanted {
      var generator = SeededGenerator(seed: sampling.seed, stream: UInt64(drawn.count) + 1)
      let chance = BestAlignment.disorder(
        source.draw(&generator), coderCount: coders, dissimilarity)
      guard let value = chance.value else {
        figure = .undefined(
          chance.undefined ?? .searchLimit, observed: disorder, n: units.count)
        resamples = drawn.count
        precision = nil
        return
      }
      drawn.append(value)
      if drawn.count == wanted, !isExtended, sampling.precision > 0 {
        isExtended = true
        let needed = (Self.nearness(drawn, of: 1) ?? 0) / sampling.precision
        wanted = max(wanted, Int(min((needed * needed).rounded(.up), Double(Self.mostResamples))))
      }
    }
    resamples = drawn.count
    precision = Self.nearness(drawn, of: drawn.count)
    let expected = drawn.reduce(0, +) / Double(drawn.count)
    figure =
      expected > 0
      ? .defined(
        1 - disorder / expected, observed: disorder, expected: expected, n: units.count)
      : .undefined(.noExpectedDisorder, observed: disorder, expected: 0, n: units.count)
  }

  /// Half the 95% interval of a mean of `count` values, as a share of it; nil where it is 0.
  private static func nearness(_ values: [Double], of count: Int) -> Double? {
    guard let mean = Descriptive.mean(values), mean > 0,
      let deviation = Descriptive.sampleStandardDeviation(values)
    else { return nil }
    return 1.96 * deviation / mean / Double(count).squareRoot()
  }
}
