import Statistics
import Testing

struct UnitsNeededTests {
  @Test("a pilot's error shrinks with the root of the number of units")
  func pilot() {
    // (2 · 1.96 · 0.1 / 0.2)² · 50 = 192.07.
    #expect(UnitsNeeded.forWidth(0.2, standardError: 0.1, pilotUnits: 50) == 193)
    #expect(UnitsNeeded.forWidth(0.2, standardError: 0, pilotUnits: 50) == nil)
    #expect(UnitsNeeded.forWidth(0, standardError: 0.1, pilotUnits: 50) == nil)
    #expect(UnitsNeeded.forWidth(0.2, standardError: 0.1, pilotUnits: 0) == nil)
  }
}
