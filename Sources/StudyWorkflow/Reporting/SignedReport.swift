import FileFormats
import Reports
import StudyModel

/// A report that is made and has not gone out, with all that it stands on.
///
/// For other eyes there is none without its hash and the people it rests on, so that nothing goes out to
/// them but as an edition or a draft.
enum SignedReport: Sendable {
  /// The researcher's, whose pages bear the hash of what the study holds.
  case own(ReportContent)
  /// For other eyes: with the hash of what it says, made with the study's secret, and on whom it rests.
  case forOthers(ReportContent, hash: String, basis: PublishedBasis)

  /// What it says.
  var content: ReportContent {
    switch self {
    case .own(let content), .forOthers(let content, _, _): content
    }
  }

  /// The hash by which its edition is known; nil for the researcher's.
  var hash: String? {
    if case .forOthers(_, let hash, _) = self { return hash }
    return nil
  }

  /// For whom.
  var audience: Audience {
    switch self {
    case .own: .researcher
    case .forOthers(_, _, let basis): basis.audience
    }
  }
}

extension SeenResults {
  /// Makes a report and, for others than the researcher, signs it: its hash is of what the report itself
  /// says, so that nothing but what is printed can change it.
  ///
  /// From a plain hash, and from one of more than is printed, somebody who knows a case could find what is
  /// confidential by trying what it may be.
  ///
  /// - Parameters:
  ///   - day: The day of the report.
  ///   - make: Makes the report with these facts of the study, the hash among them.
  /// - Returns: The report, with what it stands on.
  func signed(on day: String, _ make: (StudyFacts) throws -> ReportContent) rethrows -> SignedReport
  {
    switch ground {
    case .own(let hash):
      return .own(
        try make(StudyFacts(names, hash: hash, toolVersion: toolVersion, date: day)))
    case .forOthers(let key, let basis):
      let (report, hash) = try StudyFacts.signing(
        names, toolVersion: toolVersion, date: day, key: key, texts: \ReportContent.texts, make)
      return .forOthers(report, hash: hash, basis: basis)
    }
  }
}

extension SeenResults {
  /// The health report of a case.
  func signedHealth(
    of caseID: String, phase: String? = nil, on day: String
  ) throws -> SignedReport {
    try signed(on: day) { facts in
      ReportContent(
        try HealthReport(of: caseID, phase: phase, from: ReportInput(input, on: facts)))
    }
  }

  /// The comparison.
  func signedComparison(phase: String? = nil, on day: String) -> SignedReport {
    signed(on: day) { ReportContent(CompareReport(phase: phase, from: ReportInput(input, on: $0))) }
  }

  /// The tables for a paper.
  func signedTables(_ methods: SeenMethods, phase: String? = nil, on day: String) -> SignedReport {
    signed(on: day) { facts in
      ReportContent(
        TablesReport(
          CompareReport(phase: phase, from: ReportInput(input, on: facts)),
          MethodsReport(methods, on: facts)))
    }
  }

  /// The methods report.
  func signed(_ methods: SeenMethods, on day: String) -> SignedReport {
    signed(on: day) { ReportContent(MethodsReport(methods, on: $0)) }
  }
}
