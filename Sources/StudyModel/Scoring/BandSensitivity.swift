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

/// The scores of a study under each rule of consensus.
public struct ScoresByRule: Sendable {
  /// The rule the study is scored by.
  public let rule: ConsensusRule
  /// The scores under it.
  public let own: [CaseScore]
  /// Those under the other rules, of the same cases, phases and constructs in the same order.
  public let others: [(rule: ConsensusRule, scores: [CaseScore])]

  /// Puts the scores under all rules together.
  public init(
    rule: ConsensusRule, own: [CaseScore], others: [(rule: ConsensusRule, scores: [CaseScore])]
  ) {
    (self.rule, self.own, self.others) = (rule, own, others)
  }

  /// The constructs whose band would be another under another rule of consensus.
  ///
  /// Having a band under one rule and none under another counts as another band. In the order of the
  /// scores.
  public var sensitivity: [BandSensitivity] {
    own.enumerated().flatMap { place, score in
      score.constructs.enumerated().compactMap { number, construct in
        var bands: [ConsensusRule: Band] = [:]
        bands[rule] = construct.band
        var differs = false
        for (other, list) in others
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
