internal import Statistics

/// The figures of some sources, codes and coders.
struct AgreementWork {
  let entries: [AgreementMaterial.Entry]
  let codes: [String]
  let coders: [String]
  let plan: StudyAgreement.Plan

  func row(key: String, name: String) -> AgreementRow {
    plan.basis == .characters ? characters(key, name) : row(of: decided, key: key, name: name)
  }

  /// Yes and no by unit and coder, with the source of each unit.
  struct Decided: Hashable {
    /// A cell a unit and coder.
    var cells: [Int16]
    /// The place of the source of each unit.
    var sources: [Int]
  }

  /// What was decided on these codes.
  var decided: Decided {
    var cells: [Int16] = []
    var sources: [Int] = []
    let wanted = Set(codes)
    for (place, entry) in entries.enumerated() {
      let readers = Set(entry.coders)
      guard coders.count(where: readers.contains) > 1 else { continue }
      func add(_ hasMarked: (String) -> Bool) {
        for coder in coders {
          cells.append(
            readers.contains(coder) ? (hasMarked(coder) ? 1 : 0) : RatingMatrix.missing)
        }
        sources.append(place)
      }
      switch plan.basis {
      case .segments, .characters:
        for place in units(of: entry, wanted) {
          // A unit that none of these coders marked is nothing they could differ on.
          let unit = entry.units[place]
          if coders.contains(where: unit.coders.contains) { add(unit.coders.contains) }
        }
      case .sources:
        for code in codes {
          add { entry.presence[$0]?.contains(code) == true }
        }
      }
    }
    return Decided(cells: cells, sources: sources)
  }

  /// The units of these codes, in the order of the source.
  private func units(of entry: AgreementMaterial.Entry, _ wanted: Set<String>) -> [Int] {
    guard let only = wanted.first, wanted.count == 1 else {
      return entry.units.indices.filter { wanted.contains(entry.units[$0].code) }
    }
    return entry.unitsByCode[only] ?? []
  }

  /// The decisions by source, to be drawn source by source; nil for characters.
  func bySource() throws(RatingError) -> ClusteredRatings? {
    guard plan.basis != .characters else { return nil }
    let decided = decided
    return ClusteredRatings(
      try ratings(decided.cells, decided.sources.count), clusters: decided.sources,
      count: entries.count)
  }

  private func ratings(
    _ cells: [Int16], _ units: Int
  ) throws(RatingError) -> RatingMatrix {
    try RatingMatrix(coders: coders, categories: ["no", "yes"], unitCount: units, cells: cells)
  }

  /// The figures of what was decided.
  func row(of decided: Decided, key: String, name: String) -> AgreementRow {
    let (cells, sources) = (decided.cells, decided.sources)
    let matrix: RatingMatrix
    do {
      matrix = try ratings(cells, sources.count)
    } catch {
      return empty(key, name, why: .unusable("\(error)"))
    }
    let counts = RatingCounts(matrix)
    let tally = PairTally(cells, width: coders.count, sources: sources)
    let noNegatives = AgreementValue(why: .silenceNotCounted)
    var row = empty(key, name)
    row.units = counts.pairableUnitCount
    row.marked = tally.marked
    row.markedByAll = tally.markedByAll
    row.appliedBy = Dictionary(
      zip(coders, tally.applied).map { ($0, $1) }, uniquingKeysWith: { $0 + $1 })
    row.percent = AgreementValue(PercentAgreement.figure(counts))
    row.positive = tally.positive
    guard plan.basis == .sources else {
      (row.alpha, row.kappa, row.ac1) = (noNegatives, noNegatives, noNegatives)
      return row
    }
    row.alpha = alpha(counts, sources)
    if coders.count == 2 {
      let table = PairTable(RatingRows(matrix), first: 0, second: 1)
      row.kappa = AgreementValue(CohenKappa.figure(table))
      if let binary = BinaryAgreement(table, positive: 1) {
        row.prevalence = AgreementValue(binary.prevalenceIndex)
        row.bias = AgreementValue(binary.biasIndex)
      }
    } else {
      row.kappa = AgreementValue(CongerKappa.everyRating(counts))
    }
    let ac1 = GwetAC.figure(counts)
    row.ac1 = AgreementValue(ac1)
    row.benchmark = ProbabilisticBenchmark(ac1, on: .landisKoch1977)?.band.label
    if let error = row.alpha.standardError, !row.isRare {
      row.unitsNeeded = UnitsNeeded.forWidth(
        plan.width, standardError: error, pilotUnits: counts.pairableUnitCount)
    }
    return row
  }

