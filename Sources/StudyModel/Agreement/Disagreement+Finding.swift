extension Disagreement {
  /// The disagreements among the units of a source, by span, then code.
  public static func all(
    in consensus: Consensus, leastOverlap: Double = ScoringRules().unitOverlap
  ) -> [Disagreement] {
    var found: [Disagreement] = []
    forEach(in: consensus, leastOverlap: leastOverlap) { _, disagreement in
      found.append(disagreement)
    }
    return found
  }

  /// Hands over the disagreements of a source one by one, each with its unit under majority: a large
  /// source has more than should be held at once.
  public static func forEach(
    in consensus: Consensus, leastOverlap: Double = ScoringRules().unitOverlap,
    _ body: (ConsensusUnit, Disagreement) -> Void
  ) {
    let coders = consensus.coders.sorted()
    guard coders.count > 1 else { return }
    let places = CodingPlaces(consensus)
    for unit in consensus.eachMarkedUnit(under: .majority) where !unit.codings.isEmpty {
      let accounts = coders.map { coder -> Account in
        if let own = unit.codings.first(where: { $0.coder == coder }) {
          return Account(coder: coder, coding: own)
        }
        return Account(
          coder: coder, coding: nil,
          instead: places.instead(of: unit, by: coder, leastOverlap: leastOverlap))
      }
      let kinds = kinds(of: accounts)
      guard !kinds.isEmpty else { continue }
      body(
        unit,
        Disagreement(
          source: consensus.source.id, code: unit.codedAs, span: unit.codedSpan, kinds: kinds,
          accounts: accounts, decision: unit.decision))
    }
  }

  /// In what the accounts of several coders differ.
  static func kinds(of accounts: [Account]) -> [Kind] {
    let codings = accounts.compactMap(\.coding)
    var kinds: [Kind] = []
    let silent = accounts.filter { $0.coding == nil }
    if silent.contains(where: \.instead.isEmpty) { kinds.append(.unitizing) }
    if silent.contains(where: { !$0.instead.isEmpty }) { kinds.append(.code) }
    if Set(codings.compactMap(\.weight)).count > 1 { kinds.append(.weight) }
    if Set(codings.map { $0.valence ?? .supporting }).count > 1 { kinds.append(.valence) }
    return kinds
  }
}

/// The codings of a source by coder and start, each with the place of its unit.
private struct CodingPlaces {
  private struct Entry {
    var coding: Coding
    var unit: Int
  }

  private var byCoder: [String: [Entry]] = [:]
  private let consensus: Consensus

  init(_ consensus: Consensus) {
    self.consensus = consensus
    for place in 0..<consensus.unitCount {
      for coding in consensus.codings(ofUnit: place) {
        byCoder[coding.coder, default: []].append(Entry(coding: coding, unit: place))
      }
    }
    for coder in byCoder.keys {
      byCoder[coder]?.sort {
        ($0.coding.span, $0.coding.code) < ($1.coding.span, $1.coding.code)
      }
    }
  }

  /// What a coder put where others have a unit.
  func instead(of unit: ConsensusUnit, by coder: String, leastOverlap: Double) -> [Coding] {
    guard let entries = byCoder[coder] else { return [] }
    let span = unit.codedSpan
    // What overlaps enough is not much longer than the unit, so it starts not far before it.
    let reach = Double(span.length) / max(leastOverlap, 0.05)
    var low = entries.startIndex
    var high = entries.endIndex
    while low < high {
      let middle = (low + high) / 2
      if Double(span.start - entries[middle].coding.span.start) > reach {
        low = middle + 1
      } else {
        high = middle
      }
    }
    func hasFellow(_ entry: Entry) -> Bool {
      consensus.codings(ofUnit: entry.unit).contains { one in
        unit.codings.contains { $0.coder == one.coder }
      }
    }
    var found: [Coding] = []
    for entry in entries[low...] {
      guard entry.coding.span.start < span.end else { break }
      guard entry.coding.code != unit.codedAs, !hasFellow(entry),
        unit.codings.contains(where: {
          let ratio = $0.span.overlap(with: entry.coding.span)
          return ratio > 0 && NineDecimals.isAtLeast(ratio, leastOverlap)
        })
      else { continue }
      found.append(entry.coding)
    }
    return found
  }
}
