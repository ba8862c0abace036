import Reports
import StudyModel
import TestSupport
import Testing

@Suite struct CompareReportTests {
  @Test(arguments: ["compared", "paper"])
  func `the page of a comparison is as it was`(_ name: String) throws {
    let report = CompareReport(from: name == "paper" ? SampleStudies.paper : SampleStudies.compared)
    try Golden.check(Pages.html(report.document), "reports/compare-\(name).html")
  }
}
