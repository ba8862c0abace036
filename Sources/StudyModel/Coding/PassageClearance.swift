/// Which passages may be quoted outside the team.
///
/// One yes and no no clears a passage; a blank is no answer. A no holds for everything that overlaps
/// it: who refused part of a passage did not clear the whole.
public struct PassageClearance: Sendable, Hashable {
  /// A coded passage of which somebody said whether it may be quoted.
  public struct Passage: Sendable, Hashable {
    /// The source's id.
    public var source: String
    /// The version of its text, by a number of its own.
    public var version: Int64
    /// Where it stands.
    public var span: Span
    /// Its words; nil where none are kept.
    public var text: String?
    /// Whether somebody said yes.
    public var hasYes: Bool
    /// Whether somebody said no.
    public var hasNo: Bool

    /// Creates a passage.
    public init(
      source: String, version: Int64, span: Span, text: String?, hasYes: Bool, hasNo: Bool
    ) {
      self.source = source
      self.version = version
      self.span = span
      self.text = text
      self.hasYes = hasYes
      self.hasNo = hasNo
    }
  }

  /// How many passages may be quoted.
  public let cleared: Int
  /// The passages that somebody cleared and somebody else refused, whole or in part.
  public let refused: [Passage]
  /// How many passages nobody said anything of.
  public let waiting: Int

  /// Sorts passages out.
  ///
  /// - Parameters:
  ///   - answered: Those of which somebody said yes or no.
  ///   - waiting: How many others there are.
  public init(_ answered: [Passage], waiting: Int) {
    var refusals: [Int64: [Span]] = [:]
    for passage in answered where passage.hasNo {
      refusals[passage.version, default: []].append(passage.span)
    }
    var (cleared, refused) = (0, [Passage]())
    for passage in answered where passage.hasYes {
      if Self.isRefused(passage.span, refusals[passage.version] ?? []) {
        refused.append(passage)
      } else {
        cleared += 1
      }
    }
    self.cleared = cleared
    self.refused = refused
    self.waiting = waiting
  }

  /// Whether a passage overlaps one that was refused.
  public static func isRefused(_ span: Span, _ refusals: [Span]) -> Bool {
    refusals.contains { $0.start < span.end && span.start < $0.end }
  }
}
