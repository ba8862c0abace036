/// How far cases lie apart on a construct.
public struct Dispersion: Sendable, Hashable {
  /// Which level is compared.
  public enum Stream: String, Sendable, Hashable, CaseIterable {
    /// The score, the level of the interviews, the level of the survey.
    case score, interviews, survey
  }

  /// The construct.
  public var construct: String
  /// The cases that have the level.
  public var cases: [String]
  /// Their mean; nil without a case.
  public var mean: Double?
  /// The sample sd (n − 1); nil for fewer than two cases.
  public var sd: Double?
  /// The lowest and the highest; nil without a case.
  public var lowest: Double?
  /// See `lowest`.
  public var highest: Double?
  /// Highest less lowest; nil for fewer than two cases.
  public var range: Double?
  /// The sd as a share of the mean; nil for fewer than two cases, and where the mean is 0.
  public var coefficientOfVariation: Double?

  /// The dispersion of one construct between cases.
  ///
  /// - Parameters:
  ///   - construct: The construct.
  ///   - scores: A score a case, of one phase, as the reader may see them; cases without the level,
  ///     or with it hidden, are left out.
  ///   - stream: Which level.
  public init(of construct: String, in scores: [CaseScore], stream: Stream = .score) {
    self.init(
      of: construct,
      levels: scores.compactMap { score in
        Self.level(of: construct, in: score, stream).map { (score.caseID, $0) }
      })
  }

  /// The dispersion of these levels of cases.
  private init(of construct: String, levels: [(String, Double)]) {
    self.construct = construct
    cases = levels.map(\.0)
    let values = levels.map(\.1)
    lowest = values.min()
    highest = values.max()
    guard !values.isEmpty else { return }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    self.mean = mean
    guard values.count > 1 else { return }
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let sd = (squares / (n - 1)).squareRoot()
    self.sd = sd
    range = zip(highest, lowest).map { $0 - $1 }
    coefficientOfVariation = NineDecimals.rounded(mean) == 0 ? nil : sd / mean
  }

  /// The dispersion in each phase over the cases that have a level in all of them, so that a case coming or
  /// going is no widening.
  ///
  /// The level is the score. In scores for others it is what the same streams give in every phase: where a
  /// case's interviews are told of in some phases only, the level of the survey in all, for a score of the
  /// survey alone beside one of both streams would be a move of the measure.
  ///
  /// - Parameters:
  ///   - construct: The construct.
  ///   - phases: The scores of each phase, in order.
  /// - Returns: One a phase, in their order.
  static func acrossPhases(of construct: String, phases: [[SeenScore]]) -> [Dispersion] {
    var lasting: [String: Stream] = [:]
    for first in phases.first ?? [] {
      let own = phases.compactMap { scores in scores.first { $0.caseID == first.caseID } }
      guard own.count == phases.count, let stream = stream(of: construct, in: own),
        own.allSatisfy({ level(of: construct, in: $0.score, stream) != nil })
      else { continue }
      lasting[first.caseID] = stream
    }
    return phases.map { scores in
      Dispersion(
        of: construct,
        levels: scores.compactMap { score in
          lasting[score.caseID].flatMap { stream in
            level(of: construct, in: score.score, stream).map { (score.caseID, $0) }
          }
        })
    }
  }

  /// The level by which a case's phases are compared; nil where none is told in all of them.
  private static func stream(of construct: String, in phases: [SeenScore]) -> Stream? {
    switch phases.first?.formed {
    case .asTheyAre: .score
    case .forOthers: SharedStreams(phases.map { $0.construct(construct) })?.stream
    case nil: nil
    }
  }

  private static func level(
    of construct: String, in score: CaseScore, _ stream: Stream
  ) -> Double? {
    guard let figures = score.construct(construct) else { return nil }
    switch (stream, figures.survey) {
    // A score formed without a hidden survey figure is another measure than one with it.
    case (.score, .hidden): return nil
    case (.score, .shown), (.score, .inWords), (.score, .absent): return figures.score
    case (.survey, let survey): return survey.figure?.score
    case (.interviews, _): return figures.interview?.score
    }
  }
}

extension SharedStreams {
  /// The level that these streams give.
  fileprivate var stream: Dispersion.Stream {
    switch self {
    case .both: .score
    case .survey: .survey
    case .interviews: .interviews
    }
  }
}

/// Both, or nothing.
private func zip(_ left: Double?, _ right: Double?) -> (Double, Double)? {
  guard let left, let right else { return nil }
  return (left, right)
}
