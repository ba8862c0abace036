extension Framework {
  /// What an attribute of cases is called within a sentence or, capitalized, above a column: as the part of
  /// the layout that shows it says, else as the framework or any other part names it, else its own name
  /// with blanks.
  public func label(
    ofAttribute name: String, in part: ReportSection.Part? = nil
  ) -> String {
    let parts = sections.flatMap(\.parts)
    return part?.label(ofAttribute: name)
      ?? attributes.first { $0.id == name }?.name
      ?? parts.lazy.compactMap { $0.label(ofAttribute: name) }.first
      ?? name.replacing("-", with: " ").replacing("_", with: " ")
  }

  /// The name of a code for people, `Trust (wanted)`; nil for a code that stands for no construct.
  public func name(ofCode code: String, inSentence: Bool = false) -> String? {
    let names = meanings(ofCode: code).compactMap { meaning in
      construct(meaning.construct).map { construct in
        (inSentence ? Words.inSentence(construct.name) : construct.name)
          + (meaning.desired ? " (wanted)" : "")
      }
    }
    return names.isEmpty ? nil : Words.list(names)
  }
}

extension ReportSection.Part {
  /// What this part calls an attribute; nil where it has no name of its own for it.
  fileprivate func label(ofAttribute name: String) -> String? {
    attributes.firstIndex(of: name).flatMap { labels.indices.contains($0) ? labels[$0] : nil }
  }
}
