/// The recommendations that findings call for.
public enum Recommendations {
  /// A recommendation with the findings that call for it.
  public struct Called: Sendable, Hashable {
    /// What to do.
    public var recommendation: Recommendation
    /// The findings calling for it, in their order.
    public var findings: [Finding]
    /// The largest loss among them, in points of the scale.
    public var loss: Double

    /// Creates a called recommendation.
    public init(recommendation: Recommendation, findings: [Finding], loss: Double) {
      self.recommendation = recommendation
      self.findings = findings
      self.loss = loss
    }
  }

  /// Each recommendation called for once, by the largest loss among the findings calling for it; of
  /// equal losses the one that comes first in the framework's rules, then in its recommendations.
  ///
  /// A recommendation the framework does not have is left out: reading a framework refuses that.
  public static func ordered(from findings: [Finding], framework: Framework) -> [Called] {
    let rules = framework.findings.map(\.id)
    let called = framework.recommendations.enumerated().compactMap { place, recommendation in
      let calling = findings.filter { $0.recommends.contains(recommendation.id) }
      let rule = calling.compactMap { rules.firstIndex(of: $0.rule) }.min() ?? rules.count
      return calling.gravestFirst.first.map {
        Ranked(
          called: Called(recommendation: recommendation, findings: calling, loss: $0.weight),
          rule: rule, place: place)
      }
    }
    return called.sorted { left, right in
      if left.called.loss != right.called.loss { return left.called.loss > right.called.loss }
      return (left.rule, left.place) < (right.rule, right.place)
    }.map(\.called)
  }

  private struct Ranked {
    var called: Called
    var rule: Int
    var place: Int
  }
}
