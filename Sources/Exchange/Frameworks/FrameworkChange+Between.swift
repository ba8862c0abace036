public import StudyModel

extension FrameworkChange {
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
