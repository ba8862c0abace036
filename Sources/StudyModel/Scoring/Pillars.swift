/// The pillars of health, and health, from scores and gaps.
///
/// Scoring specification, section 5.
public enum Pillars {
  /// The framework's pillars, in its order; empty where it has none.
  ///
  /// Only scores that have a band enter.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose pillars are formed.
  ///   - constructs: The scores of one case and phase; how much the forms of value are desired weighs the
  ///     pillars that ask for it.
  /// - Returns: A score a pillar; nil where fewer parts enter than it needs.
  public static func scores(
    _ framework: Framework, constructs: [ConstructScore]
  ) -> [PillarScore] {
    let banded = Dictionary(
      constructs.compactMap { score in score.band == nil ? nil : score.score.map { (score.id, $0) }
      },
      uniquingKeysWith: { first, _ in first })
    let desired = Dictionary(
      constructs.compactMap { score in score.gap.figure.map { (score.id, $0.desired) } },
      uniquingKeysWith: { first, _ in first })
    return framework.pillars.map { pillar in
      var entered: [String] = []
      var leftOut: [String] = []
      for id in pillar.constructs {
        if banded[id] == nil { leftOut.append(id) } else { entered.append(id) }
      }
      return PillarScore(
        id: pillar.id, score: score(pillar, banded: { banded[$0] }, desired: { desired[$0] }),
        entered: entered, leftOut: leftOut)
    }
  }

  /// Health: the mean of the pillars that exist; nil with fewer than two.
  public static func health(_ pillars: [Double?]) -> Double? {
    let scores = pillars.compactMap { $0 }
    return scores.count < 2 ? nil : scores.reduce(0, +) / Double(scores.count)
  }

  /// One pillar's score.
  ///
  /// - Parameters:
  ///   - pillar: The pillar.
  ///   - banded: A construct's score where it has a band.
  ///   - desired: How much a form of value is desired, where it is known.
  /// - Returns: 0 to 100; nil where too few parts enter.
  static func score(
    _ pillar: Pillar, banded: (String) -> Double?, desired: (String) -> Double?
  ) -> Double? {
    var sum = 0.0
    var count = 0
    var weighted = 0.0
    var weights = 0.0
    var allWeighed = pillar.weightedByDesired
    for part in pillar.parts {
      switch part {
      case .construct(let id):
        guard let score = banded(id) else { continue }
        sum += score
        count += 1
        if let weight = desired(id) {
          weighted += weight * score
          weights += weight
        } else {
          allWeighed = false
        }
      case .mean(let ids):
        let scores = ids.compactMap(banded)
        guard !scores.isEmpty else { continue }
        sum += scores.reduce(0, +) / Double(scores.count)
        count += 1
        allWeighed = false
      }
    }
    guard count > 0, count >= pillar.needed else { return nil }
    if allWeighed, NineDecimals.isLess(0, than: weights) { return weighted / weights }
    return sum / Double(count)
  }
}

extension Pillar {
  /// The constructs whose scores it is made of, in the order of its parts.
  public var constructs: [String] {
    parts.flatMap { part in
      switch part {
      case .construct(let id): [id]
      case .mean(let ids): ids
      }
    }
  }
}
