import Foundation
import Statistics
import Testing

struct UnitsNeededTests {
  @Test("with the units it asks for, kappa's interval has the width asked for")
  func kappaAhead() throws {
    for (kappa, prevalence) in [(0.6, 0.3), (0.8, 0.5), (0.4, 0.15), (0.0, 0.3)] {
      let units = try #require(
        UnitsNeeded.forKappa(kappa, prevalence: prevalence, width: 0.2))
      let mixed = prevalence * (1 - prevalence) * (1 - kappa)
      // The table such coders would make, a thousand times over for its shares to be near whole.
      let scale = Double(units) * 1000
      let table = try #require(
        PairTable(counts: [
          [Int((scale * (prevalence - mixed)).rounded()), Int((scale * mixed).rounded())],
          [Int((scale * mixed).rounded()), Int((scale * (1 - prevalence - mixed)).rounded())],
        ]))
      let error = try #require(CohenKappa.figure(table).standardError) * 1000.0.squareRoot()
      #expect(abs(2 * 1.959963984540054 * error - 0.2) < 0.002)
    }
  }

  @Test("a pilot's error shrinks with the root of the number of units")
  func pilot() {
    // (2 · 1.96 · 0.1 / 0.2)² · 50 = 192.07.
    #expect(UnitsNeeded.forWidth(0.2, standardError: 0.1, pilotUnits: 50) == 193)
    #expect(UnitsNeeded.forWidth(0.2, standardError: 0, pilotUnits: 50) == nil)
    #expect(UnitsNeeded.forWidth(0, standardError: 0.1, pilotUnits: 50) == nil)
    #expect(UnitsNeeded.forWidth(0.2, standardError: 0.1, pilotUnits: 0) == nil)
  }

  @Test("coders who cannot exist need no units")
  func impossible() {
    #expect(UnitsNeeded.forKappa(0.6, prevalence: 0, width: 0.2) == nil)
    #expect(UnitsNeeded.forKappa(-0.9, prevalence: 0.1, width: 0.2) == nil)
    #expect(UnitsNeeded.forKappa(1, prevalence: 0.5, width: 0.2) == nil)
    #expect(UnitsNeeded.forKappa(0.5, prevalence: 0.5, width: 0.2, confidence: 1) == nil)
  }
}
