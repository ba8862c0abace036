public import StudyModel
import StudyStore

extension Study {
  /// The study's codings counted by two things.
  public func matrix(
    rows: CodeMatrix.Dimension, columns: CodeMatrix.Dimension
  ) throws -> CodeMatrix {
    try read { try $0.matrix(rows: rows, columns: columns) }
  }
}

extension StudySnapshot {
  /// The study's codings counted by two things.
  public func matrix(
    rows: CodeMatrix.Dimension, columns: CodeMatrix.Dimension
  ) throws -> CodeMatrix {
    let sources = try reader.sources()
    let participants = try reader.participants()
    let phases = try reader.phases().values.sorted { $0.isBefore($1) }.map(\.name)
    var count = CodeCount(
      rows: rows, columns: columns, sources: sources, participants: participants,
      hasPhases: !phases.isEmpty)
    try reader.forEachCodeCount { count.add(source: $0, code: $1, count: $2) }
    let cases = try reader.cases().map(\.case.id)
    func order(_ dimension: CodeMatrix.Dimension) -> [String] {
      switch dimension {
      case .codes: framework.constructs.map(\.id)
      case .cases: cases
      case .phases: phases + [Phase.notStated]
      case .participants, .roles: []
      }
    }
    return CodeMatrix(count, rows: order(rows), columns: order(columns))
  }
}
