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
    try addCodings(to: &count, of: sources)
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

  /// Counts the codings by their meanings.
  ///
  /// Where codes in use share a meaning, one coder may have put both on a span, which counts once: that
  /// takes to look at the codings one by one.
  private func addCodings(to count: inout CodeCount, of sources: [Source]) throws {
    let codebook = Codebook(framework)
    let meanings = try reader.codes().flatMap(codebook.meanings)
    guard Set(meanings).count == meanings.count else {
      let places = Dictionary(
        sources.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
      try forEachSource { consensus in
        guard let source = places[consensus.source.id] else { return }
        for (code, own) in Dictionary(grouping: consensus.codings, by: \.code) {
          count.add(source: source, code: code, count: own.count)
        }
      }
      return
    }
    try reader.forEachCodeCount { source, code, codings in
      for meaning in codebook.meanings(of: code) {
        count.add(source: source, code: meaning, count: codings)
      }
    }
  }
}
