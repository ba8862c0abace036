import FileFormats
import Statistics
public import StudyModel

/// What differences between values mean; each level allows what those before it allow.
public enum MeasurementLevel: String, Sendable, Hashable, CaseIterable {
  case nominal, ordinal, interval, ratio
}

/// Every figure of agreement of a table of ratings.
public struct RatingsCalculator {
  /// What the values mean.
  public var level: MeasurementLevel = .nominal
  /// The weighted figures wanted; nil for those the level allows.
  public var weights: [String]?
  /// The category that counts as positive in a two-category table; the first where none is named.
  public var positive: String?
  /// How alpha's intervals are made.
  public var bootstrap = BootstrapChoice()
  /// Whether units are rows and coders columns.
  public var isWide = false

  /// Makes a calculator with the defaults.
  public init() {}

  /// Computes everything.
  ///
  /// - Throws: `DiagnosticsError` where the table cannot be used.
  public func answer(
    _ table: AgreementTable
  ) throws -> (answer: AgreementAnswer, diagnostics: [Diagnostic]) {
    let file = try RatingsFile(table, isWide: isWide)
    let matrix = file.matrix
    let rows = RatingRows(matrix)
    let counts = RatingCounts(rows)
    let values = matrix.categories.map { Double($0) ?? .nan }
    var work = Work(
      matrix: matrix, rows: rows, counts: counts, values: values, isDeclared: file.isDeclared,
      settings: self)
    try work.check(table)
    work.plain()
    work.kappas()
    work.weighted()
    work.alphas()
    let silent = rows.codersWithoutRatings.map { matrix.coders[$0] }
    var answer = AgreementAnswer(
      facts: [
        .init("level", .string(level.rawValue)), .init("categories", .strings(matrix.categories)),
        .init("categoriesDeclared", .bool(file.isDeclared)),
        .init("coders", .strings(matrix.coders)), .init("codersWithoutData", .strings(silent)),
        .init(
          "counts",
          [
            "nUnits": .integer(counts.ratedUnitCount), "nCoders": .integer(matrix.coders.count),
            "nValues": .integer(counts.valueCount),
            "nPairableUnits": .integer(counts.pairableUnitCount),
            "nPairableValues": .integer(counts.pairableValueCount),
          ]),
        .init("intervalMethod", .string(bootstrap.procedureName)),
        .init("replicates", .integer(bootstrap.replicates)),
        .init("generator", .string(SeededGenerator.name)),
        .init("seed", .seed(bootstrap.seed)),
      ], figures: work.records, groups: work.pairs)
    answer.notes = notes(file, silent, counts)
    return (answer, file.diagnostics)
  }

  private func notes(_ file: RatingsFile, _ silent: [String], _ counts: RatingCounts) -> [String] {
    var notes = [bootstrap.sentence]
    if !silent.isEmpty {
      notes.append("Without any rating: \(silent.joined(separator: ", ")).")
    }
    if !file.isDeclared {
      notes.append(
        "No scale was declared (--categories), so figures that need it have no value.")
    }
    if file.matrix.coders.count > 2 {
      notes.append(
        "With more than two coders Cohen's kappa is given by pair, as Light's mean and as Conger's."
      )
    }
    notes.append(BenchmarkWords.beside)
    return notes
  }
}

/// The work on one table.
private struct Work {
  let matrix: RatingMatrix
  let rows: RatingRows
  let counts: RatingCounts
  let values: [Double]
  let isDeclared: Bool
  let settings: RatingsCalculator
  var records: [AgreementRecord] = []
  var pairs: [AgreementAnswer.Group] = []

  private var pair: PairTable { PairTable(rows, first: 0, second: 1) }
  private var isPair: Bool { matrix.coders.count == 2 }

  /// The weights wanted, in a fixed order.
  private var weights: [AgreementWeights] {
    let all: [AgreementWeights] = [.linear, .quadratic, .ordinal]
    if let wanted = settings.weights { return all.filter { wanted.contains($0.rawValue) } }
    return settings.level == .nominal ? [] : all
  }

