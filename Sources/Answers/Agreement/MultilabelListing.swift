import FileFormats
import Statistics
public import StudyModel

extension AgreementListing {
  /// The figures of a table where a unit may have several codes.
  public init(_ result: MultilabelAgreement) {
    let pooled = Self.group("pooledUnitByCode", result.pooled, result.coders)
    let byCode = zip(result.codes, result.byCode).map { Self.group($0, $1, result.coders) }
    self.init(
      facts: [
        .init("coders", .strings(result.coders)), .init("codes", .strings(result.codes)),
        .init("units", .integer(result.unitCount)),
      ] + Self.facts(result.bootstrap),
      figures: result.sets.map(Self.record) + pooled.figures.map(Self.pooled)
        + Self.means(result))
    groups = byCode + [pooled]
    notes = [
      Self.sentence(result.bootstrap),
      "Pooled figures are flattered by rare codes: read them beside the table by code.",
      BenchmarkWords.beside,
    ]
  }

  private static func record(_ set: MultilabelAgreement.SetAlpha) -> AgreementRecord {
    let (name, label) =
      switch set.distance {
      case .nominal: ("alphaNominalSets", "Alpha of whole sets, equal or not")
      case .jaccard: ("alphaJaccard", "Alpha of whole sets, Jaccard")
      case .masi: ("alphaMasi", "Alpha of whole sets, MASI")
      }
    return AgreementRecord(name, label, set.alpha).about([.init("of", .string("setValued"))])
  }

  private static func pooled(_ record: AgreementRecord) -> AgreementRecord {
    var record = record.about([.init("of", .string("pooledUnitByCode"))])
    record.label = "Pooled over units and codes: " + record.label
    return record
  }

  private static func means(_ result: MultilabelAgreement) -> [AgreementRecord] {
    guard !result.byCode.isEmpty else { return [] }
    return [
      mean("percentAgreement", "Percent agreement", result.mean(\.percent)),
      mean("alphaNominal", "Krippendorff's alpha", result.mean(\.alpha.figure)),
      mean("fleissGwet", "Fleiss' kappa, Gwet's form", result.mean(\.fleissGwet)),
      mean("gwetAc1", "Gwet's AC1", result.mean(\.ac1)),
      mean("brennanPrediger", "Brennan-Prediger", result.mean(\.brennanPrediger)),
    ]
  }

  private static func mean(
    _ name: String, _ label: String, _ mean: MeanFigure
  ) -> AgreementRecord {
    AgreementRecord(
      name, "Mean over codes: " + label, value: mean.value,
      reason: "it is undefined for every code"
    ).about([.init("of", .string("meanOverCodes"))]).with([
      .init("defined", .integer(mean.defined)), .init("undefined", .integer(mean.undefined)),
    ])
  }

  private static func group(
    _ key: String, _ code: MultilabelAgreement.OfCode, _ coders: [String]
  ) -> Group {
    Group(
      key: key,
      facts: [
        .init("applied", .integer(code.applied)), .init("ratings", .integer(code.ratings)),
        .init(
          "appliedBy", .object(zip(coders, code.appliedBy).map { .init($0, .integer($1)) })),
      ],
      figures: [
        AgreementRecord("percentAgreement", "Percent agreement", code.percent),
        AgreementRecord("alphaNominal", "Krippendorff's alpha", code.alpha),
        AgreementRecord("fleissGwet", "Fleiss' kappa, Gwet's form", code.fleissGwet),
        AgreementRecord("gwetAc1", "Gwet's AC1", code.ac1),
        AgreementRecord("brennanPrediger", "Brennan-Prediger", code.brennanPrediger),
      ],
      groups: code.pairs.map { group($0, coders) })
  }

  private static func group(
    _ pair: MultilabelAgreement.OfCode.Pair, _ coders: [String]
  ) -> Group {
    let table = pair.table
    return Group(
      key: "\(coders[pair.first])|\(coders[pair.second])", facts: cells(table),
      figures: [
        AgreementRecord("cohenKappa", "Cohen's kappa", pair.kappa),
        AgreementRecord("prevalenceIndex", "Prevalence index", table.prevalenceIndex),
        AgreementRecord("biasIndex", "Bias index", table.biasIndex),
        AgreementRecord("pabak", "PABAK", table.pabak),
        AgreementRecord("positiveAgreement", "Positive agreement", table.positiveAgreement),
        AgreementRecord("negativeAgreement", "Negative agreement", table.negativeAgreement),
      ])
  }
}
