/// A case in one of its phases.
public struct CasePhase: Hashable, Sendable {
  /// The case; nil for the whole set.
  public var caseID: String?
  /// The phase; nil where none is stated.
  public var phase: String?

  /// Creates a place.
  public init(caseID: String?, phase: String?) { (self.caseID, self.phase) = (caseID, phase) }

  /// That of a source.
  public init(of source: Source) { self.init(caseID: source.caseID, phase: source.phase) }
}
