import Statistics
import Testing

/// Tables as the papers print them, with observed, expected and final figures.
struct Cohen1960Tests {
  // Cohen (1960), table 2: 200 cases, three diagnoses.
  let table = PairTable(counts: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])

  @Test("kappa of table 2 is .49, from .70 observed and .41 expected")
  func kappa() throws {
    let kappa = CohenKappa.figure(try #require(table))
    #expect(isClose(kappa.observed, 0.70, relative: 1e-14))
    #expect(isClose(kappa.expected, 0.41, relative: 1e-14))
    #expect(isClose(kappa.value, 0.29 / 0.59, relative: 1e-14))
  }

  @Test("a coder who used one category only has a kappa of exactly 0, whatever the weights")
  func constantCoder() throws {
    let table = try #require(PairTable(counts: [[7, 3, 11], [0, 0, 0], [0, 0, 0]]))
    for weights in AgreementWeights.allCases {
      #expect(CohenKappa.figure(table, weights: weights).value == 0)
    }
  }

  @Test("both coders constant on the same category leave kappa undefined")
  func bothConstant() throws {
    let table = try #require(PairTable(counts: [[0, 0], [0, 9]]))
    let kappa = CohenKappa.figure(table)
    #expect(kappa.undefined == .expectedAgreementIsOne)
    #expect(kappa.observed == 1)
  }

  @Test("tables that are not square, or hold negative counts, are refused")
  func refused() {
    #expect(PairTable(counts: [[1, 2]]) == nil)
    #expect(PairTable(counts: [[1, -2], [0, 1]]) == nil)
  }
}

struct Fleiss1971Tests {
  @Test("30 patients, six psychiatrists: .430 from .556 and .220, and each diagnosis")
  func kappa() throws {
    let counts = RatingCounts(try AgreementFixture("fleiss1971-diagnoses").matrix().matrix)
    let kappa = FleissKappa.classical(counts)
    #expect(isClose(kappa.observed, 0.556, relative: 1e-3))
    #expect(isClose(kappa.expected, 0.220, relative: 2e-3))
    #expect(isClose(kappa.value, 0.430, relative: 2e-3))
    // Printed in the paper's table 2.
    let printed = [0.245, 0.245, 0.520, 0.471, 0.566]
    for (figure, value) in zip(FleissKappa.byCategory(counts), printed) {
      #expect(abs((figure.value ?? 9) - value) < 0.001)
    }
  }

  @Test("the mean of the diagnoses' kappas, weighted by p(1 - p), is the kappa of all")
  func decomposition() throws {
    let counts = RatingCounts(try AgreementFixture("fleiss1971-diagnoses").matrix().matrix)
    let shares = counts.pairableMargins.map { Double($0) / 180 }
    let weights = shares.map { $0 * (1 - $0) }
    let figures = FleissKappa.byCategory(counts).map { $0.value ?? .nan }
    let mean = zip(weights, figures).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    #expect(isClose(FleissKappa.classical(counts).value, mean, relative: 1e-12))
  }
}

struct Conger1980Tests {
  @Test("with two coders it is Cohen's kappa, and the mean of pairs is Light's")
  func twoCoders() throws {
    let matrix = try AgreementFixture("gwet-cont4x4-diagnosis").matrix().matrix
    let cohen = try #require(
      CohenKappa.figure(PairTable(RatingRows(matrix), first: 0, second: 1)).value)
    #expect(isClose(CongerKappa.completeUnits(RatingRows(matrix)).value, cohen, relative: 1e-12))
    #expect(
      isClose(LightKappa.figure(PairwiseTable(RatingRows(matrix))).value, cohen, relative: 1e-12))
  }
}

struct Krippendorff2011Tests {
  @Test("the C data have their landmarks: nominal 113/152, ordinal, interval and ratio")
  func landmarks() throws {
    let fixture = try AgreementFixture("krippendorff2011-c-missing")
    let counts = RatingCounts(try fixture.matrix().matrix)
    for (metric, value) in [
      ("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797),
    ] {
      let alpha = KrippendorffAlpha.figure(counts, metric: fixture.metric(metric))
      #expect(abs((alpha.value ?? 9) - value) < 0.0005)
    }
    let nominal = KrippendorffAlpha.figure(counts)
    #expect(isClose(nominal.value, 113.0 / 152, relative: 1e-14))
    #expect(nominal.n == 40)
  }

  @Test("two coders who swap two labels have an alpha of -0.5")
  func swapped() throws {
    let matrix = try RatingMatrix(
      coders: ["a", "b"], categories: ["x", "y"], unitCount: 2, cells: [0, 1, 1, 0])
    #expect(KrippendorffAlpha.figure(RatingCounts(matrix)).value == -0.5)
  }
}

struct ByrtBishopCarlin1993Tests {
  @Test("PABAK is Brennan and Prediger's kappa of two categories")
  func pabak() throws {
    let matrix = try AgreementFixture("feinstein-cicchetti1990-a").matrix().matrix
    let pair = PairTable(RatingRows(matrix), first: 0, second: 1)
    let binary = try #require(BinaryAgreement(pair, positive: 0))
    let prediger = try #require(BrennanPrediger.figure(RatingCounts(matrix)).value)
    #expect(isClose(binary.pabak.value, prediger, relative: 1e-13))
    // kappa = (PABAK - PI² + BI²)/(1 - PI² + BI²), their equation 1.
    let pi = try #require(binary.prevalenceIndex.value)
    let bi = try #require(binary.biasIndex.value)
    let kappa = (prediger - pi * pi + bi * bi) / (1 - pi * pi + bi * bi)
    #expect(isClose(binary.kappa.value, kappa, relative: 1e-12))
  }

  @Test("a table of more than two categories has no binary indices")
  func refused() {
    let table = PairTable(counts: [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    #expect(table.flatMap { BinaryAgreement($0, positive: 0) } == nil)
    #expect(
      PairTable(counts: [[1, 0], [0, 1]]).flatMap { BinaryAgreement($0, positive: 2) } == nil)
    let none = BinaryAgreement(both: 0, onlyFirst: 0, onlySecond: 0, neither: 0)
    #expect(none.pabak.undefined == .noCompletePair)
    #expect(none.maximumKappa.undefined == .noCompletePair)
  }
}