  func check(_ table: AgreementTable) throws {
    guard settings.level == .interval || settings.level == .ratio else { return }
    let wrong = matrix.categories.filter { Double($0)?.isFinite != true }
    guard wrong.isEmpty else {
      throw DiagnosticsError([
        Diagnostic(
          code: "AGREE-010", severity: .error, place: .init(file: table.name, column: "value"),
          found: wrong.first,
          message:
            "the \(settings.level.rawValue) level needs numbers, and \(wrong.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")) is none",
          remedy: "Either choose --level nominal or ordinal, or correct the values")
      ])
    }
  }

  /// A figure that rests on the number of declared categories, or the reason it cannot be had.
  private func needingScale(_ figure: @autoclosure () -> Figure) -> (Figure, String?) {
    isDeclared
      ? (figure(), nil)
      : (.undefined(.oneDeclaredCategory), "no scale was declared: name it with --categories")
  }

  private mutating func add(
    _ name: String, _ label: String, _ figure: (Figure, String?)
  ) {
    records.append(AgreementRecord(name, label, figure.0, reason: figure.1))
  }

  mutating func plain() {
    add("percentAgreement", "Percent agreement", (PercentAgreement.figure(counts), nil))
    add(
      "shareOfUnitsAllEqual", "Units in which all agree",
      (PercentAgreement.shareOfUnitsAllEqual(counts), nil))
  }

  mutating func kappas() {
    if isPair {
      add("cohenKappa", "Cohen's kappa", (CohenKappa.figure(pair), nil))
      add("scottPi", "Scott's pi", (ScottPi.figure(pair), nil))
    }
    var fleiss = AgreementRecord("fleissKappa", "Fleiss' kappa", FleissKappa.classical(counts))
    if fleiss.value != nil {
      let byCategory = zip(matrix.categories, FleissKappa.byCategory(counts))
      fleiss.more.append(
        .init("perCategory", .object(byCategory.map { .init($0, .optional($1.value)) })))
    }
    records.append(fleiss)
    add("fleissGwet", "Fleiss' kappa, Gwet's form", (FleissKappa.gwet(counts), nil))
    if isPair {
      add(
        "cohenGwet", "Cohen's kappa, margins of every rating",
        (CongerKappa.everyRating(counts), nil))
      if matrix.categories.count == 2 { binary() }
    } else {
      let table = PairwiseTable(rows)
      add("congerKappa", "Conger's kappa, complete units", (CongerKappa.completeUnits(rows), nil))
      add("congerGwet", "Conger's kappa, every rating", (CongerKappa.everyRating(counts), nil))
      records.append(
        AgreementRecord(
          "lightKappa", "Light's kappa", LightKappa.figure(table), countKey: "nPairs"))
      pairs = table.pairs.map { pair in
        let names = [matrix.coders[pair.first], matrix.coders[pair.second]]
        return AgreementAnswer.Group(
          key: names.joined(separator: "|"),
          facts: [
            .init("coders", .strings(names)), .init("nUnits", .integer(pair.table.unitCount)),
          ],
          figures: [
            AgreementRecord("percentAgreement", "Percent agreement", pair.table.agreement()),
            AgreementRecord("cohenKappa", "Cohen's kappa", pair.kappa),
          ])
      }
      records.append(
        AgreementRecord(
          "pairwiseCohenKappa", "Cohen's kappas defined by pair",
          value: Double(table.pairs.count { $0.kappa.value != nil })
        ).with([
          .init(
            "pairs",
            .object(
              table.pairs.map { pair in
                .init(
                  "\(matrix.coders[pair.first])|\(matrix.coders[pair.second])",
                  AgreementRecord("cohenKappa", "", pair.kappa).json)
              }))
        ]))
    }
    let (bp, bpReason) = needingScale(BrennanPrediger.figure(counts))
    add("brennanPrediger", "Brennan-Prediger", (bp, bpReason))
    let (ac, acReason) = needingScale(GwetAC.figure(counts))
    add("gwetAc1", "Gwet's AC1", (ac, acReason))
    if let benchmark = ProbabilisticBenchmark(ac, on: .landisKoch1977) {
      records.append(BenchmarkWords.record(benchmark, of: ac.value))
    }
  }

  mutating func binary() {
    let place = settings.positive.flatMap { matrix.categories.firstIndex(of: $0) } ?? 0
    guard let table = BinaryAgreement(pair, positive: place) else { return }
    let about: [JSONValue.Member] = [
      .init("positiveCategory", .string(matrix.categories[place]))
    ]
    var record = AgreementRecord(
      "binary", "Two categories: PABAK", table.pabak, countKey: "nUnits"
    ).about(about)
    func member(_ key: String, _ figure: Figure) -> JSONValue.Member {
      .init(key, .optional(figure.value))
    }
    if table.count > 0 {
      record.more += [
        .init("a", .integer(table.both)), .init("b", .integer(table.onlyFirst)),
        .init("c", .integer(table.onlySecond)), .init("d", .integer(table.neither)),
        member("prevalenceIndex", table.prevalenceIndex), member("biasIndex", table.biasIndex),
        member("pabak", table.pabak), member("positiveAgreement", table.positiveAgreement),
        member("negativeAgreement", table.negativeAgreement),
        member("kappaMax", table.maximumKappa),
      ]
    }
    records.append(record)
  }

  mutating func weighted() {
    for weight in weights {
      let suffix = weight.rawValue.prefix(1).uppercased() + weight.rawValue.dropFirst()
      let name = weight.rawValue
      if isPair {
        let (kappa, reason) = needingScale(CohenKappa.figure(pair, weights: weight))
        add("cohenKappa\(suffix)", "Cohen's kappa, \(name) weights", (kappa, reason))
      }
      let (bp, bpReason) = needingScale(BrennanPrediger.figure(counts, weights: weight))
      add("brennanPrediger\(suffix)", "Brennan-Prediger, \(name) weights", (bp, bpReason))
      let (ac, acReason) = needingScale(GwetAC.figure(counts, weights: weight))
      add("gwetAc2\(suffix)", "Gwet's AC2, \(name) weights", (ac, acReason))
    }
  }

  mutating func alphas() {
    var metrics: [(String, AlphaMetric)] = [("nominal", .nominal)]
    let levels = MeasurementLevel.allCases
    let rank = levels.firstIndex(of: settings.level) ?? 0
    if rank > 0 { metrics.append(("ordinal", .ordinal)) }
    if rank > 1 { metrics.append(("interval", .interval(values))) }
    if rank > 2 { metrics.append(("ratio", .ratio(values))) }
    var byMetric: [JSONValue.Member] = []
    for (name, metric) in metrics {
      let suffix = name.prefix(1).uppercased() + name.dropFirst()
      if name == "ordinal", !isDeclared {
        records.append(
          AgreementRecord(
            "alphaOrdinal", "Krippendorff's alpha, ordinal", value: nil,
            reason: "no scale was declared: name it in order with --categories"))
        continue
      }
      let (record, bootstrap) = AgreementRecord.alpha(
        "alpha\(suffix)", "Krippendorff's alpha, \(name)", counts, metric: metric,
        choice: settings.bootstrap)
      records.append(record.with(BenchmarkWords.krippendorff(record.value)))
      if let bootstrap {
        byMetric.append(
          .init(name, .object([.init(settings.bootstrap.procedureName, bootstrap)])))
      }
    }
    guard !byMetric.isEmpty else { return }
    records.append(
      AgreementRecord(
        "alphaBootstrap", "Replicates of alpha", value: Double(settings.bootstrap.replicates)
      ).with([
        .init("replicates", .integer(settings.bootstrap.replicates)),
        .init("byMetric", .object(byMetric)),
      ]))
  }
}
