internal import Statistics

/// How far the cases lie apart on one construct in one phase.
///
/// Set beside other phases it shows whether cases drifted apart and came together again. Scoring
/// specification, section 9.
public struct CaseDispersion: Sendable, Hashable {
  /// The construct.
  public var id: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// How many cases have a score.
  public var cases: Int
  /// The mean of their scores, 0 to 100, every case counting once.
  public var mean: Double
  /// The lowest score.
  public var low: Double
  /// The highest score.
  public var high: Double
  /// The sample sd of the scores; nil for one case.
  public var sd: Double?

  /// Highest minus lowest.
  public var range: Double { high - low }

  /// The sd as a share of the mean; nil for one case or a mean of 0.
  public var coefficientOfVariation: Double? {
    NineDecimals.isZero(mean) ? nil : sd.map { $0 / mean }
  }

  /// Creates a dispersion.
  public init(
    id: String, phase: String?, cases: Int, mean: Double, low: Double, high: Double, sd: Double?
  ) {
    self.id = id
    self.phase = phase
    self.cases = cases
    self.mean = mean
    self.low = low
    self.high = high
    self.sd = sd
  }
}

extension Scoring {
  /// How far the cases lie apart, per phase and construct.
  ///
  /// - Parameter scores: The scores of a study.
  /// - Returns: By phase in the order of the scores and, within a phase, constructs in theirs; a
  ///   construct that no case has a score of is left out.
  public static func dispersion(_ scores: [CaseScore]) -> [CaseDispersion] {
    var phases: [String?] = []
    for score in scores where !phases.contains(score.phase) { phases.append(score.phase) }
    return phases.flatMap { phase in
      let inPhase = scores.filter { $0.phase == phase }
      return (inPhase.first?.constructs ?? []).indices.compactMap { place -> CaseDispersion? in
        let id = inPhase[0].constructs[place].id
        let values = inPhase.compactMap { score in
          score.constructs.indices.contains(place) ? score.constructs[place].score : nil
        }
        guard let mean = Descriptive.mean(values), let low = values.min(), let high = values.max()
        else { return nil }
        return CaseDispersion(
          id: id, phase: phase, cases: values.count, mean: mean, low: low, high: high,
          sd: Descriptive.sampleStandardDeviation(values))
      }
    }
  }
}
