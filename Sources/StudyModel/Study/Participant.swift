/// Who takes part, under a pseudonym.
public struct Participant: Sendable, Hashable {
  /// What somebody does in a case.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Takes part.
    case participant
    /// Convenes.
    case convenor
  }

  /// The pseudonym.
  public var id: String
  /// The case.
  public var caseID: String
  /// The organization; nil where it is not stated.
  public var organization: String?
  /// The role.
  public var role: Role
  /// Whether more than the smallest may be said of what they told; nil where they were not asked.
  public var agreed: Bool?
  /// Further columns.
  public var attributes: [Attribute]

  /// Creates a participant.
  public init(
    id: String, caseID: String, organization: String?, role: Role, agreed: Bool? = nil,
    attributes: [Attribute] = []
  ) {
    self.id = id
    self.caseID = caseID
    self.organization = organization
    self.role = role
    self.agreed = agreed
    self.attributes = attributes
  }

  /// Whether this is a convenor.
  public var isConvenor: Bool { role == .convenor }

  /// Whether the person agreed that others may read in words what the interviews say although few
  /// were interviewed: `yes` in the column `agreed`.
  public var hasAgreed: Bool { agreed == true }
}
