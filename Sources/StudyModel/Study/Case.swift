/// One collaboration, the unit of analysis.
public struct Case: Sendable, Hashable {
  /// The id that files use.
  public var id: String
  /// The name for people.
  public var name: String
  /// Further columns of the cases file, such as `drive`, in the order of the file.
  public var attributes: [Attribute] {
    didSet { places = Self.places(of: attributes) }
  }
  /// Where the first attribute of each plain name stands that has a value.
  private var places: [String: Int]

  /// Creates a case.
  public init(id: String, name: String, attributes: [Attribute] = []) {
    self.id = id
    self.name = name
    self.attributes = attributes
    places = Self.places(of: attributes)
  }

  private static func places(of attributes: [Attribute]) -> [String: Int] {
    Dictionary(
      attributes.enumerated().filter { !$0.element.value.isEmpty }.map {
        (Attribute.plain($0.element.name), $0.offset)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of an attribute, nil where it is not stated.
  ///
  /// Case, blanks, underscores and hyphens make no difference: `Period years` is `period-years`.
  public func attribute(_ name: String) -> String? {
    places[Attribute.plain(name)].map { attributes[$0].value }
  }
}

/// A further fact about a case or a participant.
public struct Attribute: Sendable, Hashable {
  /// The column's header.
  public var name: String
  /// The value as written.
  public var value: String

  /// The name without regard to capitals, blanks, underscores and hyphens.
  public static func plain(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }

  /// Creates an attribute.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Who takes part, under a pseudonym.
public struct Participant: Sendable, Hashable {
  /// What somebody does in a case.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Takes part.
    case participant
    /// Convenes.
    case convenor
  }

  /// The pseudonym.
  public var id: String
  /// The case.
  public var caseID: String
  /// The organization; nil where it is not stated.
  public var organization: String?
  /// The role.
  public var role: Role
  /// Whether more than the smallest may be said of what they told; nil where they were not asked.
  public var agreed: Bool?
  /// Further columns.
  public var attributes: [Attribute]

  /// Creates a participant.
  public init(
    id: String, caseID: String, organization: String?, role: Role, agreed: Bool? = nil,
    attributes: [Attribute] = []
  ) {
    self.id = id
    self.caseID = caseID
    self.organization = organization
    self.role = role
    self.agreed = agreed
    self.attributes = attributes
  }

  /// Whether this is a convenor.
  public var isConvenor: Bool { role == .convenor }

  /// Whether the person agreed that others may read in words what the interviews say although few
  /// were interviewed: `yes` in the column `agreed`.
  public var hasAgreed: Bool { agreed == true }
}

/// A data collection round and its dates.
public struct Phase: Sendable, Hashable {
  /// The name, by which phases are ordered where no order is given.
  public var name: String
  /// The place in time, from 1; nil where none is given.
  public var order: Int?
  /// The first day, as `YYYY-MM-DD`.
  public var from: String?
  /// The last day.
  public var to: String?

  /// What evidence without a phase is called in a study with phases, and asked for by.
  ///
  /// It is scored apart, comes last, and is part of no change over time.
  public static let notStated = "no phase stated"

  /// Creates a phase.
  public init(name: String, order: Int? = nil, from: String? = nil, to: String? = nil) {
    self.name = name
    self.order = order
    self.from = from
    self.to = to
  }
}
