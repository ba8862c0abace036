/// What one case could show another: a construct that is there in some cases, and not in others.
public struct CouldShow: Sendable, Hashable {
  /// The construct.
  public let construct: String
  /// The cases in which it is a strength and does not fall clearly short of what is wanted, in their order.
  ///
  /// Without a level, those in which it is evident.
  public let able: [String]
  /// The cases in which it is a concern; without a level, denied.
  public let short: [String]

  /// What can be shown: the forms of value, and whatever a rule of the framework can say of a case that it falls
  /// short; of what only describes cases none is ahead of another.
  public static func candidates(in framework: Framework) -> [String] {
    let forms = framework.valueForms.map(\.id)
    let judged = framework.findings.filter { $0.scope == .case && $0.tone == .shortfall }
      .flatMap(\.each)
    let all = Set(forms + judged)
    return framework.constructs.map(\.id).filter { framework.isLeaf($0) && all.contains($0) }
  }

  /// What the cases could show each other, in the order of the framework; nothing of what all or none are able to.
  ///
  /// Silence is no lack: a case of which nobody knows is in neither list, nor is one on which sources contradict each
  /// other or whose level may as well lie on the other side of the border.
  ///
  /// - Parameters:
  ///   - constructs: The constructs to look at.
  ///   - scores: A score a case, of one phase, as the reader may see them.
  ///   - cases: The cases, in order.
  ///   - rules: For the border of a concern.
  /// - Returns: A row a construct.
  public static func all(
    _ constructs: [String], in scores: [SeenScore], of cases: [Case], rules: ScoringRules
  ) -> [CouldShow] {
    let byCase = Dictionary(
      scores.map { ($0.caseID, $0) }, uniquingKeysWith: { first, _ in first })
    return constructs.compactMap { id in
      func having(_ standing: Standing) -> [String] {
        cases.map(\.id).filter { caseID in
          guard let construct = byCase[caseID]?.construct(id), construct.standing == standing
          else { return false }
          return construct.occurrence(border: rules.developingFrom) != .unclear
        }
      }
      let (able, short) = (having(.there), having(.notThere))
      return able.isEmpty || short.isEmpty
        ? nil : CouldShow(construct: id, able: able, short: short)
    }
  }
}
