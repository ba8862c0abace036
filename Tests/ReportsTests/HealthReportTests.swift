import Foundation
import Reports
import StudyModel
import TestSupport
import Testing

/// Everything a page needs, from the checkout.
enum Pages {
  static func html(_ document: ReportDocument, openTables: Bool = false) throws -> String {
    ReportPage.html(of: document, with: try templates(), openTables: openTables)
  }

  static func templates() throws -> ReportTemplates {
    try ReportTemplates(folder: Fixtures.root.appending(path: "reports/templates"))
  }
}

@Suite struct HealthReportTests {
  @Test func `the page of a case is as it was`() throws {
    try Golden.check(page: Pages.html(Self.report("both").document), "reports/health-both.html")
  }

  static func report(_ name: String) throws -> HealthReport {
    switch name {
    case "both": try HealthReport(of: "rivermouth", from: SampleStudies.both)
    case "suppressed": try HealthReport(of: "rivermouth", from: SampleStudies.suppressed)
    case "survey-only": try HealthReport(of: "rivermouth", from: SampleStudies.surveyOnly)
    default: try HealthReport(of: "north", from: SampleStudies.presence)
    }
  }
}
