import FileFormats
import Statistics

/// How gamma is computed for a table of spans.
public struct GammaChoice: Sendable {
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

  var dissimilarity: GammaDissimilarity {
    GammaDissimilarity(positionWeight: positionWeight, codeWeight: 1)
  }

  var sampling: Gamma.Sampling {
    .init(resamples: resamples, precision: precision, seed: seed)
  }
}

extension SpanWork {
  /// Per document, the disorder of the best alignment under both weightings in use.
  var alignments: [AgreementRecord] {
    spans.documents.indices.map { place in
      let even = BestAlignment.disorder(spans, document: place)
      let software = BestAlignment.disorder(
        spans, document: place, dissimilarity: .asGammaSoftware)
      return AgreementRecord(
        "gammaBestAlignmentDisorder",
        "Disorder of the best alignment (gamma), \(spans.documents[place].name)", even,
        countKey: "spans"
      ).about([document(place)]).with(
        [
          .init("alpha1Beta1", .optional(even.value)),
          .init("alpha3Beta1", .optional(software.value)),
        ] + Self.emptyUnits + [
          .init("method", .string("exact: no alignment of all coders' units has less disorder"))
        ])
    }
  }

  /// Per document, gamma, with all that its drawing depends on.
  func gammas(_ choice: GammaChoice) -> [AgreementRecord] {
    spans.documents.indices.map { place in
      let gamma = Gamma(
        spans, document: place, dissimilarity: choice.dissimilarity, sampling: choice.sampling)
      return AgreementRecord(
        "gamma", "Gamma, \(spans.documents[place].name)", gamma.figure, isDisagreement: true,
        countKey: "spans"
      ).about([document(place)]).with(
        [
          .init("alpha", .number(choice.dissimilarity.positionWeight)),
          .init("beta", .number(choice.dissimilarity.codeWeight)),
        ] + Self.emptyUnits + [
          .init("resamples", .integer(gamma.resamples)),
          .init("precision", .optional(gamma.precision)),
          .init("simulationInterval", AgreementRecord.json(gamma.simulationInterval)),
          .init("sampler", .string(Gamma.samplerName)),
          .init("generator", .string(SeededGenerator.name)),
          .init("seed", .seed(choice.seed)),
        ])
    }
  }

  private static let emptyUnits: [JSONValue.Member] = [
    .init("deltaEmpty", .integer(1)), .init("pairOfTwoEmptyUnitsCosts", .integer(1)),
  ]
}
