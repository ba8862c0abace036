import FileFormats
import Statistics
public import StudyModel

/// Figures of agreement where a unit may have several codes: a table `unit,coder,code`.
///
/// A row with an empty code says that the coder looked and applied nothing; no row at all for a
/// unit and coder says that the coder did not code it.
public struct MultilabelCalculator {
  /// How alpha's intervals are made.
  public var bootstrap = BootstrapChoice()

  /// Makes a calculator with the defaults.
  public init() {}

  /// Computes everything.
  ///
  /// - Throws: `DiagnosticsError` where the table cannot be used.
  public func answer(
    _ table: AgreementTable
  ) throws -> (answer: AgreementAnswer, diagnostics: [Diagnostic]) {
    let (sets, diagnostics) = try Self.read(table)
    do {
      return (try answer(sets), diagnostics)
    } catch let error as RatingError {
      throw Failure.unusable("codes", error, in: table)
    }
  }

  private static func read(_ table: AgreementTable) throws -> (CoderSets, [Diagnostic]) {
    let (reader, columns) = try table.open(["unit", "coder", "code"])
    var units = NameTable()
    var coders = OpenNames(table.coders, key: "coder")
    var codes = OpenNames(table.codes, key: "code")
    var rows: [(unit: Int32, coder: Int32, code: Int32)] = []
    var problems: [Diagnostic] = []
    let required = [("unit", columns[0]), ("coder", columns[1])]
    let cellNotes = try table.readAll(reader, required: required) { record in
      let row = record.row
      let unit = Int32(units.number(record.bytes(at: columns[0])))
      guard
        let coder = coders.place(record.bytes(at: columns[1]), table.name, row, &problems)
      else { return }
      guard !record.isEmpty(at: columns[2]) else {
        rows.append((unit, Int32(coder), -1))
        return
      }
      guard let code = codes.place(record.bytes(at: columns[2]), table.name, row, &problems)
      else { return }
      rows.append((unit, Int32(coder), Int32(code)))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    var sets = CoderSets(
      coders: coders.table.names, codes: codes.table.names, unitCount: units.count)
    var doubled = 0
    for row in rows {
      if row.code < 0 {
        try sets.see(unit: Int(row.unit), coder: Int(row.coder))
      } else if try !sets.apply(Int(row.code), unit: Int(row.unit), coder: Int(row.coder)) {
        doubled += 1
      }
    }
    return (sets, cellNotes + table.doubled(doubled, "codes"))
  }

  private func answer(_ sets: CoderSets) throws -> AgreementAnswer {
    var answer = AgreementAnswer(
      facts: [
        .init("coders", .strings(sets.coders)), .init("codes", .strings(sets.codes)),
        .init("units", .integer(sets.unitCount)),
        .init("intervalMethod", .string(bootstrap.procedureName)),
        .init("replicates", .integer(bootstrap.replicates)),
        .init("generator", .string(SeededGenerator.name)),
        .init("seed", .seed(bootstrap.seed)),
      ], figures: [])
    let (whole, scale) = try sets.setRatings
    let counts = RatingCounts(whole)
    for (name, label, distance) in [
      ("alphaNominalSets", "Alpha of whole sets, equal or not", SetDistance.nominal),
      ("alphaJaccard", "Alpha of whole sets, Jaccard", .jaccard),
      ("alphaMasi", "Alpha of whole sets, MASI", .masi),
    ] {
      let (record, _) = AgreementRecord.alpha(
        name, label, counts, metric: .sets(scale, distance), choice: bootstrap)
      answer.figures.append(record.about([.init("of", .string("setValued"))]))
    }
    let pooled = try group("pooledUnitByCode", try sets.pooledDecisions)
    answer.figures += pooled.figures.map {
      var record = $0.about([.init("of", .string("pooledUnitByCode"))])
      record.label = "Pooled over units and codes: " + record.label
      return record
    }
    for code in sets.codes.indices {
      answer.groups.append(try group(sets.codes[code], try sets.decisions(on: code)))
    }
    answer.figures += means(answer.groups)
    answer.groups.append(pooled)
    answer.notes = [
      bootstrap.sentence,
      "Pooled figures are flattered by rare codes: read them beside the table by code.",
      BenchmarkWords.beside,
    ]
    return answer
  }

  private func means(_ groups: [AgreementAnswer.Group]) -> [AgreementRecord] {
    let names = ["percentAgreement", "alphaNominal", "fleissGwet", "gwetAc1", "brennanPrediger"]
    return names.compactMap { name in
      let found = groups.compactMap { $0.figures.first { $0.name == name } }
      guard let label = found.first?.label else { return nil }
      let values = found.compactMap(\.value)
      let record = AgreementRecord(
        name, "Mean over codes: " + label,
        value: values.isEmpty ? nil : values.reduce(0, +) / Double(values.count),
        reason: "it is undefined for every code")
      return record.about([.init("of", .string("meanOverCodes"))]).with([
        .init("defined", .integer(values.count)),
        .init("undefined", .integer(found.count - values.count)),
      ])
    }
  }

  /// The figures of decisions for and against: one code's, or those of all codes.
  private func group(_ key: String, _ matrix: RatingMatrix) throws -> AgreementAnswer.Group {
    let rows = RatingRows(matrix)
    let counts = RatingCounts(rows)
    var applied = 0
    var ratings = 0
    var byCoder = [Int](repeating: 0, count: matrix.coders.count)
    for unit in 0..<matrix.unitCount {
      for coder in matrix.coders.indices {
        guard let value = matrix[unit: unit, coder: coder] else { continue }
        ratings += 1
        if value == 1 {
          applied += 1
          byCoder[coder] += 1
        }
      }
    }
    var group = AgreementAnswer.Group(
      key: key,
      facts: [
        .init("applied", .integer(applied)), .init("ratings", .integer(ratings)),
        .init(
          "appliedBy",
          .object(zip(matrix.coders, byCoder).map { .init($0, .integer($1)) })),
      ],
      figures: [
        AgreementRecord("percentAgreement", "Percent agreement", PercentAgreement.figure(counts)),
        AgreementRecord.alpha(
          "alphaNominal", "Krippendorff's alpha", counts, metric: .nominal, choice: bootstrap
        ).record,
        AgreementRecord("fleissGwet", "Fleiss' kappa, Gwet's form", FleissKappa.gwet(counts)),
        AgreementRecord("gwetAc1", "Gwet's AC1", GwetAC.figure(counts)),
        AgreementRecord("brennanPrediger", "Brennan-Prediger", BrennanPrediger.figure(counts)),
      ])
    group.groups = PairwiseTable(rows).pairs.compactMap { pair in
      guard let table = BinaryAgreement(pair.table, positive: 1) else { return nil }
      return AgreementAnswer.Group(
        key: "\(matrix.coders[pair.first])|\(matrix.coders[pair.second])",
        facts: [
          .init("a", .integer(table.both)), .init("b", .integer(table.onlyFirst)),
          .init("c", .integer(table.onlySecond)), .init("d", .integer(table.neither)),
        ],
        figures: [
          AgreementRecord("cohenKappa", "Cohen's kappa", pair.kappa),
          AgreementRecord("prevalenceIndex", "Prevalence index", table.prevalenceIndex),
          AgreementRecord("biasIndex", "Bias index", table.biasIndex),
          AgreementRecord("pabak", "PABAK", table.pabak),
          AgreementRecord("positiveAgreement", "Positive agreement", table.positiveAgreement),
          AgreementRecord("negativeAgreement", "Negative agreement", table.negativeAgreement),
        ])
    }
    return group
  }
}
