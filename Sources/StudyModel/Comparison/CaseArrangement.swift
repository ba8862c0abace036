/// How cases are set side by side: the attribute by which they are ordered, and the one by which they are grouped.
public struct CaseArrangement: Sendable, Hashable {
  /// The attribute by which they are ordered, within groups; nil: the framework's first ordered one that they state.
  public var order: String?
  /// The attribute of which those with the same value stand together; nil: the one they are ordered by, where it has
  /// few values.
  public var groupBy: String?

  /// Into so many groups cases may be set: more are no groups to compare.
  public static let mostGroups = 12

  /// Creates an arrangement.
  public init(order: String? = nil, groupBy: String? = nil) {
    (self.order, self.groupBy) = (order, groupBy)
  }
}
