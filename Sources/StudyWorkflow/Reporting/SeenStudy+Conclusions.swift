import Reports
import StudyModel

/// What is concluded from what some eyes see, and from nothing else.
extension SeenStudy {
  /// Adds what the rules conclude of each case and, to compare them, of all cases of each phase.
  mutating func conclude(comparing: Bool) {
    let engine = FindingEngine(framework: framework)
    findings = caseFindings(by: engine)
    guard comparing else { return }
    let phases = scoredPhases
    conclusions = phases.map { concluded(of: $0, by: engine) }
  }

  /// The phases of the scores in time, nil after them for what states none; a single nil where the
  /// study has none.
  private var scoredPhases: [String?] {
    let used = Set(scores.map { $0.phase })
    let known: [String?] = phases.map(\.name).filter { used.contains($0) }
    return known + (used.contains(nil) ? [nil] : [])
  }

  private func scores(of phase: String?) -> [SeenScore] { scores.filter { $0.phase == phase } }

  private func caseFindings(by engine: FindingEngine) -> [CaseFindings] {
    let about = Dictionary(
      cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return scores.map { score in
      CaseFindings(
        caseID: score.caseID, phase: score.phase,
        findings: engine.findings(in: score, about: about[score.caseID]))
    }
  }

  /// What all cases of one phase give together: sentences beside figures of another would contradict them.
  private func concluded(of phase: String?, by engine: FindingEngine) -> SetConclusions {
    let compared = scores(of: phase)
    return SetConclusions(
      phase: phase,
      findings: engine.findings(across: compared, cases: cases),
      likeness: likeness(of: compared),
      deviant: framework.expectations.map { expectation in
        DeviantCases(
          outcome: expectation.outcome, conditions: expectation.conditions, scores: compared,
          cases: cases, framework: framework)
      },
      conditions: framework.expectations.map(\.outcome).eachOnce.map { outcome in
        OutcomeConditions(
          outcome: outcome, conditions: OutcomeConditions.candidates(for: outcome, in: framework),
          scores: compared, cases: cases, framework: framework)
      },
      showing: CouldShow.all(
        CouldShow.candidates(in: framework), in: compared, of: cases, rules: framework.scoring))
  }

  /// Cases by how far the forms of value are found in them; nil with fewer than two cases to compare.
  private func likeness(of scores: [SeenScore]) -> Likeness? {
    guard cases.count <= Dendrogram.mostCases else { return nil }
    let profiles = CaseProfiles(scores: scores, cases: cases, framework: framework)
    guard profiles.profiles.count > 1, !profiles.constructs.isEmpty else { return nil }
    let ids = profiles.profiles.map(\.caseID)
    let isOfPeople = scores.contains { score in
      score.constructs.contains { $0.interview?.heard != nil }
    }
    let tree = profiles.dendrogram
    // Groups by the places of their cases: single cases first, then one number a merge.
    var numbers: [Set<Int>: Int] = [:]
    for place in ids.indices { numbers[[place]] = place }
    var merges: [Likeness.Merge] = []
    for merge in tree.merges {
      let left = numbers[Set(merge.left)] ?? 0
      let right = numbers[Set(merge.right)] ?? 0
      numbers[Set(merge.left + merge.right)] = ids.count + merges.count
      merges.append(.init(left: left, right: right, height: merge.height))
    }
    return Likeness(
      cases: ids,
      forms: profiles.constructs.count, isOfPeople: isOfPeople,
      isGraded: profiles.areGraded,
      distances: zip(profiles.distances, profiles.compared).map { distances, compared in
        zip(distances, compared).map { $1 > 0 ? $0 : nil }
      }, compared: profiles.compared,
      merges: merges, notes: tree.notes())
  }
}
