import Statistics
import Testing

struct AgreementPropertyTests {
  /// Ratings with some sense in them and some missing, from a seed.
  static func cells(units: Int, coders: Int, categories: Int, seed: UInt64) -> [[Int16]] {
    var generator = SeededGenerator(seed: seed)
    return (0..<units).map { _ in
      let truth = generator.index(below: categories)
      return (0..<coders).map { _ in
        let draw = Double.random(in: 0..<1, using: &generator)
        if draw < 0.1 { return RatingMatrix.missing }
        return Int16(draw < 0.7 ? truth : generator.index(below: categories))
      }
    }
  }

  static func matrix(_ rows: [[Int16]], categories: Int) throws -> RatingMatrix {
    try RatingMatrix(
      coders: (0..<(rows.first?.count ?? 0)).map { "coder \($0)" },
      categories: (0..<categories).map { "\($0)" }, unitCount: rows.count,
      cells: rows.flatMap { $0 })
  }

  /// Figures that ask nothing of the order of categories.
  static func nominal(_ matrix: RatingMatrix) -> [Figure] {
    let counts = RatingCounts(matrix)
    return [
      PercentAgreement.figure(counts), PercentAgreement.shareOfUnitsAllEqual(counts),
      BrennanPrediger.figure(counts), GwetAC.figure(counts), FleissKappa.gwet(counts),
      CongerKappa.completeUnits(RatingRows(matrix)), CongerKappa.everyRating(counts),
      LightKappa.figure(PairwiseTable(RatingRows(matrix))), KrippendorffAlpha.figure(counts),
    ]
  }

  static func ordered(_ matrix: RatingMatrix) -> [Figure] {
    let counts = RatingCounts(matrix)
    return AgreementWeights.allCases.flatMap {
      [
        BrennanPrediger.figure(counts, weights: $0), GwetAC.figure(counts, weights: $0),
        FleissKappa.gwet(counts, weights: $0), CongerKappa.everyRating(counts, weights: $0),
      ]
    } + [
      KrippendorffAlpha.figure(counts, metric: .ordinal),
      KrippendorffAlpha.figure(counts, metric: .interval([-1, 0, 2, 7, 9])),
      KrippendorffAlpha.figure(counts, metric: .ratio([1, 2, 3, 5, 8])),
    ]
  }

