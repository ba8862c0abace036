/// The codes on which others than the researcher may be told how coders agree, in each case and phase.
///
/// Of what a code stands for others are told a word a case and phase. How coders agree on the code would say
/// what the word hides: that one person spoke of it, or that one contradicts all others. So a code counts only
/// where its word says that several spoke, or where there is nobody to make out.
public struct ToldCodes: Sendable {
  /// The least of S (1 - S/N), S being how many speak of what is told and N how many could, over all told
  /// constructs: both are published.
  ///
  /// Beside them each of the three words then leaves five numbers of disputes or more, for two coders on as many
  /// sources as people and on 150 units and more. Where few speak of much, or nearly everybody of everything, one
  /// word is one number.
  static let leastSpread = 30.0

  /// Whether so many who speak, of so many who could, leave enough open.
  static func leavesOpen(speaking: Int, of all: Int) -> Bool {
    guard all > 0 else { return false }
    let speaking = Double(speaking)
    return speaking * (1 - speaking / Double(all)) >= leastSpread
  }

  private let framework: Framework
  /// What may be told of each case and phase in which somebody speaks, or may.
  private let told: [CasePhase: Set<String>]

  /// Reads what is told in words.
  ///
  /// - Parameters:
  ///   - interviews: The evidence; of the whole set it holds none, so of interviews there nothing is told.
  ///   - shown: The sources of which others may be told.
  public init(_ interviews: InterviewEvidence, in shown: ShownSources) {
    self.init(
      interviews.framework,
      told: Dictionary(
        shown.placesOfPeople.map { ($0, interviews.codesTold(of: $0)) },
        uniquingKeysWith: { first, _ in first }))
  }

  init(_ framework: Framework, told: [CasePhase: Set<String>]) {
    (self.framework, self.told) = (framework, told)
  }

  /// Whether somebody speaks in the sources of a case and phase, or may.
  public func hasPeople(at place: CasePhase) -> Bool { told[place] != nil }

  /// The codes of which others may be told in a case and phase in which somebody speaks.
  public func told(at place: CasePhase) -> Set<String> { told[place] ?? [] }

  /// Whether a code stands for a construct.
  public func standsForSomething(_ code: String) -> Bool {
    framework.meaning(ofCode: code) != nil
  }
}

extension InterviewEvidence {
  /// The codes of which others are told that several spoke, in a case and phase; none where the numbers of those
  /// who speak leave too little open.
  fileprivate func codesTold(of place: CasePhase) -> Set<String> {
    guard let caseID = place.caseID, let cell = cells.cell(caseID: caseID, phase: place.phase)
    else { return [] }
    let seen = SeenInterviews(evidence[cell], tree: tree, rules: framework.scoring)
    let voices = tree.ids.indices.filter(tree.isLeaf).compactMap { number in
      seen.figures.indices.contains(number) ? seen.figures[number].voices : nil
    }
    guard
      ToldCodes.leavesOpen(
        speaking: voices.reduce(0) { $0 + $1.speaking },
        of: voices.reduce(0) { $0 + $1.interviewees })
    else { return [] }
    return Set(
      seen.quotable(tree).map { CodeMeaning(construct: $0.construct, desired: $0.isWanted).code })
  }
}
