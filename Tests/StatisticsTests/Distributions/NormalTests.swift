import Statistics
import Testing

struct NormalTests {
  // Probability and quantile: mpmath, 40 digits.
  static let quantiles: [(Double, Double)] = [
    (1e-300, -37.047096299361199237),
    (1e-50, -14.933337534788488981),
    (1e-20, -9.2623400897984075796),
    (1e-08, -5.6120012441747887279),
    (0.001, -3.0902323061678135354),
    (0.025, -1.9599639845400542118),
    (0.07, -1.4757910281791706856),
    (0.1, -1.2815515655446004353),
    (0.3, -0.52440051270804081597),
    (0.4, -0.25334710313579974132),
    (0.5000001, 2.5066282733116483012e-7),
    (0.6, 0.25334710313579974132),
    (0.75, 0.6744897501960817432),
    (0.9, 1.2815515655446005935),
    (0.95, 1.6448536269514722843),
    (0.975, 1.9599639845400538556),
    (0.99, 2.3263478740408407676),
    (0.995, 2.5758293035489004539),
    (0.9999, 3.7190164854557083867),
  ]

  // Value and probability at or below: mpmath, 40 digits.
  static let probabilities: [(Double, Double)] = [
    (-30.0, 4.9067139271481870595e-198),
    (-8.5, 9.4795348222033183542e-18),
    (-3.0, 0.0013498980316300945267),
    (-1.96, 0.024997895148220436213),
    (-0.5, 0.30853753872598689636),
    (0.0, 0.5),
    (0.25, 0.59870632568292372424),
    (1.0, 0.84134474606854294859),
    (1.96, 0.97500210485177956379),
    (5.0, 0.99999971334842812081),
  ]

  @Test("quantiles fit mpmath", arguments: quantiles)
  func quantile(p: Double, expected: Double) {
    #expect(isClose(Normal.quantile(p), expected, relative: 2e-15))
  }

  @Test("probabilities fit mpmath", arguments: probabilities)
  func probability(z: Double, expected: Double) {
    #expect(isClose(Normal.cumulative(z), expected, relative: 2e-13))
  }

  @Test("only probabilities strictly between 0 and 1 have a quantile")
  func refused() {
    #expect(Normal.quantile(0) == nil)
    #expect(Normal.quantile(1) == nil)
    #expect(Normal.quantile(.nan) == nil)
  }
}
