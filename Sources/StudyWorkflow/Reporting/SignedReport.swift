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
  /// - Parameter make: Makes the report with these facts of the study, the hash among them.
  /// - Returns: The report, with what it stands on.
  func signed(_ make: (StudyFacts) throws -> ReportContent) rethrows -> SignedReport {
    guard case .forOthers(let key, let basis) = ground else { return .own(try make(input.study)) }
    var facts = input.study
    // The same again has the same hash, on any day and by any version of the program.
    (facts.hash, facts.date, facts.toolVersion) = ("", "2000-01-01", "")
    var hash = key
    for text in try make(facts).texts {
      withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update($0) }
      hash.update(Array(text.utf8))
    }
    facts = input.study
    facts.hash = hash.hexadecimal
    return .forOthers(try make(facts), hash: facts.hash, basis: basis)
  }
}

extension SeenResults {
  /// The health report of a case.
  func signedHealth(of caseID: String, phase: String? = nil) throws -> SignedReport {
    try signed { facts in
      ReportContent(try HealthReport(of: caseID, phase: phase, from: input(facts)))
    }
  }

  /// The comparison.
  func signedComparison(phase: String? = nil) -> SignedReport {
    signed { ReportContent(CompareReport(phase: phase, from: input($0))) }
  }

  /// The agreement report.
  func signed(_ agreement: AgreementInput) -> SignedReport {
    signed { facts in
      var input = agreement
      input.study = facts
      return ReportContent(AgreementReport(input))
    }
  }

  /// The methods report.
  func signed(_ methods: SeenMethods) -> SignedReport {
    signed { facts in
      var input = methods
      input.report.study = facts
      input.agreement = methods.agreement?.map { agreement in
        var signed = agreement
        signed.study = facts
        return signed
      }
      return ReportContent(MethodsReport(input))
    }
  }

  private func input(_ facts: StudyFacts) -> ReportInput {
    var input = input
    input.study = facts
    return input
  }
}
