/// What a study knows of rejected rows that a file may bring back.
public struct AwaitedRejects: Sendable, Hashable {
  /// The names of the files they were in, of the same kind as the one at hand.
  public var files: Set<String>
  /// The one of them that the name of the file at hand speaks of; nil where it speaks of none.
  public var byName: String?

  /// Knows of some; of none unless told.
  public init(files: Set<String> = [], byName: String? = nil) {
    (self.files, self.byName) = (files, byName)
  }
}
