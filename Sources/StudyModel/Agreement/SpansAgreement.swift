public import Statistics

/// How gamma is computed for a table of spans.
public struct GammaChoice: Sendable, Hashable {
  /// What position weighs beside code (alpha; beta is 1).
  public var positionWeight = 1.0
  /// The least number of resamples.
  public var resamples = 30
  /// How near, as a share of it, the disorder by chance must be known with 95%; 0 for any.
  public var precision = 0.02
  /// The seed.
  public var seed: UInt64 = 1

  /// No more resamples than this are drawn.
  public static let mostResamples = Gamma.mostResamples

  /// Makes the paper's choice.
  public init() {}

  /// How far two units are apart.
  public var dissimilarity: GammaDissimilarity {
    GammaDissimilarity(positionWeight: positionWeight, codeWeight: 1)
  }

  var sampling: Gamma.Sampling {
    .init(resamples: resamples, precision: precision, seed: seed)
  }
}

/// Every figure of agreement about stretches of text.
public struct SpansAgreement: Sendable, Hashable {
  /// Two coders, by their places.
  public struct Pair: Sendable, Hashable {
    /// The places of the coders.
    public let first: Int, second: Int
    /// What they share, character by character.
    public let characters: CharacterComparison
    /// Segments that overlap, at each threshold, in the order of the thresholds.
    public let segments: [SegmentOverlap]
    /// The figure QualCoder prints as kappa, of each code.
    public let qualCoder: [Figure]
  }

  /// One text.
  public struct Document: Sendable, Hashable {
    /// Alpha by characters, and for unitizing (2004), of each code.
    public let characterAlpha: [Figure], unitizing2004: [Figure]
    /// Alpha for unitizing (2004) over all codes.
    public let unitizing2004Overall: Figure
    /// The family of 2016.
    public let family: UnitizingAlpha
    /// |u-alpha of each code alone; empty where there is one code.
    public let alone: [Figure]
    /// The disorder of the best alignment, where position and code weigh the same, and as the
    /// software weighs them.
    public let disorder: Figure, disorderAsSoftware: Figure
    /// Gamma; nil unless it was asked for.
    public let gamma: Gamma?
  }

  /// The coders, codes, texts and spans.
  public let spans: SpanSet
  /// Whether the extents of the texts were declared.
  public let areExtentsDeclared: Bool
  /// The least overlaps, in per cent, at which segments agree as MAXQDA counts it.
  public let thresholds: [Int]
  /// How gamma was computed; nil where it was not.
  public let gamma: GammaChoice?
  /// Each pair of coders.
  public let pairs: [Pair]
  /// Each text, in order.
  public let documents: [Document]

  /// Computes everything.
  ///
  /// Cost: gamma's is by far the largest, its resamples times its alignment.
  public init(
    _ spans: SpanSet, areExtentsDeclared: Bool, thresholds: [Int] = [90, 95, 50],
    gamma: GammaChoice? = nil
  ) {
    self.spans = spans
    self.areExtentsDeclared = areExtentsDeclared
    self.thresholds = thresholds
    self.gamma = gamma
    pairs = spans.coders.indices.flatMap { first in
      spans.coders.indices.dropFirst(first + 1).map { second in
        Pair(
          first: first, second: second,
          characters: CharacterComparison(spans, first: [first], second: [second]),
          segments: thresholds.map {
            SegmentOverlap(spans, first: first, second: second, thresholdPercent: $0)
          },
          qualCoder: spans.codes.indices.map {
            QualCoderKappa.figure(spans, code: $0, first: first, second: second)
          })
      }
    }
    documents = spans.documents.indices.map { Document(spans, $0, gamma) }
  }
}

extension SpansAgreement.Document {
  init(_ spans: SpanSet, _ place: Int, _ choice: GammaChoice?) {
    let codes = spans.codes.indices
    characterAlpha = codes.map { CharacterAlpha.figure(spans, document: place, code: $0) }
    unitizing2004 = codes.map { UnitizingAlpha2004.figure(spans, document: place, code: $0) }
    unitizing2004Overall = UnitizingAlpha2004.figure(spans, document: place, codes: Array(codes))
    family = UnitizingAlpha(spans, document: place)
    // Codes that overlap leave the family undefined over all codes; each alone still has one.
    alone =
      codes.count > 1
      ? codes.map { UnitizingAlpha(spans, document: place, codes: [$0]).binary } : []
    disorder = BestAlignment.disorder(spans, document: place)
    disorderAsSoftware = BestAlignment.disorder(
      spans, document: place, dissimilarity: .asGammaSoftware)
    gamma = choice.map {
      Gamma(
        spans, document: place, dissimilarity: $0.dissimilarity, sampling: $0.sampling)
    }
  }
}
