internal import Statistics

/// By how much agreement of one stage of the coding differs from that of an earlier one.
///
/// Every figure is later minus earlier, with an interval where sources can be drawn; its reason says
/// why there is no value or, where there is one, why there is no interval.
public struct AgreementDifference: Sendable, Hashable {
  /// Fewer sources than this in a stage are too few to draw from.
  ///
  /// A convention of this program. Of n sources there are C(2n - 1, n) different draws: 35 for four,
  /// too few for a percentile of 2.5 to lie between them, and 126 for five.
  public static let fewestSources = 5

  /// The key of the earlier stage.
  public var from: String
  /// Sources in both stages, which are drawn for both at once.
  public var sharedSources: Int
  /// Sources in the earlier stage only, and in the later only, which are drawn by themselves.
  public var sourcesBefore: Int
  /// See `sourcesBefore`.
  public var sourcesAfter: Int
  /// The share of agreeing pairs.
  public var percent: AgreementValue
  /// Positive agreement.
  public var positive: AgreementValue
  /// Krippendorff's alpha.
  public var alpha: AgreementValue
  /// Kappa.
  public var kappa: AgreementValue
  /// Gwet's AC1.
  public var ac1: AgreementValue

  /// All five with their names for people, alpha first.
  public var figures: [(name: String, value: AgreementValue)] {
    [
      ("alpha", alpha), ("kappa", kappa), ("AC1", ac1), ("positive agreement", positive),
      ("agreement", percent),
    ]
  }

  /// How sources are drawn for the interval, in a sentence.
  public var drawingText: String {
    func sources(_ number: Int) -> String { Words.count(number, "source") }
    return switch drawing {
    case .paired: "Drawn in pairs: the same \(sources(sharedSources)) stand in both."
    case .independent:
      "Drawn independently: \(sources(sourcesBefore)) in the earlier, \(sourcesAfter) others in the later."
    case .mixed:
      "\(sources(sharedSources)) stand in both and \(sharedSources == 1 ? "is" : "are") drawn in pairs; \(sourcesBefore) in the earlier only and \(sourcesAfter) in the later only are drawn independently."
    }
  }

  /// How sources are drawn for the interval.
  public enum Drawing: String, Sendable, Hashable {
    /// All sources are in both stages.
    case paired
    /// No source is in both.
    case independent
    /// Some are.
    case mixed
  }

  /// How sources are drawn for the interval.
  public var drawing: Drawing {
    if sharedSources == 0 { return .independent }
    return sourcesBefore + sourcesAfter == 0 ? .paired : .mixed
  }
}

/// Works out the difference of two stages.
struct DifferenceWork {
  let before: AgreementWork
  let after: AgreementWork

  private static func figures(_ row: AgreementRow) -> [AgreementValue] {
    [row.percent, row.positive, row.alpha, row.kappa, row.ac1]
  }
  /// More undefined draws than this share and the rest would say too little.
  private static let mostUndefined = 0.05

  func difference(_ earlier: AgreementRow, _ later: AgreementRow) -> AgreementDifference {
    let design = DifferenceBootstrap.Design(first: names(before), second: names(after))
    let spread = spread(design)
    let values = zip(Self.figures(earlier), Self.figures(later)).enumerated().map { place, pair in
      value(pair.0, pair.1, earlier, later, spread, place)
    }
    return AgreementDifference(
      from: earlier.key, sharedSources: design.shared.count,
      sourcesBefore: design.counts[0] - design.shared.count,
      sourcesAfter: design.counts[1] - design.shared.count, percent: values[0],
      positive: values[1], alpha: values[2], kappa: values[3], ac1: values[4])
  }

  /// A source comes once more where its transcript has an older version; those are told apart.
  private func names(_ work: AgreementWork) -> [Reading] {
    var met: [String: Int] = [:]
    return work.entries.map { entry in
      met[entry.source.id, default: 0] += 1
      return Reading(source: entry.source.id, occurrence: met[entry.source.id] ?? 1)
    }
  }

  private struct Reading: Hashable {
    var source: String
    var occurrence: Int
  }

  /// The distributions of the differences, or the reason there are none.
  private enum Spread {
    case drawn([DifferenceBootstrap])
    case none(AgreementReason)
  }

  private func spread(_ design: DifferenceBootstrap.Design) -> Spread {
    let plan = after.plan
    guard plan.replicates > 0 else { return .none(.noReplicates) }
    let first: ClusteredRatings
    let second: ClusteredRatings
    do throws(RatingError) {
      guard let one = try before.bySource(), let other = try after.bySource() else {
        return .none(.dependentCharacters)
      }
      (first, second) = (one, other)
    } catch {
      return .none(.unusable("\(error)"))
    }
    let fewest = design.counts.min() ?? 0
    guard fewest >= AgreementDifference.fewestSources else {
      return .none(.fewSources(fewest, needed: AgreementDifference.fewestSources))
    }
    return .drawn(
      DifferenceBootstrap.run(
        design, width: 5, replicates: plan.replicates, seed: plan.seed
      ) { one, other in
        zip(figures(first.counts(drawn: one)), figures(second.counts(drawn: other))).map {
          $1 - $0
        }
      })
  }

  /// The figures of a draw in the same order; NaN for those that are not defined.
  ///
  /// Of two coders who both read every source, Conger's kappa is Cohen's.
  private func figures(_ counts: RatingCounts) -> [Double] {
    let shares = [PercentAgreement.figure(counts), PositiveAgreement.figure(counts, category: 1)]
    let corrected =
      after.plan.basis == .sources
      ? [
        KrippendorffAlpha.figure(counts), CongerKappa.everyRating(counts), GwetAC.figure(counts),
      ] : []
    return (shares + corrected).map { $0.value ?? .nan }
  }

  private func value(
    _ one: AgreementValue, _ other: AgreementValue, _ earlier: AgreementRow,
    _ later: AgreementRow, _ spread: Spread, _ place: Int
  ) -> AgreementValue {
    guard let first = one.value, let second = other.value else {
      let lacking = one.value == nil ? (earlier, one) : (later, other)
      return AgreementValue(why: .lacking(stage: lacking.0.name, lacking.1.why))
    }
    var value = AgreementValue(value: second - first)
    switch spread {
    case .none(let reason): value.why = reason
    case .drawn(let all):
      let draws = all[place]
      let undefined = Double(draws.undefinedReplicates) / Double(after.plan.replicates)
      if undefined > Self.mostUndefined {
        value.why = .undefinedDraws(draws.undefinedReplicates, of: after.plan.replicates)
      } else if let interval = draws.interval, interval.lowerBound < interval.upperBound {
        value.standardError = draws.standardDeviation
        value.interval = Interval(low: interval.lowerBound, high: interval.upperBound)
      } else {
        value.why = .noSpread
      }
    }
    return value
  }
}