  /// Alpha with an interval over whole sources, whose decisions are not independent of each other.
  private func alpha(_ counts: RatingCounts, _ sources: [Int]) -> AgreementValue {
    var value = AgreementValue(KrippendorffAlpha.figure(counts))
    (value.standardError, value.interval) = (nil, nil)
    guard value.value != nil, plan.replicates > 0 else { return value }
    let result = KrippendorffAlpha.bootstrap(
      counts,
      plan: .init(
        procedure: .unitsPercentile, replicates: plan.replicates, seed: plan.seed,
        clusters: Set(sources).count > 1 ? sources : nil))
    value.standardError = result.standardDeviation
    value.interval = result.interval.map { Interval(low: $0.lowerBound, high: $0.upperBound) }
    return value
  }

  private func characters(_ key: String, _ name: String) -> AgreementRow {
    var row = empty(key, name)
    var sum = CharacterOverlap(both: 0, onlyFirst: 0, onlySecond: 0, neither: 0)
    let places = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in entries {
      let readers = coders.filter(entry.coders.contains)
      guard readers.count > 1 else { continue }
      let spans = entry.codings.compactMap { coding -> SpanSet.Span? in
        guard let coder = readers.firstIndex(of: coding.coder),
          let code = places[coding.code]
        else { return nil }
        return .init(
          document: 0, coder: coder, code: code, start: coding.span.start, end: coding.span.end)
      }
      let set: SpanSet
      do {
        set = try SpanSet(
          documents: [.init(name: entry.source.id, extent: 0..<entry.length)], coders: readers,
          codes: codes, spans: spans)
      } catch {
        // A sum without one source would pass for the sum of all.
        return empty(key, name, why: .unusable("\(entry.source.id): \(error)"))
      }
      for first in readers.indices {
        for second in readers.indices.dropFirst(first + 1) {
          sum = sum + CharacterComparison(set, first: [first], second: [second]).pooled
        }
      }
      for coding in entry.codings where places[coding.code] != nil {
        row.appliedBy[coding.coder, default: 0] += coding.span.length
      }
    }
    row.units = sum.count
    row.marked = sum.both + sum.onlyFirst + sum.onlySecond
    row.markedByAll = sum.both
    row.percent = AgreementValue(sum.agreement)
    row.positive = AgreementValue(sum.dice)
    row.kappa = AgreementValue(sum.kappa)
    let note = AgreementValue(why: .byCharacters)
    (row.alpha, row.ac1) = (note, note)
    return row
  }

  private func empty(
    _ key: String, _ name: String, why: AgreementReason = .nothingShared
  ) -> AgreementRow {
    let none = AgreementValue(why: why)
    return AgreementRow(
      key: key, name: name, definition: nil, codeCount: codes.count, units: 0, marked: 0,
      markedByAll: 0, appliedBy: [:], percent: none, positive: none, alpha: none, kappa: none,
      ac1: none, benchmark: nil, unitsNeeded: nil)
  }
}

extension AgreementValue {
  init(_ figure: Figure) {
    self.init(
      value: figure.value, why: figure.undefined.map { .undefined($0) },
      standardError: figure.standardError,
      interval: figure.interval.map { Interval(low: $0.lowerBound, high: $0.upperBound) })
  }
}
