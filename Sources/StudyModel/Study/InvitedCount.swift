/// How many were invited to answer.
public struct InvitedCount: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where none is stated.
  public var phase: String?
  /// The organization; empty for the case as a whole.
  public var organization: String
  /// How many.
  public var invited: Int

  /// Creates a count.
  public init(caseID: String, phase: String? = nil, organization: String = "", invited: Int) {
    self.caseID = caseID
    self.phase = phase
    self.organization = organization
    self.invited = invited
  }
}
