import StudyModel
import StudyStore

/// What all reports ask of a study's codings, gathered in one walk over its sources.
struct StudyCorpus {
  /// The evidence, under all three rules of consensus.
  let evidence: EvidenceByRule
  /// What stands, and what may be quoted of it.
  let coded: CodedMaterial
  /// What coders did with each source.
  let agreement: AgreementMaterial
  /// What was coded, by whom, and what became of it.
  let accounts: CodingAccounts
  /// How many coders have read each source.
  let readers: [String: Int]

  /// Walks over the sources.
  ///
  /// - Parameters:
  ///   - snapshot: The study.
  ///   - rule: The rule of consensus by which segments stand.
  ///   - quoting: Which words are read.
  ///   - depth: What is kept for agreement.
  /// - Throws: `StudyFileError`; `CancellationError`.
  init(
    _ snapshot: StudySnapshot, rule: ConsensusRule, quoting: Quoting,
    agreement depth: AgreementMaterial.Gathering.Depth
  ) throws {
    let overlap = snapshot.framework.scoring.unitOverlap
    var coded = try CodedMaterial(snapshot, rule: rule, quoting: quoting)
    var gathering = AgreementMaterial.Gathering(
      lengths: depth == .presence ? [:] : try snapshot.reader.transcriptLengths(), depth: depth)
    var accounts = CodingAccounts()
    var readers: [String: Int] = [:]
    evidence = try snapshot.evidenceByRule(scoredBy: rule, changes: true) { consensus in
      try coded.add(consensus)
      gathering.add(consensus, leastOverlap: overlap)
      accounts.add(consensus, rule: rule)
      // The newest version of a transcript comes first.
      if readers[consensus.source.id] == nil {
        readers[consensus.source.id] = consensus.coders.count
      }
    }
    self.coded = coded
    agreement = gathering.material
    self.accounts = accounts
    self.readers = readers
  }
}
