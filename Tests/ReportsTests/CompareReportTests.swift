import Reports
import StudyModel
import TestSupport
import Testing

@Suite struct CompareReportTests {
  @Test func `the page of a comparison is as it was`() throws {
    let report = Self.report("compared")
    try Golden.check(page: Pages.html(report.document), "reports/compare-compared.html")
  }

  static func report(_ name: String) -> CompareReport {
    switch name {
    case "paper": CompareReport(from: SampleStudies.paper)
    case "phases": CompareReport(from: SampleStudies.comparedPhases)
    default: CompareReport(from: SampleStudies.compared)
    }
  }

  @Test func `a comparison of an earlier phase says nothing of later ones`() throws {
    let first = CompareReport(phase: "1 founding", from: SampleStudies.comparedPhases)
    #expect(first.dispersions.isEmpty && first.document.section("phases") == nil)
    let second = CompareReport(phase: "2 widening", from: SampleStudies.comparedPhases)
    #expect(Set(second.dispersions.map(\.words)) == ["drew apart", nil])
    #expect(second.dispersions.allSatisfy { $0.phases == ["1 founding", "2 widening"] })
  }
}
