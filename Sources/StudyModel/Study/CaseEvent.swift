/// Something that happened in a case, as the researcher recorded it.
public struct CaseEvent: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// When: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var date: String
  /// What happened.
  public var event: String
  /// Of what kind it is; may be empty.
  public var kind: String
  /// Whether others than the researcher may read of it; nil where nothing was said.
  public var clear: Bool?

  /// Makes an event.
  public init(caseID: String, date: String, event: String, kind: String = "", clear: Bool? = nil) {
    self.caseID = caseID
    self.date = date
    self.event = event
    self.kind = kind
    self.clear = clear
  }
}
