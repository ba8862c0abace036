/// One difference between two versions of a framework, as somebody sees it before it comes into force.
public struct FrameworkChange: Sendable, Hashable {
  /// What part of the framework differs.
  public enum Part: String, Sendable, Hashable {
    case framework, reference, attribute, construct, code, questionnaire, item, guide, scoring
    case pillar, section, finding, recommendation, table
  }

  /// How it differs.
  public enum Kind: String, Sendable, Hashable {
    case added, removed
    /// The same thing under another name.
    case renamed
    /// The same thing with another id: codings and answers under the old id need the new one.
    case moved
    case changed
  }

  /// The part.
  public var part: Part
  /// Its id in the newer version, or in the older one where it is gone; empty where it has none.
  public var id: String
  /// How it differs.
  public var kind: Kind
  /// What differs, in words: the names before and after, or the properties.
  public var detail: String
  /// The id in the older version, where it is another.
  public var previousID: String?
  /// Whether scores of a study may come out otherwise because of it.
  public var changesScores: Bool

  /// Creates a change.
  public init(
    part: Part, id: String, kind: Kind, detail: String = "", previousID: String? = nil,
    changesScores: Bool = false
  ) {
    self.part = part
    self.id = id
    self.kind = kind
    self.detail = detail
    self.previousID = previousID
    self.changesScores = changesScores
  }
}
