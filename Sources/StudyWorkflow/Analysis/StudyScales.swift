public import StudyModel
import StudyStore

extension Study {
  /// The scales of the survey, read from the study in one pass over its answers; nil where there is
  /// no response.
  public func scales() throws -> SurveyScales? {
    try file.read { reader in
      let versions = try reader.instrumentVersions()
      guard !versions.isEmpty else { return nil }
      let cases = try reader.cases()
      let phases = try reader.phases()
      let ordered = phases.values.sorted { $0.isBefore($1) }.map(\.name)
      let cells = StudyCells(cases: cases.map(\.case.id), phases: [nil] + ordered)
      var scales = SurveyScales(
        framework: framework, cells: cells, asked: Set(versions.values.joined()))
      let layouts = versions.mapValues { scales.layout(columns: $0) }
      let caseAt = Dictionary(
        uniqueKeysWithValues: cases.enumerated().map { ($0.element.number, $0.offset) })
      let phaseAt = phases.mapValues { cells.index(ofPhase: $0.name) ?? 0 }
      // Responses come in runs of one questionnaire version.
      var last: (version: Int64, layout: ScaleLayout)?
      try reader.forEachResponse { response in
        if last?.version != response.version {
          last = layouts[response.version].map { (response.version, $0) }
        }
        guard let layout = last?.layout, let at = caseAt[response.caseNumber] else { return }
        scales.add(
          case: at, phase: response.phaseNumber.flatMap { phaseAt[$0] } ?? 0,
          answers: response.answers, layout: layout)
      }
      return scales
    }
  }
}
