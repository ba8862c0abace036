import FileFormats
import StudyModel
import StudyStore

extension Study {
  /// Keeps a report for other eyes as an edition.
  ///
  /// There is one list of editions for all eyes but the researcher's: somebody in the working group may
  /// hold a convenor's page as well. A report rests on the people of the cases and phases it shows: of
  /// a case, of its phase and those before, since what changed is told.
  ///
  /// - Parameters:
  ///   - report: What goes out.
  ///   - basis: On what it rests, and to whom it goes.
  ///   - reason: Why it goes out although it would tell of a few people; nil where it then waits.
  ///   - time: When, in ISO 8601.
  /// - Returns: The edition.
  /// - Throws: `EditionRefusal`, with nothing kept; `StudyFileError`.
  @discardableResult
  func publish(
    _ report: PublishedReport, on basis: PublishedBasis, for reason: String?, time: String
  ) throws -> Edition {
    var entry = entry(of: report, on: basis, time: time)
    if let same = try known(entry) { return same }
    func keep(_ judge: ([PublishedState]) throws -> Void) throws -> Edition {
      try file.keep(
        entry, on: basis.bases(of: report), digest: SHA256.digest(of:), judge: judge)
    }
    do {
      return try keep { try basis.judge(report, beside: $0) }
    } catch let refusal as EditionRefusal {
      guard let reason else { throw refusal }
      // The reason is kept where it was needed, and only there.
      entry.republished = reason
      return try keep { _ in }
    } catch {
      throw Self.notKept(error)
    }
  }

  /// Refuses what would be refused as an edition, and keeps nothing.
  ///
  /// - Throws: `EditionRefusal`; `StudyFileError`.
  func judge(_ report: PublishedReport, on basis: PublishedBasis, time: String) throws {
    guard try known(entry(of: report, on: basis, time: time)) == nil else { return }
    try basis.judge(report, beside: try file.read { try $0.publishedStates() })
  }

  private func entry(
    of report: PublishedReport, on basis: PublishedBasis, time: String
  ) -> EditionEntry {
    EditionEntry(
      at: time, toolVersion: toolVersion, report: report.subject.kind, audience: basis.audience,
      caseID: report.subject.caseID, phase: report.subject.phase, rules: basis.rules,
      studyHash: report.hash)
  }

  /// The edition that the same page is already.
  ///
  /// Once more it tells nothing new, whatever became of the people behind it; and who came or went since was
  /// not judged, so that nobody of these is kept with it.
  private func known(_ entry: EditionEntry) throws -> Edition? {
    try file.read { try $0.editions() }.last { $0.entry.isSameReport(as: entry) }
  }

  /// What is told where a study cannot be written in which an edition is to be kept; any other error as
  /// it is.
  static func notKept(_ error: any Error) -> any Error {
    guard case StudyFileError.cannotWrite(let path, let detail) = error else { return error }
    return Failure(
      .cannotWrite, .editionNotKept,
      "a report for others than the researcher is kept as an edition, and \(path) cannot be written: \(detail)",
      remedy: "Either make it writable or write a draft, which is not kept.",
      place: .init(file: path))
  }
}

extension PublishedBasis {
  /// The people behind what a report shows.
  fileprivate func bases(of report: PublishedReport) -> [PublishedBase] {
    people.filter { report.shows($0, phases: phases) }.map(report.shown)
  }

  /// Refuses a report that would tell of a few people beside what was published.
  fileprivate func judge(_ report: PublishedReport, beside states: [PublishedState]) throws {
    if let refusal = EditionRefusal(
      showing: bases(of: report), among: people, beside: states, madeBy: rules, limits: limits)
    {
      throw refusal
    }
  }
}

extension SHA256 {
  static func digest(of bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.digest
  }
}
