/// What a column can hold that tells who somebody is.
public enum PersonalData: String, Sendable, Hashable, CaseIterable {
  case eMail = "e-mail addresses"
  case internetAddress = "IP addresses"
  case phone = "phone numbers"
  case name = "names of people"
  case address = "postal addresses"
  case location = "locations"
  case birth = "dates of birth"
  case identity = "identity numbers"
  case account = "accounts or devices"
}

/// A column that does not come in, since it tells who somebody is.
public struct LeftOutColumn: Sendable, Hashable {
  /// What it was known by.
  public enum Sign: String, Sendable, Hashable {
    /// Its name.
    case header
    /// What stands in it.
    case values
  }

  /// The column's name, as the file has it.
  public var name: String
  /// What it holds.
  public var data: PersonalData
  /// What it was known by.
  public var sign: Sign

  /// Creates a column that is left out.
  public init(name: String, data: PersonalData, sign: Sign) {
    self.name = name
    self.data = data
    self.sign = sign
  }
}

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
