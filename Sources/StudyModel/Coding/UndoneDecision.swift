/// A decision of an import that was taken back.
public struct UndoneDecision: Sendable, Hashable {
  /// The source.
  public var source: String
  /// The source's case; nil for the whole set.
  public var caseID: String?
  /// The decision; its `row` is that of the file.
  public var decision: Adjudication
  /// The import that brought it.
  public var importID: Int64

  /// Creates a decision that was taken back.
  public init(source: String, caseID: String?, decision: Adjudication, importID: Int64) {
    self.source = source
    self.caseID = caseID
    self.decision = decision
    self.importID = importID
  }
}
