/// An action that findings call for, with its reasons and where the case stands on it today: formed once, for
/// whatever speaks of it.
public struct CalledAction: Sendable, Hashable {
  /// What to do.
  public let recommendation: Recommendation
  /// The findings that it follows from, in the order of the rules.
  ///
  /// Each speaks of something that it acts on.
  public let reasons: [Finding]
  /// Where the case stands on what it aims at; nil for one without an aim.
  public let today: AimToday?

  /// Whether it need not be asked for, since its aim is met.
  public var isMet: Bool { today?.isMet == true }

  /// The actions that findings of a case call for, those included whose aim is met.
  ///
  /// In the order of the first rule that calls for each, then of the framework's recommendations: losses that
  /// findings name rest on intervals that overlap, and order nothing.
  public static func all(
    from findings: [Finding], in score: SeenScore, framework: Framework
  ) -> [CalledAction] {
    let rules = framework.findings.map(\.id)
    let called = framework.recommendations.enumerated().compactMap { place, recommendation in
      let calling = findings.filter {
        $0.recommends.contains(recommendation.id) && !$0.isOfFewVoices
      }
      return CalledAction(recommendation, calledBy: calling, in: score, framework).map {
        action -> (rule: Int, place: Int, action: CalledAction) in
        (calling.compactMap { rules.firstIndex(of: $0.rule) }.min() ?? rules.count, place, action)
      }
    }
    return called.sorted { ($0.rule, $0.place) < ($1.rule, $1.place) }.map(\.action)
  }

  /// The action; nil where no finding that calls for it is a reason for it.
  private init?(
    _ recommendation: Recommendation, calledBy findings: [Finding], in score: SeenScore,
    _ framework: Framework
  ) {
    let actsOn = framework.family(of: recommendation.actsOn)
    let fitting = findings.filter {
      recommendation.actsOn.isEmpty || !actsOn.isDisjoint(with: $0.speaksOf)
    }
    guard !fitting.isEmpty else { return nil }
    self.recommendation = recommendation
    reasons = fitting
    // What a reason names comes before what is only under it.
    let named = Set(fitting.flatMap(\.speaksOf)).intersection(actsOn)
    today = recommendation.aim.map { aim in
      let isNamed = !named.isDisjoint(with: aim.of)
      return AimToday(aim, spokenOf: isNamed ? named : framework.family(of: named), in: score)
    }
  }
}

extension Finding {
  /// The constructs that it speaks of; none of one about a pillar, an attribute or the case as a whole.
  public var speaksOf: Set<String> { Set(constructs + [construct].compactMap(\.self)) }
}

extension Framework {
  /// Constructs and all that is under them.
  fileprivate func family(of ids: some Sequence<String>) -> Set<String> {
    Set(ids.flatMap { [$0] + descendants(of: $0).map(\.id) })
  }
}
