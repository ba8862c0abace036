public import StudyModel
import StudyStore

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
  /// Imports of decisions that were taken back, and the decisions that went with them.
  public var takenBack: [Undone]

  /// An import that was taken back.
  public struct Undone: Sendable {
    /// The import.
    public var entry: ImportEntry
    /// Its decisions, in the order in which they had come in; of one case where one was asked for.
    public var decisions: [UndoneDecision]
  }
}

extension StudySnapshot {
  /// Reads every decision, of all cases or of one.
  ///
  /// - Throws: `Failure` where the case is not known.
  public func decisionLog(caseID: String? = nil) throws -> DecisionLog {
    if let caseID { try require(case: caseID) }
    let imports = try reader.imports()
    let files = Dictionary(
      imports.map { ($0.id, $0.file) }, uniquingKeysWith: { first, _ in first })
    let sources = Dictionary(
      try reader.sources().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let codebook = Codebook(framework)
    var entries: [DecisionLog.Entry] = []
    let byVersion = Dictionary(grouping: try reader.decisions(caseID: caseID), by: \.version)
    for (version, decisions) in byVersion {
      guard let id = decisions.first?.source, let source = sources[id] else { continue }
      let history = DecisionHistory(
        source: source,
        codings: try reader.codingsWithImports(ofSource: id, version: version).map {
          .init($0.coding, importID: $0.importID)
        },
        elsewhere: try reader.codersWithImports(ofSource: id, butOf: version).map {
          .init($0.coder, importID: $0.importID)
        }, codebook: codebook)
      let records = history.records(
        of: decisions.map { .init($0.decision, importID: $0.importID) })
      let byNumber = Dictionary(
        decisions.map { ($0.decision.row, $0) }, uniquingKeysWith: { first, _ in first })
      for record in records {
        guard let stored = byNumber[record.decision.row] else { continue }
        entries.append(
          DecisionLog.Entry(
            source: source, record: record, importID: stored.importID,
            file: files[stored.importID] ?? "", row: stored.fileRow))
      }
    }
    let undone = Dictionary(
      grouping: try reader.undoneDecisions(caseID: caseID), by: \.importID)
    return DecisionLog(
      entries: entries.sorted { $0.number < $1.number },
      takenBack: imports.filter { $0.kind == "adjudications" && $0.undoneAt != nil }.map {
        DecisionLog.Undone(entry: $0, decisions: undone[$0.id] ?? [])
      }.filter { caseID == nil || !$0.decisions.isEmpty })
  }
}

extension Study {
  /// Reads every decision; see ``StudySnapshot/decisionLog(caseID:)``.
  public func decisionLog(caseID: String? = nil) throws -> DecisionLog {
    try read { try $0.decisionLog(caseID: caseID) }
  }
}
