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

/// An attribute by which cases are ordered or grouped.
public struct CaseOrdering: Sendable, Hashable {
  /// The attribute, such as `drive`.
  public var attribute: String
  /// Its name for people, such as `Drive for outcomes`.
  public var label: String

  /// Creates it.
  public init(attribute: String, label: String) {
    self.attribute = attribute
    self.label = label
  }
}
