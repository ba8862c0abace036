import FileFormats
import Reports
import Statistics
public import StudyModel

extension AgreementListing {
  /// The figures of a table of ratings.
  public init(_ result: RatingsAgreement) {
    var records = [
      AgreementRecord("percentAgreement", "Percent agreement", result.percent),
      AgreementRecord("shareOfUnitsAllEqual", "Units in which all agree", result.allEqual),
    ]
    records += Self.kappas(result)
    records += [
      AgreementRecord("brennanPrediger", "Brennan-Prediger", result.brennanPrediger),
      AgreementRecord("gwetAc1", "Gwet's AC1", result.ac1),
    ]
    records += result.benchmark.map { [BenchmarkWords.record($0)] } ?? []
    records += result.weighted.flatMap(Self.weighted)
    records += Self.alphas(result)
    self.init(facts: Self.facts(result), figures: records)
    if case .several(let several) = result.byCoders {
      groups = several.pairs.map { Self.group($0, result.coders) }
    }
    notes = Self.notes(result)
    undeclared = result.isScaleDeclared ? [] : [.scale]
  }

  private static func facts(_ result: RatingsAgreement) -> [JSONValue.Member] {
    [
      .init("level", .string(result.plan.level.rawValue)),
      .init("categories", .strings(result.categories)),
      .init("categoriesDeclared", .bool(result.isScaleDeclared)),
      .init("coders", .strings(result.coders)),
      .init("codersWithoutData", .strings(result.silentCoders)),
      .init(
        "counts",
        [
          "nUnits": .integer(result.counts.units), "nCoders": .integer(result.coders.count),
          "nValues": .integer(result.counts.values),
          "nPairableUnits": .integer(result.counts.pairableUnits),
          "nPairableValues": .integer(result.counts.pairableValues),
        ]),
    ] + facts(result.plan.bootstrap)
  }

  private static func kappas(_ result: RatingsAgreement) -> [AgreementRecord] {
    var fleiss = AgreementRecord("fleissKappa", "Fleiss' kappa", result.fleiss)
    if !result.fleissByCategory.isEmpty {
      let byCategory = zip(result.categories, result.fleissByCategory)
      fleiss.more.append(
        .init("perCategory", .object(byCategory.map { .init($0, .optional($1.value)) })))
    }
    let gwet = AgreementRecord("fleissGwet", "Fleiss' kappa, Gwet's form", result.fleissGwet)
    switch result.byCoders {
    case .pair(let pair):
      return [
        AgreementRecord("cohenKappa", "Cohen's kappa", pair.cohen),
        AgreementRecord("scottPi", "Scott's pi", pair.scott), fleiss, gwet,
        AgreementRecord("cohenGwet", "Cohen's kappa, margins of every rating", pair.everyRating),
      ] + (pair.binary.map { [binary($0)] } ?? [])
    case .several(let several):
      return [
        fleiss, gwet,
        AgreementRecord("congerKappa", "Conger's kappa, complete units", several.congerComplete),
        AgreementRecord("congerGwet", "Conger's kappa, every rating", several.congerEvery),
        AgreementRecord("lightKappa", "Light's kappa", several.light, countKey: "nPairs"),
        AgreementRecord(
          "pairwiseCohenKappa", "Cohen's kappa of each pair", value: nil,
          reason: "one a pair of coders: see pairs"
        ).with([
          .init("defined", .integer(several.pairs.count { $0.kappa.value != nil })),
          .init(
            "pairs",
            .object(
              several.pairs.map { pair in
                .init(
                  names(pair, result.coders).joined(separator: "|"),
                  AgreementRecord("cohenKappa", "", pair.kappa).json)
              })),
        ]),
      ]
    }
  }

  private static func names(_ pair: PairwiseTable.Pair, _ coders: [String]) -> [String] {
    [coders[pair.first], coders[pair.second]]
  }

  private static func group(_ pair: PairwiseTable.Pair, _ coders: [String]) -> Group {
    let names = names(pair, coders)
    return Group(
      key: names.joined(separator: "|"),
      facts: [
        .init("coders", .strings(names)), .init("nUnits", .integer(pair.table.unitCount)),
      ],
      figures: [
        AgreementRecord("percentAgreement", "Percent agreement", pair.table.agreement()),
        AgreementRecord("cohenKappa", "Cohen's kappa", pair.kappa),
      ])
  }

