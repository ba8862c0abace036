/// Which survey figures of a case are hidden, so that none on too few answers can be worked out.
///
/// A parent's survey level is, for each respondent, the mean of the children answered. So a parent
/// and all children but one give the one away, as does a set of hidden children that the same few
/// answered. The rule:
/// 1. A figure on fewer than `threshold` answers is hidden.
/// 2. Under a parent that is shown, hidden children must be at least two, and at least `threshold`
///    must have answered one or the other of them. How many did is not known; it is at least the
///    largest of their numbers, and at least the parent's less those of the children shown. While that
///    does not hold, one more is hidden: of the parent and the children shown the one on the fewest
///    answers, of equal ones the first in the framework's order, in which a parent precedes.
/// 3. A hidden parent must not be the sum of its children: where all of them are shown, one is
///    hidden, chosen in the same way.
/// 4. Again until nothing changes, for what is hidden to guard one figure must be guarded too.
///
/// Children without a survey figure take no part. What this does not cover: two figures over almost
/// the same respondents, such as a form's level and its gap, differ by those who left a question out; ``CaseAnswers`` settles on one set.
struct SurveyTreeSuppression {
  /// The answers of each construct with a survey figure.
  let answers: [String: Int]
  let threshold: Int
  let framework: Framework

  private struct Family {
    var parent: String
    var children: [String]
  }

  /// The constructs whose figure is hidden.
  func hidden() -> Set<String> {
    var hidden = Set(answers.filter { $0.value < threshold }.keys)
    guard !hidden.isEmpty else { return [] }
    let families = families()
    var isSettled = false
    while !isSettled {
      // Each pass hides at least one more, so it ends when everything is hidden at the latest.
      let further = families.lazy.compactMap { toHide(in: $0, hidden: hidden) }.first
      if let further { hidden.insert(further) } else { isSettled = true }
    }
    return hidden
  }

  private func families() -> [Family] {
    framework.constructs.compactMap { parent in
      guard answers[parent.id] != nil else { return nil }
      let children = framework.children(of: parent.id).map(\.id).filter { answers[$0] != nil }
      return children.isEmpty ? nil : Family(parent: parent.id, children: children)
    }
  }

  /// One more figure to hide in a family; nil where it gives nothing away.
  private func toHide(in family: Family, hidden: Set<String>) -> String? {
    let closed = family.children.filter(hidden.contains)
    let open = family.children.filter { !hidden.contains($0) }
    if hidden.contains(family.parent) {
      return closed.isEmpty ? fewest(of: open) : nil
    }
    guard !closed.isEmpty else { return nil }
    let spared = (answers[family.parent] ?? 0) - open.compactMap { answers[$0] }.reduce(0, +)
    let together = max(closed.compactMap { answers[$0] }.max() ?? 0, spared)
    guard closed.count < 2 || together < threshold else { return nil }
    return fewest(of: [family.parent] + open)
  }

  /// The one on the fewest answers; the ids come in the framework's order.
  private func fewest(of ids: [String]) -> String? {
    ids.min { (answers[$0] ?? 0) < (answers[$1] ?? 0) }
  }
}
