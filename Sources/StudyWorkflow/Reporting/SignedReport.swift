import FileFormats
import Reports
import StudyModel

/// A report with the hash that its pages bear.
struct SignedReport: Sendable {
  /// What it says.
  let content: ReportContent
  /// Whose eyes it is for.
  let eyes: Eyes
  /// The hash of that, made with the study's secret; nil for the researcher, whose pages bear the hash of
  /// what the study holds.
  let hash: String?
}

extension SeenResults {
  /// Makes a report and, for others than the researcher, signs it: its hash is of what the report itself
  /// says, so that nothing but what is printed can change it.
  ///
  /// From a plain hash, and from one of more than is printed, somebody who knows a case could find what is
  /// confidential by trying what it may be.
  ///
  /// - Parameter make: Makes the report with these facts of the study, the hash among them.
  /// - Returns: The report, and its hash.
  func signed(_ make: (StudyFacts) throws -> ReportContent) rethrows -> SignedReport {
    var facts = input.study
    guard !eyes.seeEverything else {
      return SignedReport(content: try make(facts), eyes: eyes, hash: nil)
    }
    // The same again has the same hash, on any day and by any version of the program.
    (facts.hash, facts.date, facts.toolVersion) = ("", "2000-01-01", "")
    var hash = key
    for text in try make(facts).texts {
      withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { hash.update($0) }
      hash.update(Array(text.utf8))
    }
    facts = input.study
    facts.hash = hash.hexadecimal
    return SignedReport(content: try make(facts), eyes: eyes, hash: facts.hash)
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
