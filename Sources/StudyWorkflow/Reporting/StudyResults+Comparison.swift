import Reports
public import StudyModel

extension StudyResults {
  /// How many outcomes and labels each case has.
  public var outcomes: OutcomeCounts {
    OutcomeCounts(segments: segments, cases: evidence.cases, framework: framework)
  }

  /// The constructs with evidence for the whole set, in the framework's order.
  public var statedForSet: [String] {
    let stated = Set(segments.filter { $0.caseID == nil }.map(\.construct))
    return framework.constructs.map(\.id).filter(stated.contains)
  }

  /// Those of them with no evidence in any case.
  public var setOnly: [String] { StandingSegment.setOnly(in: segments, framework: framework) }

  /// The cells of cases by constructs, as an audience may see them, in the order of the cases;
  /// without a phase of the study's last.
  public func matrix(for audience: Audience, phase: String?, order: String? = nil) -> CaseMatrix {
    let input = input(for: audience, order: order)
    let wanted = phase ?? lastPhase(of: input.scores) ?? Phase.notStated
    return CaseMatrix(
      scores: input.scores.filter { ($0.phase ?? Phase.notStated) == wanted }, cases: input.cases,
      constructs: framework.constructs.map(\.id), order: .asGiven,
      segments: audience == .researcher ? segments : [])
  }
}
