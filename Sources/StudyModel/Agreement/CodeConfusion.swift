/// Two codes that are mistaken for each other: at one place one coder put the one, another the other.
public struct CodeConfusion: Sendable, Hashable {
  /// The code that comes first by name.
  public var first: String
  /// The other code.
  public var second: String
  /// How often: pairs of codings by two coders that overlap by the least ratio of units.
  public var count: Int
  /// In how many sources.
  public var sources: Int

  /// All confusions, most frequent first, then by name.
  public static func all(
    in material: AgreementMaterial, leastOverlap: Double = ScoringRules().unitOverlap
  ) -> [CodeConfusion] {
    var found: [[String]: (count: Int, sources: Set<String>)] = [:]
    for disagreement in material.disagreements {
      let own = disagreement.accounts.compactMap(\.coding)
      for rival in disagreement.accounts.flatMap(\.instead) where disagreement.code < rival.code {
        let count = own.count { coding in
          let ratio = coding.span.overlap(with: rival.span)
          return ratio > 0 && NineDecimals.isAtLeast(ratio, leastOverlap)
        }
        let key = [disagreement.code, rival.code]
        found[key, default: (0, [])].count += count
        found[key, default: (0, [])].sources.insert(disagreement.source)
      }
    }
    return found.map { key, entry in
      CodeConfusion(first: key[0], second: key[1], count: entry.count, sources: entry.sources.count)
    }.sorted { ($1.count, $0.first, $0.second) < ($0.count, $1.first, $1.second) }
  }
}

/// How many units are disputed, in what way, and what became of them.
public struct DisputeCounts: Sendable, Hashable {
  /// Units marked by anybody in sources that two or more coders read.
  public var units: Int
  /// Units on which coders differ.
  public var disputed: Int
  /// Disputed units by kind; one may have several.
  public var byKind: [Disagreement.Kind: Int]
  /// Disputed units that a decision settled, by decision.
  public var decided: [Adjudication.Decision: Int]

  /// Disputed units without a decision.
  public var open: Int { disputed - decided.values.reduce(0, +) }

  /// Counts.
  public init(_ material: AgreementMaterial) {
    let all = material.disagreements
    units = material.entries.reduce(0) { $0 + $1.units.count }
    disputed = all.count
    byKind = [:]
    decided = [:]
    for item in all {
      for kind in item.kinds { byKind[kind, default: 0] += 1 }
      if let decision = item.decision { decided[decision.decision, default: 0] += 1 }
    }
  }
}

extension AgreementMaterial {
  /// Open disagreements on whether a code is there, the most consequential first.
  ///
  /// First come those for whose code the coders of the case agree on nothing else, then those with
  /// one agreed unit beside them, and so on; of equal ones, by source and place.
  public var consequential: [(disagreement: Disagreement, caseID: String?, agreedBeside: Int)] {
    struct Key: Hashable {
      var caseID: String?
      var phase: String?
      var code: String
    }
    var agreed: [Key: Int] = [:]
    func key(_ entry: Entry, _ code: String) -> Key {
      Key(caseID: entry.source.caseID, phase: entry.source.phase, code: code)
    }
    for entry in entries {
      for unit in entry.units where unit.coders.count == entry.coders.count {
        agreed[key(entry, unit.code), default: 0] += 1
      }
    }
    var found: [(disagreement: Disagreement, caseID: String?, agreedBeside: Int)] = []
    for entry in entries where entry.source.caseID != nil {
      for item in entry.disagreements
      where item.decision == nil && (item.kinds.contains(.unitizing) || item.kinds.contains(.code))
      {
        found.append((item, entry.source.caseID, agreed[key(entry, item.code)] ?? 0))
      }
    }
    return found.sorted {
      ($0.agreedBeside, $0.disagreement.source, $0.disagreement.span, $0.disagreement.code)
        < ($1.agreedBeside, $1.disagreement.source, $1.disagreement.span, $1.disagreement.code)
    }
  }
}
