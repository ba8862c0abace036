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
