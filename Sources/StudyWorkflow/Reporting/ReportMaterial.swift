import Reports
public import StudyModel
import StudyStore

/// What every report of a study is made from, read once; `input(for:)` gives it to an audience.
public struct ReportMaterial: Sendable {
  /// The study's framework and its hash.
  public let framework: Framework
  let frameworkHash: String
  let facts: StudyFacts
  /// The study's hash as others than the researcher read it.
  let publicHash: String
  /// The evidence, under all three rules of consensus.
  public let evidence: StudyEvidence
  /// The rule by which the study is scored.
  public let rule: ConsensusRule
  /// The scores as the researcher sees them.
  public let scores: [CaseScore]
  let quotes: [Quote]
  let agreement: [AgreementLine]
  let imports: [ImportLine]
  let invited: [InvitedLine]
  let unmapped: [UnmappedCode]
  let segments: [StandingSegment]
}

extension Study {
  /// Reads what reports are made from, under a rule of consensus; `date` is the day of the report,
  /// `seed` that of the health interval.
  public func reportMaterial(
    rule: ConsensusRule = .majority, date: String, seed: UInt64 = 1
  ) throws -> ReportMaterial {
    let evidence = try evidence(rules: Set(ConsensusRule.allCases), changes: true)
    let coded = try codedMaterial(rule: rule)
    let title = try file.read { try $0.fact("title") } ?? "Study"
    let isSimulated = try file.read { try $0.fact("simulated") } == "yes"
    return ReportMaterial(
      framework: framework, frameworkHash: frameworkHash,
      facts: StudyFacts(
        title: title, simulated: isSimulated, hash: try contentHash(), toolVersion: toolVersion,
        date: date),
      publicHash: try publicHash(),
      evidence: evidence, rule: rule,
      scores: evidence.scores(framework, rule: rule, seed: seed) ?? [], quotes: coded.quotes,
      agreement: try RootAgreement.lines(
        agreementMaterial(), framework: framework, seed: seed),
      imports: try importLines(), invited: try invitedLines(), unmapped: try unmappedCodes(),
      segments: coded.segments)
  }

  private func importLines() throws -> [ImportLine] {
    try file.read { try $0.imports() }.filter { $0.undoneAt == nil }.map {
      ImportLine(
        file: $0.file, sha256: $0.sha256, kind: $0.kind, rows: $0.rowsIn,
        kept: $0.rowsKept + $0.rowsChanged, rejected: $0.rowsRejected,
        toolVersion: $0.toolVersion)
    }
  }

  private func invitedLines() throws -> [InvitedLine] {
    let all = try file.read { try $0.invited() }
    // A row for the case as a whole is the number; those of its organizations are then parts of it.
    let counts = all.filter { count in
      count.organization.isEmpty
        || !all.contains {
          $0.organization.isEmpty && $0.caseID == count.caseID && $0.phase == count.phase
        }
    }
    var sums: [InvitedLine] = []
    for count in counts {
      if let at = sums.firstIndex(where: { $0.caseID == count.caseID && $0.phase == count.phase }) {
        sums[at].invited += count.invited
      } else {
        sums.append(
          InvitedLine(caseID: count.caseID, phase: count.phase, invited: count.invited))
      }
    }
    return sums
  }

  private func unmappedCodes() throws -> [UnmappedCode] {
    try file.read { try $0.codeCounts() }.filter { framework.meaning(ofCode: $0.key) == nil }
      .sorted { $0.key < $1.key }.map { UnmappedCode(code: $0.key, codings: $0.value) }
  }
}
