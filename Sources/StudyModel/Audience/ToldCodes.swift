/// The codes of which others than the researcher may be told in each case and phase.
///
/// Of what a code stands for others are told a word a case and phase. How coders agree on the code would say
/// what the word hides: that one person spoke of it, or that one contradicts all others. So a code counts only
/// where its word says that several spoke, or where there is nobody to make out.
public struct ToldCodes: Sendable {
  private let framework: Framework
  /// What may be told of each case and phase in which somebody speaks, or may.
  private let told: [CasePhase: Set<CodeMeaning>]

  /// Reads what is told in words.
  ///
  /// - Parameters:
  ///   - interviews: The evidence; of the whole set it holds none, so of interviews there nothing is told.
  ///   - shown: The sources of which others may be told.
  public init(_ interviews: InterviewEvidence, in shown: ShownSources) {
    self.init(
      interviews.framework,
      told: Dictionary(
        shown.placesOfPeople.map { ($0, interviews.meaningsTold(of: $0)) },
        uniquingKeysWith: { first, _ in first }))
  }

  init(_ framework: Framework, told: [CasePhase: Set<CodeMeaning>]) {
    (self.framework, self.told) = (framework, told)
  }

  /// Of how much others may be told in a case and phase; nil where nobody speaks there, and all may be told.
  public func count(at place: CasePhase) -> Int? { told[place]?.count }

  /// Those of some codes of which others may be told in a case and phase and, where somebody speaks, the names of
  /// the others that are told there: that nobody coded something is not told.
  func told(at place: CasePhase, of codes: [String]) -> Set<String> {
    let named = Set(codes.filter { contains($0, at: place) })
    return named.union((told[place] ?? []).map(\.code))
  }

  /// Whether others may be told of a code in a case and phase; never of one that stands for nothing.
  public func contains(_ code: String, at place: CasePhase) -> Bool {
    guard let meaning = framework.meaning(ofCode: code) else { return false }
    return told[place]?.contains(meaning) ?? true
  }
}

extension InterviewEvidence {
  /// Of what others are told that several spoke, in a case and phase.
  fileprivate func meaningsTold(of place: CasePhase) -> Set<CodeMeaning> {
    guard let caseID = place.caseID, let cell = cells.cell(caseID: caseID, phase: place.phase)
    else { return [] }
    let seen = SeenInterviews(evidence[cell], tree: tree, rules: framework.scoring)
    return Set(
      seen.quotable(tree).map { CodeMeaning(construct: $0.construct, desired: $0.isWanted) })
  }
}