  private static func binary(_ binary: RatingsAgreement.Binary) -> AgreementRecord {
    let table = binary.table
    let record = AgreementRecord("binary", "Two categories: PABAK", table.pabak)
      .about([.init("positiveCategory", .string(binary.positive))])
    guard table.count > 0 else { return record }
    func member(_ key: String, _ figure: Figure) -> JSONValue.Member {
      .init(key, .optional(figure.value))
    }
    return record.with(
      cells(table) + [
        member("prevalenceIndex", table.prevalenceIndex), member("biasIndex", table.biasIndex),
        member("pabak", table.pabak), member("positiveAgreement", table.positiveAgreement),
        member("negativeAgreement", table.negativeAgreement),
        member("kappaMax", table.maximumKappa),
      ])
  }

  /// The four cells of a table of two.
  static func cells(_ table: BinaryAgreement) -> [JSONValue.Member] {
    [
      .init("a", .integer(table.both)), .init("b", .integer(table.onlyFirst)),
      .init("c", .integer(table.onlySecond)), .init("d", .integer(table.neither)),
    ]
  }

  private static func weighted(_ figures: RatingsAgreement.Weighted) -> [AgreementRecord] {
    let name = figures.weights.rawValue
    let suffix = Words.capitalized(name)
    let cohen = figures.cohen.map {
      [AgreementRecord("cohenKappa\(suffix)", "Cohen's kappa, \(name) weights", $0)]
    }
    return (cohen ?? []) + [
      AgreementRecord(
        "brennanPrediger\(suffix)", "Brennan-Prediger, \(name) weights", figures.brennanPrediger),
      AgreementRecord("gwetAc2\(suffix)", "Gwet's AC2, \(name) weights", figures.ac2),
    ]
  }

  private static func alphas(_ result: RatingsAgreement) -> [AgreementRecord] {
    var byMetric: [JSONValue.Member] = []
    let choice = result.plan.bootstrap
    let records = result.alphas.map { item -> AgreementRecord in
      let name = "alpha\(Words.capitalized(item.level.rawValue))"
      let label = "Krippendorff's alpha, \(item.level.rawValue)"
      guard let alpha = item.alpha else {
        return AgreementRecord(
          name, label, value: nil,
          reason: "no scale was declared")
      }
      if let drawn = alpha.bootstrap {
        byMetric.append(
          .init(
            item.level.rawValue,
            .object([.init(choice.procedure.rawValue, distribution(drawn, choice.method))])))
      }
      return AgreementRecord(name, label, alpha)
        .with(BenchmarkWords.krippendorff(alpha.figure.value))
    }
    guard !byMetric.isEmpty else { return records }
    return records + [
      AgreementRecord(
        "alphaBootstrap", "Replicates of alpha", value: Double(choice.replicates)
      ).with([
        .init("replicates", .integer(choice.replicates)), .init("byMetric", .object(byMetric)),
      ])
    ]
  }

  /// The replicates of alpha in numbers.
  private static func distribution(
    _ drawn: AlphaBootstrap, _ method: BootstrapChoice.Method
  ) -> JSONValue {
    let draws: [JSONValue.Member] =
      switch method {
      case .units: [.init("units", .integer(drawn.drawCount))]
      case .cells2011:
        [.init("M", .integer(drawn.drawCount)), .init("Q", .optional(drawn.cellCount))]
      case .pairs2016: [.init("pairs", .integer(drawn.drawCount))]
      }
    let below = [0.9, 0.8, 0.7, 0.667, 0.6, 0.5].map { limit in
      JSONValue.Member("\(limit)", .optional(drawn.probabilityBelow(limit)))
    }
    return .object(
      draws + [
        .init("ci95", .interval(drawn.interval)), .init("mean", .optional(drawn.mean)),
        .init("sd", .optional(drawn.standardDeviation)),
        .init("undefined", .integer(drawn.undefinedReplicates)), .init("qBelow", .object(below)),
      ])
  }

  private static func notes(_ result: RatingsAgreement) -> [String] {
    var notes = [sentence(result.plan.bootstrap)]
    if !result.silentCoders.isEmpty {
      notes.append("Without any rating: \(result.silentCoders.joined(separator: ", ")).")
    }
    if !result.isScaleDeclared {
      notes.append("No scale was declared, so figures that need it have no value.")
    }
    if result.coders.count > 2 {
      notes.append(
        "With more than two coders Cohen's kappa is given by pair, as Light's mean and as Conger's."
      )
    }
    notes.append(BenchmarkWords.beside)
    return notes
  }
}
