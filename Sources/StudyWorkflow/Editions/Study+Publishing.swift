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
  ///   - report: What goes out, and to whom.
  ///   - basis: On what it rests.
  ///   - publication: As what it goes out.
  ///   - time: When, in ISO 8601.
  /// - Returns: The edition; nil for drafts and for the researcher.
  /// - Throws: `EditionRefusal`, with nothing kept; `StudyFileError`.
  @discardableResult
  func publish(
    _ report: PublishedReport, on basis: PublishedBasis, as publication: Publication, time: String
  ) throws -> EditionEntry? {
    guard report.audience != .researcher, publication != .draft else { return nil }
    let bases = basis.people.filter { report.shows($0, phases: basis.phases) }
      .map(report.shown)
    var entry = EditionEntry(
      at: time, toolVersion: toolVersion, report: report.name, audience: report.audience,
      caseID: report.caseID, phase: report.phase, rules: basis.rules,
      studyHash: report.hash)
    // The same page once more tells nothing new, whatever became of the people behind it.
    let isKnown = try file.read { try $0.editions() }.contains { $0.isSameReport(as: entry) }
    func keep(_ judge: ([PublishedState]) throws -> Void) throws -> EditionEntry {
      try file.keep(entry, on: bases, digest: SHA256.digest(of:), judge: judge)
    }
    do {
      return try keep { states in
        guard !isKnown else { return }
        let conflicts = Self.conflicts(
          bases, among: basis.people, states, basis)
        guard conflicts.isEmpty else { throw EditionRefusal(conflicts: conflicts) }
      }
    } catch let refusal as EditionRefusal {
      guard case .republished(let reason) = publication else { throw refusal }
      // The reason is kept where it was needed, and only there.
      entry.republished = reason
      return try keep { _ in }
    } catch {
      throw Self.notKept(error)
    }
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

  /// What stands in the way of showing some bases.
  ///
  /// - Parameters:
  ///   - bases: What is to be shown.
  ///   - all: What the study has of all cases and phases now.
  ///   - states: What was published earlier.
  ///   - basis: By which rules, and on how many people figures are shown.
  /// - Returns: A conflict a base, statistic and earlier edition; empty where nothing stands in the way.
  private static func conflicts(
    _ bases: [PublishedBase], among all: [PublishedBase], _ states: [PublishedState],
    _ basis: PublishedBasis
  ) -> [EditionRefusal.Conflict] {
    let moved = Dictionary(
      states.map { ($0.id, $0.base.moved(from: all)) }, uniquingKeysWith: { first, _ in first })
    return bases.flatMap { base -> [EditionRefusal.Conflict] in
      let earlier = states.filter { $0.base.isPlace(of: base) }
      // What was published already, as it is, tells nothing new; a reason given for one report lets out
      // no other.
      guard !earlier.contains(where: { $0.base == base && $0.edition.republished == nil }) else {
        return []
      }
      let isKnown = earlier.contains { base.holdsMost(of: $0.base) }
      let pairs = states.flatMap { state in
        let hasSameRules = state.edition.rules == basis.rules
        func beside(_ earlier: PublishedBase) -> [EditionConflict] {
          EditionConflict.between(
            base, and: earlier, limits: basis.limits, hasSameRules: hasSameRules,
            isKnown: isKnown)
        }
        let parts = moved[state.id] ?? (gone: state.base, stays: state.base)
        let found =
          state.base.isPlace(of: base)
          ? beside(state.base)
          : beside(parts.gone)
            + EditionConflict.between(
              base, andOther: parts.stays, limits: basis.limits, hasSameRules: hasSameRules)
        return found.map { EditionRefusal.Conflict(difference: $0, edition: state.edition) }
      }
      guard pairs.isEmpty, let last = earlier.last else { return pairs }
      return EditionConflict.together(base, with: earlier.map(\.base), limits: basis.limits)
        .map { EditionRefusal.Conflict(difference: $0, edition: last.edition) }
    }
  }
}

extension PublishedBase {
  /// Whether this is of the case and phase that another is of.
  fileprivate func isPlace(of other: PublishedBase) -> Bool {
    caseID == other.caseID && phase == other.phase
  }

  /// What of it may be another place's by now, since in its own fewer than half of it are left, and the rest;
  /// survey and interviews each for itself.
  fileprivate func moved(from all: [PublishedBase]) -> (gone: PublishedBase, stays: PublishedBase) {
    var (gone, stays) = (self, self)
    (gone.people, stays.people) = ([], [])
    for isOfSurvey in [true, false] {
      var part = self
      part.people.removeAll { $0.statistic.isOfSurvey != isOfSurvey }
      if all.contains(where: { $0.isPlace(of: part) && $0.holdsMost(of: part) }) {
        stays.people += part.people
      } else {
        gone.people += part.people
      }
    }
    return (gone, stays)
  }

  /// Whether half of the people behind something that another shows are behind this, too.
  ///
  /// Fewer who stay where all others went under another name must not hide that they went.
  fileprivate func holdsMost(of other: PublishedBase) -> Bool {
    let known = Set(people.filter(\.statistic.isOfPeople).flatMap(\.members).map(\.person))
    return other.people.contains { set in
      set.statistic.isOfPeople
        && 2 * set.members.count { known.contains($0.person) } >= set.members.count
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
