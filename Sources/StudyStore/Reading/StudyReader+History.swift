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
  let decisions: [(decision: Adjudication, importID: Int64)]

  /// What some imports brought: also codings that have given way since, but none that gave way to
  /// another of them.
  ///
  /// - Returns: nil for an older version of a transcript with nothing of theirs.
  public func coded(by imports: Set<Int64>) -> CodedSource? {
    let found = codings.filter { entry in
      imports.contains(entry.importID) && !(entry.replacedBy.map(imports.contains) ?? false)
    }
    let decided = decisions.filter { imports.contains($0.importID) }
    guard isNewest || !found.isEmpty || !decided.isEmpty else { return nil }
    return CodedSource(
      source: source, codings: found.map(\.coding), adjudications: decided.map(\.decision),
      isNewest: isNewest)
  }
}

extension StudyReader {
  /// Hands over every source with all that was ever coded in it, one source at a time, in the order of
  /// ``forEachCodedSource(ofCase:_:)``; an older version of a transcript comes as a source of its own.
  public func forEachSourceHistory(_ body: (SourceHistory) throws -> Void) throws {
    let coders = try names("coder")
    let codes = try names("code")
    let versions = try PreparedStatement(
      db, "SELECT id FROM sourceVersion WHERE sourceID = ? ORDER BY number DESC")
    let codings = try PreparedStatement(
      db,
      """
      SELECT \(Self.codingColumns), importID, replacedBy FROM everyCoding WHERE versionID = ?
      """)
    for (number, source) in try numberedSources() {
      var decided: [Int64: [(Adjudication, Int64)]] = [:]
      for stored in try decisions(ofSource: number) {
        decided[stored.version, default: []].append((stored.decision, stored.importID))
      }
      versions.bind(1, number)
      var numbers: [Int64] = []
      try versions.eachRow {
        numbers.append(try $0.int(0))
        return true
      }
      for (place, version) in numbers.enumerated() {
        var found: [SourceHistory.Entry] = []
        codings.bind(1, version)
        try codings.eachRow { row in
          try noting("coding", row.key(5)) {
            found.append(
              .init(
                coding: try Self.coding(row, coders: coders, codes: codes),
                importID: try row.int(7), replacedBy: try row.optionalInt(8)))
          }
          return true
        }
        try body(
          SourceHistory(
            source: source, isNewest: place == 0, codings: found,
            decisions: decided[version] ?? []))
      }
    }
  }
}
