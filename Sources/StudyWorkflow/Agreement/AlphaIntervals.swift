import FileFormats
import Statistics

/// How alpha's intervals are simulated.
public struct BootstrapChoice: Sendable, Hashable {
  /// `units` (default), `cells2011` (KALPHA) or `pairs2016` (icr).
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Units drawn with replacement.
    case units
    /// Cells of the coincidence matrix, Krippendorff 2006 and 2011, as KALPHA does.
    case cells2011
    /// Pairs within units, Krippendorff 2016.
    case pairs2016
  }

  /// The procedure.
  public var method: Method
  /// How many replicates; 0 for no interval.
  public var replicates: Int
  /// The seed.
  public var seed: UInt64

  /// Makes a choice.
  public init(method: Method = .units, replicates: Int = 1000, seed: UInt64 = 1) {
    self.method = method
    self.replicates = replicates
    self.seed = seed
  }

  /// The name of the procedure in answers, as the fixtures have it.
  public var procedureName: String { procedure.rawValue }

  var procedure: AlphaBootstrap.Procedure {
    switch method {
    case .units: .unitsPercentile
    case .cells2011: .cells2011
    case .pairs2016: .pairs2016
    }
  }

  var plan: AlphaBootstrap.Plan {
    .init(procedure: procedure, replicates: replicates, seed: seed)
  }

  /// How the interval was made, in a sentence.
  public var sentence: String {
    guard replicates > 0 else { return "No interval of alpha was simulated." }
    let how =
      switch method {
      case .units: "units drawn with replacement"
      case .cells2011:
        "cells of the coincidence matrix drawn as KALPHA does, which is too narrow with three or more coders"
      case .pairs2016:
        "pairs within units drawn (Krippendorff 2016), which is too narrow with three or more coders"
      }
    return "Intervals of alpha: 95%, \(replicates) replicates, \(how), seed \(seed)."
  }
}

extension AgreementRecord {
  /// Alpha with the interval of a bootstrap; its analytic error stays beside it as Gwet's.
  static func alpha(
    _ name: String, _ label: String, _ counts: RatingCounts, metric: AlphaMetric,
    choice: BootstrapChoice
  ) -> (record: AgreementRecord, bootstrap: JSONValue?) {
    let figure = KrippendorffAlpha.figure(counts, metric: metric)
    var record = AgreementRecord(
      name, label, figure, isDisagreement: true, countKey: "nPairable")
    record.standardError = nil
    record.interval = nil
    if let error = figure.standardError { record.more.append(.init("seGwet", .number(error))) }
    if let interval = figure.interval {
      record.more.append(.init("ci95Gwet", json(interval)))
    }
    guard figure.value != nil, choice.replicates > 0 else { return (record, nil) }
    let result = KrippendorffAlpha.bootstrap(counts, metric: metric, plan: choice.plan)
    record.standardError = result.standardDeviation
    record.interval = result.interval
    let required = [0.667, 0.8]
    record.more.append(.init("intervalMethod", .string(choice.procedure.rawValue)))
    let below = required.map { limit in
      JSONValue.Member(
        limit == 0.8 ? "0.800" : "0.667", .optional(result.probabilityBelow(limit)))
    }
    record.more.append(.init("probabilityBelow", .object(below)))
    return (record, bootstrap(result, choice))
  }

  /// A bootstrap's replicates in numbers.
  private static func bootstrap(_ result: AlphaBootstrap, _ choice: BootstrapChoice) -> JSONValue {
    let drawn: [JSONValue.Member] =
      switch choice.method {
      case .units: [.init("units", .integer(result.drawCount))]
      case .cells2011:
        [.init("M", .integer(result.drawCount)), .init("Q", .optional(result.cellCount))]
      case .pairs2016: [.init("pairs", .integer(result.drawCount))]
      }
    let below = ["0.9", "0.8", "0.7", "0.667", "0.6", "0.5"].map { limit in
      JSONValue.Member(limit, .optional(Double(limit).flatMap { result.probabilityBelow($0) }))
    }
    return .object(
      drawn + [
        .init("ci95", json(result.interval)), .init("mean", .optional(result.mean)),
        .init("sd", .optional(result.standardDeviation)),
        .init("undefined", .integer(result.undefinedReplicates)), .init("qBelow", .object(below)),
      ])
  }
}
