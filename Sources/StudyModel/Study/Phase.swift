/// A data collection round and its dates.
public struct Phase: Sendable, Hashable {
  /// The name, by which phases are in time where their orders are equal, or not given.
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

  /// Whether it comes before another in time.
  ///
  /// By order, of equal ones by name; those without one come after them, by name. Scoring specification,
  /// section 10, 9.
  public func isBefore(_ other: Phase) -> Bool {
    switch (order, other.order) {
    case (let own?, let theirs?) where own != theirs: own < theirs
    case (.some, nil): true
    case (nil, .some): false
    default: name < other.name
    }
  }

  /// Creates a phase.
  public init(name: String, order: Int? = nil, from: String? = nil, to: String? = nil) {
    self.name = name
    self.order = order
    self.from = from
    self.to = to
  }
}
