/// Everything a report on cases is made from: what is seen of the study, and what the report says of it and
/// of itself.
@dynamicMemberLookup
public struct ReportInput: Sendable {
  /// The study and the program.
  public var study: StudyFacts
  /// What is seen of the study.
  public var seen: SeenStudy

  /// Creates an input.
  public init(_ seen: SeenStudy, on study: StudyFacts) { (self.seen, self.study) = (seen, study) }

  /// Something of what is seen.
  public subscript<Value>(dynamicMember path: WritableKeyPath<SeenStudy, Value>) -> Value {
    get { seen[keyPath: path] }
    set { seen[keyPath: path] = newValue }
  }

  /// Something that follows from what is seen.
  public subscript<Value>(dynamicMember path: KeyPath<SeenStudy, Value>) -> Value {
    seen[keyPath: path]
  }
}
