/// A coder who is registered for sources, has coded nothing in them, and is not said to have read them: no
/// vote, no silence, and no part in agreement there.
public struct NotHandedIn: Sendable, Hashable {
  /// The coder.
  public var coder: String
  /// How many sources are awaited.
  public var sources: Int

  /// Says how many sources are awaited of a coder.
  public init(coder: String, sources: Int) {
    (self.coder, self.sources) = (coder, sources)
  }

  /// Those of whom something is awaited, by name, from how many sources each.
  public static func all(_ awaited: [String: Int]) -> [NotHandedIn] {
    awaited.map { NotHandedIn(coder: $0.key, sources: $0.value) }.sorted { $0.coder < $1.coder }
  }

  /// `"ben" has not handed in 3 sources and "chi" 1`; nil where nothing is awaited.
  public static func sentence(_ all: [NotHandedIn]) -> String? {
    guard let first = all.first else { return nil }
    let others = all.dropFirst().map { "\"\($0.coder)\" \(Words.thousands($0.sources))" }
    return Words.list(
      ["\"\(first.coder)\" has not handed in \(Words.count(first.sources, "source"))"] + others)
  }
}
