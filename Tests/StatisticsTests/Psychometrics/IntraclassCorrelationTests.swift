import Foundation
import Statistics
import TestSupport
import Testing

@Suite(.enabled(if: Fixtures.shared != nil, "needs the folder of shared fixtures"))
struct Bliese2000Tests {
  // Data set, scale, its column of groups, and the key of R's figures.
  static let cases: [(String, String, String, String)] = [
    ("lq2002", "LEAD", "COMPID", "LEAD_by_company"),
    ("lq2002", "TSIG", "COMPID", "TSIG_by_company"),
    ("lq2002", "HOSTIL", "COMPID", "HOSTIL_by_company"),
    ("lq2002_edge", "TSIG", "organization", "TSIG_by_org"),
    ("lq2002_edge", "HOSTIL", "organization", "HOSTIL_by_org"),
    ("cohesion", "", "GROUP", "by_platoon_in_unit"), ("cohesion", "", "UNIT", "by_unit"),
    ("bfi", "neuro", "education", "neuro_by_education"),
  ]

  @Test("variance and intraclass correlation fit R's multilevel", arguments: cases)
  func correlation(set: String, scale: String, column: String, key: String) throws {
    let fixture = try SurveyFixture(set)
    let oracle = try #require(
      scale.isEmpty ? fixture.oracle["scale"] : fixture.oracle["scales"]?[scale])
    let items = try #require(oracle["items"]).texts
    var groups: [String: Moments] = [:]
    for row in fixture.rows {
      let values = fixture.values(row, items: items).compactMap { $0 }
      guard values.count >= (items.count + 1) / 2, let name = row[column], !name.isEmpty else {
        continue
      }
      let score = Double(values.reduce(0, +)) / Double(values.count)
      groups[name, default: Moments()].add(score)
    }
    let anova = OneWayANOVA(groups: groups.sorted { $0.key < $1.key }.map(\.value))
    let figures = try #require(fixture.oracle["groups"]?[key])
    let table = try #require(figures["anova"])
    func fits(_ value: Double?, _ expected: JSON?, _ relative: Double = 1e-9) -> Bool {
      guard let expected = expected?.number else { return false }
      return isClose(value, expected, relative: relative)
    }
    #expect(anova.groupCount == figures["n_groups"]?.int)
    #expect(fits(anova.sumOfSquaresBetween, table["ss_between"]))
    #expect(fits(anova.sumOfSquaresWithin, table["ss_within"]))
    #expect(fits(anova.f.value, table["F"]))
    #expect(fits(anova.pValue, table["p"], 1e-8))
    #expect(fits(anova.etaSquared, table["eta_squared"]))
    #expect(fits(anova.omegaSquared, table["omega_squared"]))
    let icc = IntraclassCorrelation(anova)
    #expect(fits(anova.meanGroupSize, figures["icc"]?["k_mean_group_size"]))
    #expect(fits(anova.adjustedGroupSize, figures["icc"]?["k0_anova_unequal"]))
    #expect(fits(icc.icc1.value, figures["icc"]?["icc1_multilevel"]))
    #expect(fits(icc.icc1AdjustedSize.value, figures["icc"]?["icc1_with_k0"]))
    #expect(fits(icc.icc2.value, figures["icc"]?["icc2_multilevel"]))
  }
}

struct IntraclassCorrelationTests {
  @Test("groups that cannot have a correlation say why")
  func undefined() {
    let one = IntraclassCorrelation(groups: [Moments([1, 2]), Moments()])
    #expect(one.icc1.undefined == .tooFewGroups(needed: 2, found: 1))
    let singletons = IntraclassCorrelation(groups: [Moments([1]), Moments([2])])
    #expect(singletons.icc2.undefined == .onlySingletonGroups)
    let equal = IntraclassCorrelation(groups: [Moments([1, 1]), Moments([1, 1])])
    #expect(equal.icc1.undefined == .noVariance)
    #expect(OneWayANOVA(groups: []).f.undefined == .tooFewGroups(needed: 2, found: 0))
  }

  @Test("equal means with spread inside give a negative correlation and no ICC(2)")
  func equalMeans() {
    let groups = [Moments([1, 3]), Moments([1, 3])]
    let icc = IntraclassCorrelation(groups: groups)
    #expect(icc.icc1.value == -1)
    #expect(icc.icc2.undefined == .noVariance)
  }

  @Test("unanimous groups with different means have an ICC of 1 and no F")
  func unanimous() {
    let groups = [Moments([1, 1]), Moments([3, 3])]
    #expect(IntraclassCorrelation(groups: groups).icc1.value == 1)
    #expect(OneWayANOVA(groups: groups).f.undefined == .noVariance)
  }
}