  static func same(_ one: [Figure], _ other: [Figure]) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { a, b in
        guard let value = a.value else { return b.value == nil && a.undefined == b.undefined }
        guard isClose(b.value, value, relative: 1e-11, absolute: 1e-13) else { return false }
        guard let error = a.standardError else { return b.standardError == nil }
        return isClose(b.standardError, error, relative: 1e-10, absolute: 1e-13)
      }
  }

  static let seeds: [UInt64] = [1, 2, 3, 4, 5]

  @Test("putting coders in another order changes nothing", arguments: seeds)
  func coders(seed: UInt64) throws {
    let rows = Self.cells(units: 40, coders: 4, categories: 5, seed: seed)
    let matrix = try Self.matrix(rows, categories: 5)
    let turned = try Self.matrix(rows.map { [$0[2], $0[0], $0[3], $0[1]] }, categories: 5)
    #expect(Self.same(Self.nominal(matrix), Self.nominal(turned)))
    #expect(Self.same(Self.ordered(matrix), Self.ordered(turned)))
  }

  @Test("putting units in another order changes nothing", arguments: seeds)
  func units(seed: UInt64) throws {
    let rows = Self.cells(units: 40, coders: 4, categories: 5, seed: seed)
    var generator = SeededGenerator(seed: seed)
    let matrix = try Self.matrix(rows, categories: 5)
    let mixed = try Self.matrix(rows.shuffled(using: &generator), categories: 5)
    #expect(Self.same(Self.nominal(matrix), Self.nominal(mixed)))
    #expect(Self.same(Self.ordered(matrix), Self.ordered(mixed)))
  }

  @Test("giving codes other names changes nothing at the nominal level", arguments: seeds)
  func relabelling(seed: UInt64) throws {
    let rows = Self.cells(units: 40, coders: 3, categories: 5, seed: seed)
    let names: [Int16] = [3, 0, 4, 1, 2]
    let renamed = rows.map { $0.map { $0 < 0 ? $0 : names[Int($0)] } }
    let one = try Self.matrix(rows, categories: 5)
    let other = try Self.matrix(renamed, categories: 5)
    #expect(Self.same(Self.nominal(one), Self.nominal(other)))
  }

  @Test("turning the scale round changes nothing at the ordinal level", arguments: seeds)
  func reversal(seed: UInt64) throws {
    let rows = Self.cells(units: 40, coders: 3, categories: 5, seed: seed)
    let turned = rows.map { $0.map { $0 < 0 ? $0 : 4 - $0 } }
    let one = RatingCounts(try Self.matrix(rows, categories: 5))
    let other = RatingCounts(try Self.matrix(turned, categories: 5))
    for weights in AgreementWeights.allCases {
      #expect(
        Self.same([GwetAC.figure(one, weights: weights)], [GwetAC.figure(other, weights: weights)]))
    }
    #expect(
      Self.same(
        [KrippendorffAlpha.figure(one, metric: .ordinal)],
        [KrippendorffAlpha.figure(other, metric: .ordinal)]))
  }

  @Test("taking every unit twice keeps alpha's observed disagreement", arguments: seeds)
  func doubling(seed: UInt64) throws {
    let rows = Self.cells(units: 40, coders: 3, categories: 4, seed: seed)
    let once = KrippendorffAlpha.figure(RatingCounts(try Self.matrix(rows, categories: 4)))
    let twice = KrippendorffAlpha.figure(RatingCounts(try Self.matrix(rows + rows, categories: 4)))
    #expect(isClose(twice.observed, once.observed ?? 9, relative: 1e-13))
    // The correction for small samples shrinks, and alpha with it.
    #expect((twice.value ?? 9) < (once.value ?? 0))
  }

  @Test("units without ratings and coders without ratings change nothing", arguments: seeds)
  func emptiness(seed: UInt64) throws {
    let rows = Self.cells(units: 30, coders: 3, categories: 4, seed: seed)
    let padded: [[Int16]] = rows.flatMap { row -> [[Int16]] in [row + [-1], [-1, -1, -1, -1]] }
    let plain = RatingCounts(try Self.matrix(rows, categories: 4))
    let wide = RatingCounts(try Self.matrix(padded, categories: 4))
    for metric in [AlphaMetric.nominal, .ordinal, .interval([0, 1, 2, 3])] {
      #expect(
        Self.same(
          [KrippendorffAlpha.figure(plain, metric: metric)],
          [KrippendorffAlpha.figure(wide, metric: metric)]))
    }
    #expect(Self.same([GwetAC.figure(plain)], [GwetAC.figure(wide)]))
  }

  @Test("an unused category changes no alpha", arguments: seeds)
  func unusedCategory(seed: UInt64) throws {
    let rows = Self.cells(units: 30, coders: 3, categories: 4, seed: seed)
    let gap = rows.map { $0.map { $0 > 1 ? $0 + 1 : $0 } }
    let plain = RatingCounts(try Self.matrix(rows, categories: 4))
    let wide = RatingCounts(try Self.matrix(gap, categories: 5))
    #expect(
      Self.same(
        [
          KrippendorffAlpha.figure(plain), KrippendorffAlpha.figure(plain, metric: .ordinal),
        ],
        [
          KrippendorffAlpha.figure(wide), KrippendorffAlpha.figure(wide, metric: .ordinal),
        ]))
  }

  @Test("many coders and many categories are counted like few", arguments: [2, 9, 30])
  func manyCoders(coders: Int) throws {
    // 9 coders and 200 categories overflow a packed key; 30 certainly do.
    let rows = Self.cells(units: 60, coders: coders, categories: 200, seed: 8)
    let matrix = try Self.matrix(rows, categories: 200)
    let counts = RatingCounts(matrix)
    var pairs = 0.0
    var pairable = 0.0
    for row in rows {
      let rated = row.filter { $0 >= 0 }
      guard rated.count > 1 else { continue }
      pairable += 1
      var equal = 0
      for (place, one) in rated.enumerated() {
        equal += rated[(place + 1)...].count { $0 == one }
      }
      pairs += Double(2 * equal) / Double(rated.count * (rated.count - 1))
    }
    #expect(isClose(PercentAgreement.figure(counts).value, pairs / pairable, relative: 1e-12))
  }

  @Test(
    "the coincidence matrix is symmetric and its rows are the pairable margins", arguments: seeds)
  func coincidences(seed: UInt64) throws {
    let rows = Self.cells(units: 30, coders: 4, categories: 4, seed: seed)
    let matrix = CoincidenceMatrix(RatingCounts(try Self.matrix(rows, categories: 4)))
    for row in 0..<4 {
      var sum = 0.0
      for column in 0..<4 {
        #expect(isClose(matrix[row, column], matrix[column, row], relative: 1e-13))
        sum += matrix[row, column]
      }
      #expect(isClose(sum, Double(matrix.margins[row]), relative: 1e-12))
    }
    #expect(matrix.margins.reduce(0, +) == matrix.total)
    #expect(matrix[4, 0] == 0)
  }
}
