import Testing

@testable import StudyModel

@Suite("Low by prevalence is told from coders who differ (Feinstein and Cicchetti 1990)")
struct AgreementStandingTests {
  private func row(
    _ key: String, alpha: Double?, ac1: Double?, marked: Int = 50, byAll: Int = 40
  ) -> AgreementRow {
    AgreementRow(
      key: key, name: key, codeCount: 1, units: 100, marked: marked, markedByAll: byAll,
      appliedBy: [:], percent: AgreementValue(value: 0.8), positive: AgreementValue(value: 0.8),
      alpha: AgreementValue(value: alpha), kappa: AgreementValue(value: alpha),
      ac1: AgreementValue(value: ac1))
  }

  @Test("Each code has its place, and thresholds are kept to nine decimals")
  func standing() {
    let standing = AgreementStanding([
      row("high", alpha: 0.8 - 1e-12, ac1: 0.9), row("middle", alpha: 0.667 - 1e-12, ac1: 0.7),
      row("differ", alpha: 0.4, ac1: 0.5), row("more", alpha: 0.1, ac1: 0.6),
      row("everywhere", alpha: -0.1, ac1: 0.75, marked: 100, byAll: 80),
      row("hardly", alpha: 0.3, ac1: 0.95, marked: 12, byAll: 4),
      row("rare", alpha: 0.1, ac1: 0.99, marked: 9, byAll: 4),
      row("undefined", alpha: nil, ac1: nil),
    ])
    #expect(
      standing.judged.map(\.key) == ["high", "middle", "differ", "more", "everywhere", "hardly"])
    #expect(standing.reliable.map(\.key) == ["high"])
    #expect(standing.low.map(\.key) == ["differ", "more", "everywhere", "hardly"])
    #expect(standing.differing.map(\.key) == ["more", "differ"])
    #expect(standing.low[2].lowByPrevalence == "marked nearly everywhere [p]")
    #expect(standing.low[3].lowByPrevalence == "marked hardly anywhere [p]")
  }
}
