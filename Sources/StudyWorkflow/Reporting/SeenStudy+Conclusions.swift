import Reports
import StudyModel

/// What is concluded from what some eyes see, and from nothing else.
extension SeenStudy {
  /// Adds findings and the comparison of the cases.
  mutating func conclude() {
    addFindings()
    addComparison()
  }

  /// The phases of the scores in time, nil after them for what states none; a single nil where the
  /// study has none.
  private var scoredPhases: [String?] {
    let used = Set(scores.map { $0.phase })
    let known: [String?] = phases.map(\.name).filter { used.contains($0) }
    return known + (used.contains(nil) ? [nil] : [])
  }

  private static func previous(to phase: String?, in phases: [String?]) -> String? {
    guard phase != nil, let at = phases.firstIndex(of: phase), at > 0 else { return nil }
    return phases[at - 1]
  }

  private func scores(of phase: String?) -> [SeenScore] { scores.filter { $0.phase == phase } }

  private mutating func addFindings() {
    let engine = FindingEngine(framework: framework)
    let phases = scoredPhases
    let byPlace = Dictionary(
      scores.enumerated().map { (CasePhase(caseID: $1.caseID, phase: $1.phase), $0) },
      uniquingKeysWith: { first, _ in first })
    let about = Dictionary(
      cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for score in scores {
      let before = Self.previous(to: score.phase, in: phases).flatMap { phase in
        byPlace[CasePhase(caseID: score.caseID, phase: phase)].map { scores[$0] }
      }
      findings.append(
        CaseFindings(
          caseID: score.caseID, phase: score.phase,
          findings: engine.findings(in: score, about: about[score.caseID], previous: before)))
    }
    guard !scores.isEmpty else { return }
    let last = lastPhase
    let before = Self.previous(to: last, in: phases)
    setFindings = engine.findings(
      across: scores(of: last), cases: cases,
      previous: before.map { scores(of: $0) } ?? [])
  }

  private mutating func addComparison() {
    let latest = scores(of: lastPhase)
    likeness = likeness(of: latest)
    for expectation in framework.expectations {
      let deviants = DeviantCases(
        outcome: expectation.outcome, conditions: expectation.conditions, scores: latest,
        cases: cases, framework: framework)
      deviant += deviants.deviants
    }
  }

  /// Cases by the forms of value found in them; nil with fewer than two cases to compare.
  private func likeness(of scores: [SeenScore]) -> Likeness? {
    guard cases.count <= Dendrogram.mostCases else { return nil }
    let profiles = CaseProfiles(
      scores: scores, cases: cases, framework: framework, isBorneOut: !eyes.seeEverything)
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
      distances: profiles.distances.map { $0.map { $0 } }, merges: merges, notes: tree.notes())
  }
}
