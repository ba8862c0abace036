/// How far cases lie apart on a construct by one stream.
public struct Dispersion: Sendable, Hashable {
  /// A level on fewer answers than these, or of fewer informants, is no case's.
  static let leastAnswers = 5
  /// See `leastAnswers`.
  static let leastInformants = 3

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

  /// The dispersion of these levels of cases.
  init(of levels: [(caseID: String, level: Double)]) {
    cases = levels.map(\.caseID)
    let values = levels.map(\.level)
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

  /// The same in whole numbers.
  var whole: Dispersion {
    var figures = self
    figures.mean = mean.map(WholeFigures.whole)
    figures.sd = sd.map(WholeFigures.whole)
    figures.coefficientOfVariation = coefficientOfVariation.map {
      WholeFigures.whole($0 * 100) / 100
    }
    return figures
  }

  /// The level of a construct in a case by a stream, as its reader may see it; nil where there is none, it
  /// is hidden or told in words, or too few stand behind it.
  static func level(
    of construct: String, in score: CaseScore, by stream: EvidenceStream
  ) -> Double? {
    guard let figures = score.construct(construct) else { return nil }
    switch stream {
    case .survey:
      return figures.survey.figure.flatMap { $0.n >= leastAnswers ? $0.score : nil }
    case .interviews:
      guard let figure = figures.interview else { return nil }
      // To others a level is told of enough informants only.
      let isOfFew = figure.counts.map { $0.informants < leastInformants } ?? false
      return isOfFew ? nil : figure.score
    }
  }
}

/// Both, or nothing.
private func zip(_ left: Double?, _ right: Double?) -> (Double, Double)? {
  guard let left, let right else { return nil }
  return (left, right)
}
