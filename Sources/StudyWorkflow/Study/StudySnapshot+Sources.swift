import StudyModel
import StudyStore

extension StudySnapshot {
  /// Goes through all sources once, forming the units of each once: the walk that every task which
  /// asks of codings makes.
  ///
  /// Codings of an older version of a transcript come as a source of their own; see
  /// `StudyReader.forEachCodedSource`.
  ///
  /// - Parameters:
  ///   - caseID: Only the sources of this case; nil for all.
  ///   - body: Called with each.
  /// - Throws: What the body throws; `CancellationError`, between two sources.
  func forEachSource(
    ofCase caseID: String? = nil, _ body: (Consensus) throws -> Void
  ) throws {
    let total =
      tell == nil ? 0 : try reader.sources().count { caseID == nil || $0.caseID == caseID }
    let codebook = Codebook(framework)
    var (done, last) = (0, "")
    try reader.forEachCodedSource(ofCase: caseID) { coded in
      try Task.checkCancellation()
      if coded.source.id != last {
        if !last.isEmpty { done += 1 }
        last = coded.source.id
        tell?(ReadingProgress(step: .codings, done: done, total: total))
      }
      try body(Consensus(of: coded, by: codebook))
    }
  }
}
