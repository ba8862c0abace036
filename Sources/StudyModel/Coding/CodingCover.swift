/// How many sources one coder, two, or more have read and handed in; see ``Consensus/coders``.
public struct CodingCover: Sendable, Hashable {
  /// Sources nobody has read.
  public var none = 0
  /// Sources one coder has read.
  public var one = 0
  /// Sources two coders have read.
  public var two = 0
  /// Sources more than two coders have read.
  public var more = 0

  /// Creates an empty cover.
  public init() {}

  /// Counts a source that so many coders have read.
  public mutating func add(sourceReadBy coders: Int) {
    switch coders {
    case 0: none += 1
    case 1: one += 1
    case 2: two += 1
    default: more += 1
    }
  }

  /// Takes in the sources of another cover.
  public mutating func merge(_ other: CodingCover) {
    none += other.none
    one += other.one
    two += other.two
    more += other.more
  }
}
