/// What names may be declared of a table of ratings or codes, by the words that a file of them uses.
public enum RatedNames: String, Sendable, Hashable, CaseIterable {
  case categories, codes, coders
}

/// A text with where it begins and ends.
public struct DocumentExtent: Sendable, Hashable {
  /// Its name, as the table has it.
  public var name: String
  /// From its first character to behind its last.
  public var extent: Range<Int>

  /// Declares a text.
  public init(name: String, extent: Range<Int>) { (self.name, self.extent) = (name, extent) }
}
