import FileFormats
import Reports
import Statistics
import StudyModel

/// One figure about agreement as it is answered: its names, and its value or the reason there is
/// none.
public struct AgreementRecord: Sendable, Hashable {
  /// The name for programs, in camelCase.
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
  /// Agreement, or disagreement, as observed and as expected by chance.
  public var observed: Double?, expected: Double?
  /// What it is about, before the value: coders, document, code.
  var about: [JSONValue.Member] = []
  /// What else is known of it, after the value.
  var more: [JSONValue.Member] = []

  /// The figure with what went into it.
  ///
  /// With `isDisagreement` observed and expected are disagreement (`do`, `de`) and not agreement
  /// (`po`, `pe`); `countKey` is the key of the number the figure rests on.
  init(
    _ name: String, _ label: String, _ figure: Figure, isDisagreement: Bool = false,
    countKey: String? = "nUnits"
  ) {
    self.name = name
    self.label = label
    value = figure.value
    reason = figure.value == nil ? figure.undefined.map { "\($0)" } : nil
    standardError = figure.standardError
    interval = figure.interval
    (observed, expected) = (figure.observed, figure.expected)
    let keys = isDisagreement ? ("do", "de") : ("po", "pe")
    if let observed { more.append(.init(keys.0, .number(observed))) }
    if let expected { more.append(.init(keys.1, .number(expected))) }
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

  /// A figure that rests on the declared scale.
  init(_ name: String, _ label: String, _ figure: RatingsAgreement.Scaled) {
    switch figure {
    case .figure(let figure): self.init(name, label, figure)
    case .noScale:
      self.init(
        name, label, value: nil, reason: "no scale was declared")
    }
  }

  /// Alpha with the interval of its replicates; its analytic error stays beside it as Gwet's.
  init(_ name: String, _ label: String, _ alpha: AlphaFigure) {
    let figure = alpha.figure
    self.init(name, label, figure, isDisagreement: true, countKey: "nPairable")
    standardError = nil
    interval = nil
    if let error = figure.standardError { more.append(.init("seGwet", .number(error))) }
    if let interval = figure.interval {
      more.append(.init("ci95Gwet", .interval(interval)))
    }
    guard let drawn = alpha.bootstrap else { return }
    standardError = drawn.standardDeviation
    interval = drawn.interval
    more += [
      .init("intervalMethod", .string(drawn.plan.procedure.rawValue)),
      .init(
        "probabilityBelow",
        [
          "0.667": .optional(drawn.probabilityBelow(AgreementLevel.leastTentative)),
          "0.800": .optional(drawn.probabilityBelow(AgreementLevel.leastReliable)),
        ]),
    ]
  }

  /// A figure of a study.
  init(_ name: String, _ label: String, _ figure: AgreementValue) {
    self.init(name, label, value: figure.value, reason: figure.reason)
    standardError = figure.standardError
    interval = figure.interval.map { min($0.low, $0.high)...max($0.low, $0.high) }
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
  var json: JSONValue {
    .object(
      [.init("name", .string(name))] + about + [
        .init("status", .string(value == nil ? "undefined" : "ok")),
        .init("value", .optional(value)), .init("se", .optional(standardError)),
        .init("interval", .interval(interval)), .init("reason", .optional(reason)),
      ] + more)
  }
}
