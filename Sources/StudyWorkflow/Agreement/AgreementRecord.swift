public import FileFormats
import Statistics

/// One figure about agreement as it is answered: its value or the reason there is none.
public struct AgreementRecord: Sendable, Hashable {
  /// The name, in camelCase.
  public var name: String
  /// The name for people, and what the figure is about, such as a pair of coders.
  public var label: String
  /// The value; nil where it is undefined.
  public var value: Double?
  /// Why there is no value.
  public var reason: String?
  /// The standard error.
  public var standardError: Double?
  /// The 95 % interval.
  public var interval: ClosedRange<Double>?
  /// What it is about, before the value: coders, document, code.
  public var about: [JSONValue.Member] = []
  /// What else is known of it, after the value.
  public var more: [JSONValue.Member] = []

  /// The figure with what went into it.
  ///
  /// With `isDisagreement` observed and expected are disagreement (`do`, `de`) and not agreement
  /// (`po`, `pe`); `countKey` is the key of the number the figure rests on.
  init(
    _ name: String, _ label: String, _ figure: Figure, isDisagreement: Bool = false,
    countKey: String? = "nUnits", reason: String? = nil
  ) {
    self.name = name
    self.label = label
    value = figure.value
    self.reason = figure.value == nil ? reason ?? figure.undefined.map { "\($0)" } : nil
    standardError = figure.standardError
    interval = figure.interval
    let keys = isDisagreement ? ("do", "de") : ("po", "pe")
    if let observed = figure.observed { more.append(.init(keys.0, .number(observed))) }
    if let expected = figure.expected { more.append(.init(keys.1, .number(expected))) }
    if let error = figure.nullStandardError { more.append(.init("seNull", .number(error))) }
    if let countKey, let n = figure.n { more.append(.init(countKey, .integer(n))) }
  }

  /// A number that always exists where there are data.
  init(_ name: String, _ label: String, value: Double?, reason: String? = nil) {
    self.name = name
    self.label = label
    self.value = value
    self.reason = value == nil ? reason ?? "nothing to average" : nil
  }

  /// The record with members put before its value.
  func about(_ members: [JSONValue.Member]) -> AgreementRecord {
    var record = self
    record.about = members + about
    return record
  }

  /// The record with members put after its value.
  func with(_ members: [JSONValue.Member]) -> AgreementRecord {
    var record = self
    record.more += members
    return record
  }

  /// The record as JSON.
  public var json: JSONValue {
    .object(
      [.init("name", .string(name))] + about + [
        .init("status", .string(value == nil ? "undefined" : "ok")),
        .init("value", .optional(value)), .init("se", .optional(standardError)),
        .init("interval", Self.json(interval)), .init("reason", .optional(reason)),
      ] + more)
  }

  /// An interval as JSON.
  static func json(_ interval: ClosedRange<Double>?) -> JSONValue {
    interval.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }
}

/// What a calculation of agreement answers.
public struct AgreementAnswer: Sendable {
  /// Facts before the figures: coders, units, scale, procedure, seed.
  public var facts: [JSONValue.Member]
  /// The figures.
  public var figures: [AgreementRecord]
  /// Figures by code, pair and so on.
  public var groups: [Group] = []
  /// Sentences to print under the figures.
  public var notes: [String] = []

  /// Figures about one thing.
  public struct Group: Sendable {
    /// What they are about.
    public var key: String
    /// Counts and the like.
    public var facts: [JSONValue.Member] = []
    /// The figures.
    public var figures: [AgreementRecord]
    /// Groups within, such as pairs of coders.
    public var groups: [Group] = []

    var json: JSONValue {
      .object(
        [.init("key", .string(key))] + facts + [
          .init("figures", .array(figures.map(\.json)))
        ] + (groups.isEmpty ? [] : [.init("groups", .array(groups.map(\.json)))]))
    }
  }

  /// The answer as one object.
  public var json: JSONValue {
    .object(
      [.init("ok", .bool(true))] + facts + [.init("figures", .array(figures.map(\.json)))]
        + (groups.isEmpty ? [] : [.init("groups", .array(groups.map(\.json)))])
        + [.init("notes", .strings(notes))])
  }
}
