public import StudyModel

extension LeftOutColumn {
  /// Looks whether a column tells who somebody is.
  ///
  /// The header is asked first, in English, German, French, Spanish, Dutch, Italian, Portuguese and
  /// Polish. A header that a harmless column may have as well (`phone`: yes or no; `place`: a rank)
  /// is no sign where all values are small numbers or yes and no. Then the values are asked: of
  /// those that are not empty one in ten must be an e-mail or IP address and nothing else, or nearly all
  /// phone numbers or coordinates.
  ///
  /// - Parameters:
  ///   - name: The column's header.
  ///   - values: Values of the column, perhaps not all; empty ones say nothing.
  /// - Returns: nil where nothing speaks for it. A name or a place is known by its header alone.
  public static func recognized(name: String, values: [String]) -> LeftOutColumn? {
    let values = values.filter { !$0.allSatisfy(\.isWhitespace) }
    if let hint = PersonalHeader.hint(of: name) {
      let isBorneOut =
        hint.isWeak
        ? values.contains(where: PersonalValue.looksLikeSomebody)
        : values.isEmpty || !values.allSatisfy(PersonalValue.isHarmless)
      if isBorneOut { return LeftOutColumn(name: name, data: hint.data, sign: .header) }
    }
    return PersonalValue.kind(of: values).map {
      LeftOutColumn(name: name, data: $0, sign: .values)
    }
  }
}
