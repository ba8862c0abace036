public import StudyModel

extension ScoringRules {
  /// A rule as a framework writes it.
  public struct Stated: Sendable, Hashable {
    /// The key in `scoring.yaml`.
    public var key: String
    /// Its value.
    public var value: String
    /// The product's default.
    public var standard: String
  }

  /// Every rule that a framework may set, by the keys of the format.
  public var stated: [Stated] {
    ScoringReader.values(self, ScoringRules()).map {
      Stated(key: $0.0, value: $0.1, standard: $0.2)
    }
  }
}
