import Statistics
import Testing

struct RatingMatrixTests {
  @Test("a second rating of the same place counts once if equal, and is refused if not")
  func duplicates() throws {
    var matrix = try RatingMatrix(coders: ["a", "b"], categories: ["x", "y"], unitCount: 2)
    let first = try matrix.record(1, unit: 0, coder: 1)
    let again = try matrix.record(1, unit: 0, coder: 1)
    #expect(first)
    #expect(!again)
    let conflict = RatingError.conflict(unit: 0, coder: 1, first: 1, second: 0)
    #expect(throws: conflict) { try matrix.record(0, unit: 0, coder: 1) }
    #expect(matrix[unit: 0, coder: 1] == 1)
    #expect(matrix[unit: 0, coder: 0] == nil)
    #expect(matrix[unit: 5, coder: 0] == nil)
    #expect(matrix.codersWithoutRatings == [0])
  }

  @Test("a conflicting row of a fixture is reported and leaves the first rating")
  func conflictingFixture() throws {
    let fixture = try AgreementFixture("edge-conflicting-duplicate")
    let (_, conflicts) = try fixture.matrix()
    #expect(conflicts == [.conflict(unit: 1, coder: 0, first: 1, second: 0)])
  }

  @Test("ratings outside the scale, and places outside the matrix, are refused")
  func refused() throws {
    var matrix = try RatingMatrix(coders: ["a"], categories: ["x"], unitCount: 1)
    #expect(throws: RatingError.noSuchCategory(1, unit: 0, coder: 0)) {
      try matrix.record(1, unit: 0, coder: 0)
    }
    #expect(throws: RatingError.noSuchPlace(unit: 1, coder: 0)) {
      try matrix.record(0, unit: 1, coder: 0)
    }
    #expect(throws: RatingError.wrongNumberOfCells(expected: 2, found: 1)) {
      try RatingMatrix(coders: ["a"], categories: ["x"], unitCount: 2, cells: [0])
    }
    #expect(throws: RatingError.noSuchCategory(3, unit: 1, coder: 0)) {
      try RatingMatrix(coders: ["a"], categories: ["x"], unitCount: 2, cells: [0, 3])
    }
    let many = (0...RatingMatrix.largestCategoryCount).map { "\($0)" }
    #expect(throws: RatingError.tooManyCategories(many.count)) {
      try RatingMatrix(coders: ["a"], categories: many, unitCount: 0)
    }
  }

  @Test("no coders, no units and no categories give reasons, not crashes")
  func nothing() throws {
    for (coders, categories, units) in [(0, 0, 0), (0, 2, 3), (1, 2, 3), (2, 0, 3), (3, 2, 0)] {
      let matrix = try RatingMatrix(
        coders: (0..<coders).map { "\($0)" }, categories: (0..<categories).map { "\($0)" },
        unitCount: units)
      let counts = RatingCounts(matrix)
      let pair = PairTable(RatingRows(matrix), first: 0, second: 1)
      let figures = [
        PercentAgreement.figure(counts), BrennanPrediger.figure(counts), GwetAC.figure(counts),
        FleissKappa.classical(counts), FleissKappa.gwet(counts),
        CongerKappa.completeUnits(RatingRows(matrix)), CongerKappa.everyRating(counts),
        LightKappa.figure(PairwiseTable(RatingRows(matrix))), KrippendorffAlpha.figure(counts),
        CohenKappa.figure(pair), ScottPi.figure(pair),
      ]
      for figure in figures {
        #expect(figure.value == nil)
        #expect(figure.undefined?.description.isEmpty == false)
      }
      #expect(FleissKappa.byCategory(counts).allSatisfy { $0.value == nil })
    }
  }

  @Test("one declared category leaves agreement, and no corrected figure")
  func oneCategory() throws {
    let matrix = try RatingMatrix(
      coders: ["a", "b"], categories: ["x"], unitCount: 3, cells: [0, 0, 0, 0, 0, 0])
    let counts = RatingCounts(matrix)
    #expect(PercentAgreement.figure(counts).value == 1)
    let pair = PairTable(RatingRows(matrix), first: 0, second: 1)
    for figure in [
      BrennanPrediger.figure(counts), GwetAC.figure(counts), FleissKappa.gwet(counts),
      FleissKappa.classical(counts), KrippendorffAlpha.figure(counts), CohenKappa.figure(pair),
      ScottPi.figure(pair), CongerKappa.completeUnits(RatingRows(matrix)),
    ] {
      #expect(figure.undefined == .oneDeclaredCategory)
    }
  }

  @Test("one unit on which all agree has BP and AC1 of 1 without error, the rest undefined")
  func oneUnit() throws {
    let matrix = try RatingMatrix(
      coders: ["a", "b"], categories: ["x", "y"], unitCount: 1, cells: [1, 1])
    let counts = RatingCounts(matrix)
    for figure in [BrennanPrediger.figure(counts), GwetAC.figure(counts)] {
      #expect(figure.value == 1)
      #expect(figure.standardError == nil)
      #expect(figure.interval == nil)
    }
    #expect(KrippendorffAlpha.figure(counts).undefined == .noExpectedDisagreement)
    #expect(FleissKappa.gwet(counts).undefined == .expectedAgreementIsOne)
    #expect(FleissKappa.classical(counts).undefined == .expectedAgreementIsOne)
  }

  @Test("a metric that lacks a number says which category it lacks it for")
  func missingNumbers() throws {
    let matrix = try RatingMatrix(
      coders: ["a", "b"], categories: ["1", "2", "?"], unitCount: 2, cells: [0, 1, 2, 2])
    let counts = RatingCounts(matrix)
    let interval = KrippendorffAlpha.figure(counts, metric: .interval([1, 2, .nan]))
    #expect(interval.undefined == .categoryWithoutValue(2))
    let short = KrippendorffAlpha.figure(counts, metric: .ratio([1, 2]))
    #expect(short.undefined == .categoryWithoutValue(2))
    let opposed = KrippendorffAlpha.figure(counts, metric: .ratio([-2, 1, 2]))
    #expect(opposed.undefined == .valuesSumToZero(0, 2))
    let small = DistanceTable(name: "own", categoryCount: 2) { _, _ in 1 }
    let table = KrippendorffAlpha.figure(counts, metric: .distances(small))
    #expect(table.undefined == .categoryWithoutValue(2))
  }
}
