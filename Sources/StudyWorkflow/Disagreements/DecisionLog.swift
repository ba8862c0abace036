public import StudyModel
public import StudyStore

/// Every decision that was ever brought in, and what became of it.
public struct DecisionLog: Sendable {
  /// A decision.
  public struct Entry: Sendable {
    /// Its number, in the order in which they came in.
    public var number: Int { record.decision.row }
    /// The source.
    public var source: Source
    /// The decision with the states before and after.
    public var record: DecisionRecord
    /// The import that brought it.
    public var importID: Int64
    /// That import's file, and the row in it.
    public var file: String
    /// See `file`.
    public var row: Int
  }

  /// The decisions, in the order in which they came in.
  public var entries: [Entry]
  /// Imports of decisions that were taken back, and their decisions with them.
  public var takenBack: [ImportEntry]
}

extension Study {
  /// Reads every decision, of all cases or of one.
  ///
  /// - Throws: `TaskError` where the case is not known.
  public func decisionLog(caseID: String? = nil) throws -> DecisionLog {
    try file.read { reader in
      if let caseID { try require(case: caseID, in: reader) }
      let imports = try reader.imports()
      let files = Dictionary(
        imports.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
      let sources = Dictionary(
        try reader.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      var entries: [DecisionLog.Entry] = []
      let bySource = Dictionary(grouping: try reader.decisions(caseID: caseID), by: \.source)
      for (id, decisions) in bySource {
        guard let source = sources[id] else { continue }
        let history = DecisionHistory(
          source: source,
          codings: try reader.codingsWithImports(ofSource: id).map {
            .init($0.coding, importID: $0.importID)
          }, leastOverlap: framework.scoring.unitOverlap)
        let records = history.records(
          of: decisions.map { .init($0.decision, importID: $0.importID) })
        // Both are in the order of arrival.
        for (record, stored) in zip(records, decisions) {
          entries.append(
            DecisionLog.Entry(
              source: source, record: record, importID: stored.importID,
              file: files[stored.importID] ?? "", row: stored.fileRow))
        }
      }
      return DecisionLog(
        entries: entries.sorted { $0.number < $1.number },
        takenBack: imports.filter { $0.kind == "adjudications" && $0.undoneAt != nil })
    }
  }

  private func require(case id: String, in reader: StudyReader) throws {
    let known = try reader.cases().map(\.case.id)
    guard !known.contains(id) else { return }
    throw TaskError.noCase(id, known: known)
  }
}
