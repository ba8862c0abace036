/// Groups the codings of one meaning in one source into units.
///
/// Scoring specification, section 1, "Units". The pairs are found by a sweep along the text, so the
/// cost is n log n for the codings and p log p for the pairs that overlap enough, p being about n.
enum CodingGroups {
  /// Two codings by their places, the earlier first, and how far they overlap.
  private struct Pair {
    var ratio: Double
    var earlier: Int
    var later: Int
  }

  /// The groups of codings that are one unit each, in the order of their first codings.
  ///
  /// - Parameters:
  ///   - codings: The codings of one meaning in one source, in any order. The same span twice by one
  ///     coder counts once, with the higher weight and, where valences differ, as mixed.
  ///   - leastOverlap: The least ratio of intersection to union of two codings of one unit.
  /// - Returns: A list of codings a unit, by (start, end, coder); no coder is twice in one.
  static func form(_ codings: [Coding], leastOverlap: Double) -> [[Coding]] {
    let ordered = withoutRepeats(codings)
    var groupOf = Array(ordered.indices)
    var members = ordered.indices.map { [$0] }
    for pair in pairs(ordered, leastOverlap: leastOverlap) {
      let left = groupOf[pair.earlier]
      let right = groupOf[pair.later]
      guard left != right,
        mayJoin(members[left], members[right], of: ordered, leastOverlap: leastOverlap)
      else { continue }
      for member in members[right] { groupOf[member] = left }
      members[left].append(contentsOf: members[right])
      members[right] = []
    }
    return members.filter { !$0.isEmpty }
      .map { $0.sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
      .map { $0.map { ordered[$0] } }
  }

  /// The codings by (start, end, coder), those of one span by one coder made one.
  private static func withoutRepeats(_ codings: [Coding]) -> [Coding] {
    let ordered = codings.enumerated().sorted {
      ($0.element.span.start, $0.element.span.end, $0.element.coder, $0.offset)
        < ($1.element.span.start, $1.element.span.end, $1.element.coder, $1.offset)
    }
    var kept: [Coding] = []
    for (_, coding) in ordered {
      guard let last = kept.last, last.span == coding.span, last.coder == coding.coder else {
        kept.append(coding)
        continue
      }
      kept[kept.count - 1] = Self.one(of: last, coding)
    }
    return kept
  }

  /// What a coder said twice of one span: a weight that is missing is lower than any, a valence that is
  /// missing is supporting.
  private static func one(of first: Coding, _ second: Coding) -> Coding {
    var one = first
    one.weight = [first.weight, second.weight].compactMap { $0 }.max()
    if (first.valence ?? .supporting) != (second.valence ?? .supporting) { one.valence = .mixed }
    return one
  }

  /// The pairs of codings by different coders that overlap enough, in the order they are joined.
  private static func pairs(_ ordered: [Coding], leastOverlap: Double) -> [Pair] {
    var found: [Pair] = []
    for earlier in ordered.indices {
      let first = ordered[earlier]
      for later in ordered.index(after: earlier)..<ordered.endIndex {
        let second = ordered[later]
        // What starts this late shares too little with the earlier span, and so does all after it.
        let reach = Double(first.span.end - second.span.start)
        guard second.span.start < first.span.end,
          reach + 1 > leastOverlap * Double(first.span.length)
        else { break }
        guard first.coder != second.coder else { continue }
        let ratio = first.span.overlap(with: second.span)
        guard ratio > 0, NineDecimals.isAtLeast(ratio, leastOverlap) else { continue }
        found.append(Pair(ratio: ratio, earlier: earlier, later: later))
      }
    }
    return found.sorted {
      $0.ratio == $1.ratio
        ? ($0.earlier, $0.later) < ($1.earlier, $1.later) : $0.ratio > $1.ratio
    }
  }

  /// Whether two groups together hold no coder twice, and every two of their codings overlap enough.
  private static func mayJoin(
    _ left: [Int], _ right: [Int], of codings: [Coding], leastOverlap: Double
  ) -> Bool {
    left.allSatisfy { one in
      right.allSatisfy { other in
        codings[one].coder != codings[other].coder
          && NineDecimals.isAtLeast(
            codings[one].span.overlap(with: codings[other].span), leastOverlap)
      }
    }
  }
}
