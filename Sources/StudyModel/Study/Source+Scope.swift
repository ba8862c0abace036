extension Source {
  /// Of which cases a source is evidence.
  public enum Scope: Sendable, Hashable {
    /// The whole set of them, which no case's score uses.
    case wholeSet
    /// One case, by its id.
    case `case`(String)

    /// What files and tables write for the whole set, which therefore is no case's id.
    private static let wholeSetName = "*"

    /// Reads what a file names.
    public init(name: String) { self = name == Self.wholeSetName ? .wholeSet : .case(name) }

    /// The scope of a source's case; nil is the whole set.
    public init(caseID: String?) { self = caseID.map(Scope.case) ?? .wholeSet }

    /// As files and tables write it.
    public var name: String { caseID ?? Self.wholeSetName }

    /// The case; nil for the whole set.
    public var caseID: String? {
      switch self {
      case .wholeSet: nil
      case .case(let id): id
      }
    }
  }

  /// Of which cases it is evidence.
  public var scope: Scope { Scope(caseID: caseID) }
}
