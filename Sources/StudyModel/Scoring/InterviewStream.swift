/// The interview stream of one case and phase: a figure a construct, parents from their children.
///
/// Scoring specification, section 2.
struct InterviewStream {
  /// The figures, by the constructs' numbers; empty where the case and phase has no source.
  let figures: [InterviewFigure]

  /// A figure with the informants behind it, which parents put together.
  private struct Part {
    var score: Double?
    var side: InterviewFigure.Side?
    var strength: Double
    var counts: InterviewFigure.Counts
    var informants: Set<Int> = []
    var measured: Set<Int> = []
    var contrary: Set<Int> = []

    var figure: InterviewFigure {
      InterviewFigure(score: score, side: side, strength: strength, counts: counts)
    }
  }

  init(_ cell: CellEvidence, tree: ConstructTree) {
    guard cell.sources > 0 else {
      figures = []
      return
    }
    let interviewees = cell.interviewees
    var parts = cell.constructs.map { Self.leaf($0, kinds: cell.kinds, interviewees: interviewees) }
    for parent in tree.childrenFirst where !tree.isLeaf(parent) {
      parts[parent] = Self.parent(
        own: parts[parent], children: tree.children[parent].map { parts[$0] },
        isOfKinds: tree.isOfKinds[parent], kinds: cell.kinds, interviewees: interviewees)
    }
    figures = parts.map(\.figure)
  }

  /// The figure of one construct alone, at the cost of what is under it.
  static func figure(
    of number: Int, in cell: CellEvidence, tree: ConstructTree
  ) -> InterviewFigure? {
    guard cell.sources > 0 else { return nil }
    let interviewees = cell.interviewees
    var parts: [Int: Part] = [:]
    for construct in tree.childrenFirst(from: number) {
      let own = leaf(cell.constructs[construct], kinds: cell.kinds, interviewees: interviewees)
      parts[construct] =
        tree.isLeaf(construct)
        ? own
        : parent(
          own: own, children: tree.children[construct].compactMap { parts[$0] },
          isOfKinds: tree.isOfKinds[construct], kinds: cell.kinds, interviewees: interviewees)
    }
    return parts[number]?.figure
  }

  private static func leaf(
    _ evidence: ConstructEvidence, kinds: [InformantKind], interviewees: Int
  ) -> Part {
    let accounts = evidence.accounts
    let speaking = accounts.filter(\.value.speaksFor)
    let denying = accounts.filter { !$0.value.speaksFor }
    let isFor = speaking.count >= denying.count
    let contested = !speaking.isEmpty && !denying.isEmpty
    let side = isFor ? speaking : denying
    let grade = grade(
      side.keys.map { kinds[$0] }, areAnalyses: side.values.allSatisfy(\.isOfAnalysis),
      contested: contested)
    // In the informants' order, so that the same evidence gives the same last digit every time.
    let levels = accounts.sorted { $0.key < $1.key }.compactMap(\.value.level)
    let informants = Set(accounts.keys)
    let measured = Set(accounts.filter(\.value.isWeighted).keys)
    let contrary = Set(accounts.filter { $0.value.contrary > 0 }.keys)
    let score = levels.isEmpty ? nil : 100 * levels.reduce(0, +) / Double(levels.count)
    return Part(
      score: score, side: informants.isEmpty ? nil : (isFor ? .for : .against),
      strength: grade.strength,
      counts: .init(
        informants: informants.count, measured: measured.count, interviewees: interviewees,
        speaking: informants.count { kinds[$0].isPerson }, mentions: evidence.mentions,
        contrary: contrary.count, contested: contested, unresolved: evidence.unresolved,
        grade: grade, presence: presence(of: evidence),
        oneCoderOnly: evidence.mentions > 0 && evidence.byOneCoder == evidence.mentions),
      informants: informants, measured: measured, contrary: contrary)
  }

  /// Whether it is there, by what is said of the construct itself.
  private static func presence(of evidence: ConstructEvidence) -> Presence {
    let accounts = evidence.accounts.values
    let speaking = accounts.count(where: \.speaksFor)
    guard !accounts.isEmpty else { return evidence.unresolved > 0 ? .undecided : .notSpokenOf }
    guard speaking > 0 else { return .denied }
    guard speaking == accounts.count else { return .contested }
    return accounts.contains { $0.supporting > 0 } ? .evident : .inPart
  }

  /// How far the informants of the larger side corroborate each other.
  private static func grade(
    _ side: [InformantKind], areAnalyses: Bool, contested: Bool
  ) -> Grade {
    let grade: Grade =
      if side.isEmpty {
        .absent
      } else if areAnalyses {
        .agreed
      } else if side.contains(.convenor), side.contains(.interviewee) {
        .triangulated
      } else {
        side.count > 1 ? .corroborated : .single
      }
    guard contested, grade != .absent else { return grade }
    return grade == .triangulated ? .corroborated : .single
  }

  private static func parent(
    own: Part, children: [Part], isOfKinds: Bool, kinds: [InformantKind], interviewees: Int
  ) -> Part {
    let hasOwn = own.counts.mentions > 0
    let parts = hasOwn ? children + [own] : children
    // The mean of what excludes each other says nothing, of codings on the parent itself neither.
    let levels = isOfKinds ? [] : parts.compactMap(\.score)
    let score = levels.isEmpty ? nil : levels.reduce(0, +) / Double(levels.count)
    let informants = parts.reduce(into: Set<Int>()) { $0.formUnion($1.informants) }
    let measured = parts.reduce(into: Set<Int>()) { $0.formUnion($1.measured) }
    let contrary = parts.reduce(into: Set<Int>()) { $0.formUnion($1.contrary) }
    let spoken = parts.filter { $0.counts.informants > 0 }
    return Part(
      score: score,
      strength: min(1, parts.reduce(0) { $0 + $1.strength } / Double(children.count)),
      counts: .init(
        informants: informants.count, measured: measured.count, interviewees: interviewees,
        speaking: informants.count { kinds[$0].isPerson },
        mentions: parts.reduce(0) { $0 + $1.counts.mentions }, contrary: contrary.count,
        contested: parts.contains(where: \.counts.contested),
        unresolved: children.reduce(own.counts.unresolved) { $0 + $1.counts.unresolved },
        grade: nil,
        presence: presence(ofParent: children + [own]),
        repertoire: .init(
          spoken: children.count { $0.counts.informants > 0 }, of: children.count),
        oneCoderOnly: !spoken.isEmpty && spoken.allSatisfy(\.counts.oneCoderOnly)),
      informants: informants, measured: measured, contrary: contrary)
  }

  /// The presence of a parent: the first that one of its parts has.
  private static func presence(ofParent parts: [Part]) -> Presence {
    let found = Set(parts.map(\.counts.presence))
    let order: [Presence] = [.evident, .inPart, .contested, .denied, .undecided]
    return order.first(where: found.contains) ?? .notSpokenOf
  }
}
