/// What a passage was coded with: a construct, as something that was received or as one that was wanted,
/// and on which side.
public struct QuoteMark: Sendable, Hashable {
  /// The construct.
  public var construct: String
  /// Whether the code says that it was wanted.
  public var isWanted: Bool
  /// On which side.
  public var valence: Valence

  /// Creates a mark.
  public init(construct: String, isWanted: Bool = false, valence: Valence) {
    self.construct = construct
    self.isWanted = isWanted
    self.valence = valence
  }
}
