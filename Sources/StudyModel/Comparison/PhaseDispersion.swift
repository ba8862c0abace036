/// How far cases lie apart on a construct in each phase: whether they drew apart, or together.
///
/// Over the cases that have a score in all of the phases. Scoring specification, section 9.
public struct PhaseDispersion: Sendable, Hashable {
  /// What became of the distance between the cases from a phase to the next.
  public enum Move: Sendable, Hashable {
    case apart, together, steady
  }

  /// The sd must change by so many points of 0 to 100, and the range the same way, for a move.
  public static let leastStep = 5.0

  /// The construct.
  public var construct: String
  /// The phases, in time.
  public var phases: [String]
  /// The dispersion in each.
  public var dispersions: [Dispersion]

  /// The dispersion of each construct, in the order given; for others than the researcher over levels
  /// of the same streams in all phases.
  ///
  /// - Parameters:
  ///   - constructs: The constructs.
  ///   - scores: The scores of all cases and phases, as the reader may see them.
  ///   - phases: The phases in time; those in which no case has a score of the construct are left
  ///     out.
  /// - Returns: Those that two or more cases have a score of in each of two or more phases.
  public static func of(
    _ constructs: [String], in scores: [SeenScore], phases: [String]
  ) -> [PhaseDispersion] {
    let byPhase = Dictionary(grouping: scores) { $0.phase }
    return constructs.compactMap { construct in
      let asked = phases.filter { phase in
        !Dispersion(of: construct, in: (byPhase[phase] ?? []).map(\.score)).cases.isEmpty
      }
      let known = asked.map { byPhase[$0] ?? [] }
      let dispersions = Dispersion.acrossPhases(of: construct, phases: known)
      guard asked.count > 1, dispersions.allSatisfy({ $0.cases.count > 1 }) else { return nil }
      return PhaseDispersion(construct: construct, phases: asked, dispersions: dispersions)
    }
  }

  /// The same in whole numbers, as others than the researcher see it.
  public var whole: PhaseDispersion {
    var copy = self
    copy.dispersions = dispersions.map { exact in
      var figures = exact
      figures.mean = exact.mean.map(WholeFigures.whole)
      figures.sd = exact.sd.map(WholeFigures.whole)
      figures.coefficientOfVariation = exact.coefficientOfVariation.map {
        WholeFigures.whole($0 * 100) / 100
      }
      return figures
    }
    return copy
  }

  /// What became of the distance, a move fewer than there are phases.
  public var moves: [Move] {
    zip(dispersions, dispersions.dropFirst()).map { before, after in
      guard let sd = before.sd, let laterSD = after.sd, let range = before.range,
        let laterRange = after.range
      else { return .steady }
      if NineDecimals.isAtLeast(laterSD - sd, Self.leastStep),
        NineDecimals.isLess(range, than: laterRange)
      {
        return .apart
      }
      if NineDecimals.isAtLeast(sd - laterSD, Self.leastStep),
        NineDecimals.isLess(laterRange, than: range)
      {
        return .together
      }
      return .steady
    }
  }

  /// The moves in words, such as `drew apart, then together`; nil where the cases stayed about as far
  /// apart as they were.
  public var words: String? {
    var directions: [Move] = []
    for move in moves where move != .steady && move != directions.last { directions.append(move) }
    guard !directions.isEmpty else { return nil }
    let words = directions.map { $0 == .apart ? "apart" : "together" }
    return "drew " + words.joined(separator: ", then ")
  }
}
