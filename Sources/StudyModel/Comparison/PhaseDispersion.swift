/// How far cases lie apart on a construct in each phase: whether they drew apart, or together.
///
/// One stream at a time, over the cases that have its level, on enough people, in all of the phases. Scoring
/// specification, section 9.
public struct PhaseDispersion: Sendable {
  /// What became of the distance between the cases from a phase to the next.
  public enum Move: Sendable, Hashable {
    case apart, together, steady
  }

  /// The sd must change by so many points of 0 to 100, and the range the same way, for a move.
  public static let leastStep = 5.0

  /// The construct.
  public var construct: String
  /// Whose levels these are.
  public var stream: EvidenceStream
  /// The cases, which are the same in all phases.
  public var cases: [String]
  /// The phases, in time.
  public var phases: [String]
  /// The dispersion in each.
  public var dispersions: [Dispersion]
  /// The levels behind each, a case each.
  private var levels: [[(caseID: String, level: Double)]] = []
  /// Whether figures are told in whole numbers.
  private var isWhole = false

  /// The dispersion of each construct, in the order given, by the survey and then by the interviews.
  ///
  /// - Parameters:
  ///   - constructs: The constructs.
  ///   - scores: The scores of all cases and phases, as the reader may see them.
  ///   - phases: The phases in time; those in which fewer than two cases have the level are left out.
  /// - Returns: Those of which two cases or more have the level in each of two or more phases.
  public static func of(
    _ constructs: [String], in scores: [SeenScore], phases: [String]
  ) -> [PhaseDispersion] {
    let byPhase = Dictionary(grouping: scores.map(\.score)) { $0.phase }
    let inPhases = phases.map { ($0, byPhase[$0] ?? []) }
    return constructs.flatMap { construct in
      EvidenceStream.allCases.compactMap { PhaseDispersion(of: construct, by: $0, in: inPhases) }
    }
  }

  /// The dispersion over the cases that have the level in every phase in which two or more have it, so that a
  /// case coming or going is no widening; nil where these are fewer than two phases or two cases.
  private init?(
    of construct: String, by stream: EvidenceStream, in scores: [(String, [CaseScore])]
  ) {
    let levels = scores.map { phase, scores in
      (
        phase,
        scores.compactMap { score in
          Dispersion.level(of: construct, in: score, by: stream).map { (score.caseID, $0) }
        }
      )
    }.filter { $0.1.count > 1 }
    let lasting = levels.dropFirst().reduce(into: Set(levels.first?.1.map(\.0) ?? [])) {
      $0.formIntersection($1.1.map(\.0))
    }
    guard levels.count > 1, lasting.count > 1 else { return nil }
    self.construct = construct
    self.stream = stream
    phases = levels.map(\.0)
    self.levels = levels.map { level in level.1.filter { lasting.contains($0.0) } }
    dispersions = self.levels.map { Dispersion(of: $0) }
    cases = dispersions.first?.cases ?? []
  }

  /// Of three cases or more that moved, those of which each alone makes the reading: without it the rest moved
  /// otherwise.
  public var hangsOn: [String] {
    guard words != nil, cases.count > 2 else { return [] }
    return cases.filter { left in
      var rest = self
      rest.dispersions = levels.map { level in
        let figures = Dispersion(of: level.filter { $0.caseID != left })
        return isWhole ? figures.whole : figures
      }
      return rest.words != words
    }
  }

  /// The same in whole numbers, as others than the researcher see it.
  public var whole: PhaseDispersion {
    var copy = self
    copy.isWhole = true
    copy.dispersions = dispersions.map(\.whole)
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
