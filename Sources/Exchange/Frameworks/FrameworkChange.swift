public import StudyModel

/// One difference between two versions of a framework, as `framework update` shows it.
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

  /// All that differs between two versions, part by part, in the newer one's order, what is gone last.
  ///
  /// A construct that is gone and one that is new count as one that was moved where they alone have
  /// the same name. Linear in the size of the two, but for that search.
  public static func between(_ old: Framework, _ new: Framework) -> [FrameworkChange] {
    head(old, new)
      + parts(.reference, old.references, new.references, id: \.key)
      + parts(.attribute, old.attributes, new.attributes, id: \.id)
      + constructs(old, new)
      + codes(old, new)
      + parts(.questionnaire, old.questionnaires, new.questionnaires, id: \.id) { one, other in
        properties([
          ("version", one.version == other.version), ("title", one.title == other.title),
          ("audience", one.audience == other.audience),
          ("introduction", one.introduction == other.introduction),
          ("scale", one.scale == other.scale),
          ("items", one.items.map(\.id) == other.items.map(\.id)),
        ])
      }
      + items(old, new)
      + parts(.guide, old.guides, new.guides, id: \.id)
      + scoring(old, new)
      + parts(.pillar, old.pillars, new.pillars, id: \.id, changesScores: true)
      + parts(.section, old.sections, new.sections, id: \.id)
      + parts(.finding, old.findings, new.findings, id: \.id)
      + parts(.recommendation, old.recommendations, new.recommendations, id: \.id)
      + parts(.table, old.tables, new.tables, id: \.id)
  }
}
