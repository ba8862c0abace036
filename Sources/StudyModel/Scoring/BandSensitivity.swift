/// A construct whose band hangs on the rule of consensus.
///
/// Scoring specification, section 1, last paragraph.
public struct BandSensitivity: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// The construct.
  public var construct: String
  /// The band under each rule; a rule under which there is none is not listed.
  public var bands: [ConsensusRule: Band]

  /// Creates a row.
  public init(caseID: String, phase: String?, construct: String, bands: [ConsensusRule: Band]) {
    self.caseID = caseID
    self.phase = phase
    self.construct = construct
    self.bands = bands
  }
}

extension Scoring {
  /// The constructs whose band would be another under another rule of consensus.
  ///
  /// Having a band under one rule and none under another counts as another band.
  ///
  /// - Parameters:
  ///   - scores: The scores of the same study under each rule, in the same order.
  ///   - rule: The rule the study is scored by.
  /// - Returns: In the order of the scores; empty where scores under the rule are missing.
  public static func sensitivity(
    _ scores: [ConsensusRule: [CaseScore]], scoredBy rule: ConsensusRule
  )
    -> [BandSensitivity]
  {
    (scores[rule] ?? []).enumerated().flatMap { place, score in
      score.constructs.enumerated().compactMap { number, construct in
        var bands: [ConsensusRule: Band] = [:]
        var differs = false
        for (other, list) in scores
        where list.indices.contains(place) && list[place].constructs.indices.contains(number) {
          let band = list[place].constructs[number].band
          bands[other] = band
          if band != construct.band { differs = true }
        }
        return differs
          ? BandSensitivity(
            caseID: score.caseID, phase: score.phase, construct: construct.id, bands: bands) : nil
      }
    }
  }
}
