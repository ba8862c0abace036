/// How much what the same people say of a construct in interviews changed from one phase to the next.
///
/// There is no interval: interviewees are chosen, not sampled. Scoring specification, section 9.
public struct InterviewChange: Sendable, Hashable {
  /// Later minus earlier, in points of 0 to 100: the mean over these people, of a parent that of its parts'
  /// changes.
  public var change: Double
  /// How many people they are.
  public var n: Int

  /// Creates a change.
  public init(change: Double, n: Int) { (self.change, self.n) = (change, n) }
}

extension InterviewEvidence {
  /// A change with the people behind it, which parents put together.
  private struct Part {
    var change: Double
    var people: Set<String>

    /// The mean of several parts; nil without one.
    init?(meanOf parts: [Part]) {
      guard !parts.isEmpty else { return nil }
      change = parts.reduce(0) { $0 + $1.change } / Double(parts.count)
      people = parts.reduce(into: []) { $0.formUnion($1.people) }
    }

    /// The change of those who gave a level in both phases; nil where nobody did.
    init?(from before: [String: Double], to after: [String: Double]) {
      let both = before.keys.filter { after[$0] != nil }.sorted()
      guard !both.isEmpty else { return nil }
      let differences = both.map { (after[$0] ?? 0) - (before[$0] ?? 0) }
      change = 100 * differences.reduce(0, +) / Double(both.count)
      people = Set(both)
    }
  }

  /// What changed in what the same people say from a phase to a later one, by the constructs' numbers; nil
  /// where nobody gave a level in both.
  ///
  /// Sources that are no interview of a named person take no part: nobody is the same in them.
  func changes(caseID: String, from earlier: String, to later: String) -> [InterviewChange?] {
    guard let before = cells.cell(caseID: caseID, phase: earlier),
      let after = cells.cell(caseID: caseID, phase: later)
    else { return tree.ids.map { _ in nil } }
    var parts: [Part?] = zip(levels(before), levels(after)).map { Part(from: $0, to: $1) }
    for parent in tree.childrenFirst where !tree.isLeaf(parent) {
      guard !tree.isOfKinds[parent] else {
        // What excludes each other has no level, so nothing of it can change, nor enter what is above.
        parts[parent] = nil
        continue
      }
      // What is said of the parent itself is one part more.
      let own = parts[parent].map { [$0] } ?? []
      parts[parent] = Part(meanOf: tree.children[parent].compactMap { parts[$0] } + own)
    }
    return parts.map { part in
      part.map { InterviewChange(change: $0.change, n: $0.people.count) }
    }
  }

  /// How much of each construct each person tells of, 0 to 1, by the constructs' numbers; who gave no weight
  /// is left out.
  private func levels(_ cell: Int) -> [[String: Double]] {
    let people = evidence[cell].people
    return evidence[cell].constructs.map { construct in
      construct.accounts.reduce(into: [:]) { levels, account in
        guard let person = people[account.key] else { return }
        levels[person] = account.value.level
      }
    }
  }
}
