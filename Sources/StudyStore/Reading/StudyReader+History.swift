import GRDB
public import StudyModel

/// A source with everything that was ever coded and decided in it by imports that stand: what it was
/// at any earlier stage can be told from it.
public struct SourceHistory: Sendable {
  /// A coding, the import that brought it, and the one that it gave way to.
  struct Entry: Sendable {
    var coding: Coding
    var importID: Int64
    var replacedBy: Int64?
  }

  /// The source.
  public let source: Source
  /// Whether it is of the newest version of the transcript; see `CodedSource.isNewest`.
  public let isNewest: Bool
  let codings: [Entry]
  /// What was ever coded in other versions of the transcript.
  let elsewhere: [Entry]
  let decisions: [(decision: Adjudication, importID: Int64)]

  /// What some imports brought: also codings that have given way since, but none that gave way to
  /// another of them.
  ///
  /// - Returns: nil for an older version of a transcript with nothing of theirs.
  public func coded(by imports: Set<Int64>) -> CodedSource? {
    func stood(_ entry: Entry) -> Bool {
      imports.contains(entry.importID) && !(entry.replacedBy.map(imports.contains) ?? false)
    }
    let found = codings.filter(stood)
    let decided = decisions.filter { imports.contains($0.importID) }
    guard isNewest || !found.isEmpty || !decided.isEmpty else { return nil }
    return CodedSource(
      source: source, codings: found.map(\.coding), adjudications: decided.map(\.decision),
      isNewest: isNewest, codedElsewhereBy: Set(elsewhere.filter(stood).map(\.coding.coder)))
  }
}

extension StudyReader {
  /// Hands over every source with all that was ever coded in it, one source at a time, in the order of
  /// ``forEachCodedSource(ofCase:_:)``; an older version of a transcript comes as a source of its own.
  public func forEachSourceHistory(_ body: (SourceHistory) throws -> Void) throws {
    let (coders, codes) = (try names("coder"), try names("code"))
    try forEachVersion(
      """
      SELECT \(Self.codingColumns), importID, replacedBy FROM everyCoding WHERE versionID = ?
      """
    ) { row in
      SourceHistory.Entry(
        coding: try Self.coding(row, coders: coders, codes: codes), importID: try row.int(7),
        replacedBy: try row.optionalInt(8))
    } _: { source, versions in
      for (place, version) in versions.enumerated() {
        try body(
          SourceHistory(
            source: source, isNewest: version.isNewest, codings: version.codings,
            elsewhere: versions.enumerated().filter { $0.offset != place }
              .flatMap(\.element.codings),
            decisions: version.decisions.map { ($0.decision, $0.importID) }))
      }
    }
  }
}
