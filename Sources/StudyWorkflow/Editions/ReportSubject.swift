public import StudyModel

/// What a report is of, with what can be asked of it.
public enum ReportSubject: Sendable, Hashable {
  /// The health of a case, in a phase or the last one.
  case health(caseID: String, phase: String? = nil)
  /// All cases side by side, in a phase or the last one, ordered and grouped by attributes that they state.
  case comparison(phase: String? = nil, arranged: CaseArrangement = .init())
  /// How well coders agree, now or at the end of a day such as `2026-03-31`, with the plan of intervals, which the
  /// researcher alone is shown; nil for the usual one.
  case agreement(asOf: String? = nil, plan: StudyAgreement.Plan? = nil)
  /// How the figures came about, with the same.
  case methods(plan: StudyAgreement.Plan? = nil)
  /// The tables of the comparison and of the methods report, for a paper; for its readers it is made as for others.
  case tables(phase: String? = nil, arranged: CaseArrangement = .init())

  /// For whose eyes it is unless it is told.
  public var usualAudience: Audience {
    switch self {
    case .health: .convenor
    case .comparison: .workingGroup
    case .agreement, .methods, .tables: .researcher
    }
  }

  /// Which report.
  var kind: ReportKind {
    switch self {
    case .health: .health
    case .comparison: .comparison
    case .agreement: .agreement
    case .methods: .methods
    case .tables: .tables
    }
  }

  var caseID: String? {
    if case .health(let id, _) = self { return id }
    return nil
  }

  var phase: String? {
    switch self {
    case .health(_, let phase), .comparison(let phase, _), .tables(let phase, _): phase
    case .agreement, .methods: nil
    }
  }

  /// The same of the phase that it turned out to be of, where none was asked for.
  func `in`(phase: String?) -> ReportSubject {
    guard self.phase == nil else { return self }
    return switch self {
    case .health(let id, _): .health(caseID: id, phase: phase)
    case .comparison(_, let arranged): .comparison(phase: phase, arranged: arranged)
    case .tables(_, let arranged): .tables(phase: phase, arranged: arranged)
    case .agreement, .methods: self
    }
  }
}
