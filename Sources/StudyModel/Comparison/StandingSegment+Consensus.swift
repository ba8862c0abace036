extension StandingSegment {
  /// The segments of a source that stand under a rule of consensus and speak for a construct, or both
  /// for and against it.
  ///
  /// Contrary ones, codes that say what was wanted, and codes the framework does not know are left
  /// out.
  public static func all(
    in consensus: Consensus, under rule: ConsensusRule, framework: Framework
  ) -> [StandingSegment] {
    consensus.eachUnit(under: rule).compactMap { unit in
      guard unit.stands, unit.valence != .contrary,
        let meaning = framework.meaning(ofCode: unit.code), !meaning.desired
      else { return nil }
      return StandingSegment(
        caseID: consensus.source.caseID, phase: consensus.source.phase,
        source: consensus.source.id, kind: consensus.source.kind, span: unit.span,
        construct: meaning.construct)
    }
  }
}
