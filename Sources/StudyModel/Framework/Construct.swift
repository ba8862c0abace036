/// What a score is of: a form of value, a practice, a context factor, a process.
public struct Construct: Sendable, Hashable {
  /// The id, which is also its code, such as `process.intuiting`.
  public var id: String
  /// The field's name.
  public var name: String
  /// The name in plain words, as a member of a collaboration would say it.
  public var plainName: String
  /// What kind of thing it is, such as `form of value`, `practice`, `behaviour`, `process`.
  public var kind: String
  /// The level of learning: `individual`, `group`, `organization`, `inter-organization`, or several.
  public var levels: [String]
  /// What it means.
  public var definition: String
  /// What is coded with it.
  public var inclusion: [String]
  /// What is not, and where that belongs.
  public var exclusion: [String]
  /// A short example of what somebody might say.
  public var example: String?
  /// Where the model states it.
  public var source: Citation
  /// The parent in the tree, nil for a root.
  public var parent: String?
  /// Whether its children are kinds that exclude or oppose each other: then it has no level.
  ///
  /// It has a repertoire, and is no part of its own parent's level. Scoring specification, section 2.
  public var childrenAreKinds: Bool

  /// Creates a construct.
  public init(
    id: String, name: String, plainName: String? = nil, kind: String, levels: [String],
    definition: String, inclusion: [String] = [], exclusion: [String] = [],
    example: String? = nil, source: Citation, parent: String? = nil,
    childrenAreKinds: Bool = false
  ) {
    self.id = id
    self.name = name
    self.plainName = plainName ?? name
    self.kind = kind
    self.levels = levels
    self.definition = definition
    self.inclusion = inclusion
    self.exclusion = exclusion
    self.example = example
    self.source = source
    self.parent = parent
    self.childrenAreKinds = childrenAreKinds
  }
}
