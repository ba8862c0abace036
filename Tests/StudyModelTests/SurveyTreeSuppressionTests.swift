import Testing

@testable import StudyModel

@Suite("Which survey figures others do not see")
struct SurveyTreeSuppressionTests {
  private func hidden(_ answers: [(String, Int)]) -> Set<String> {
    SurveyTreeSuppression(
      answers: Dictionary(answers, uniquingKeysWith: { first, _ in first }), threshold: 5,
      framework: VanWinkelen.framework
    ).hidden()
  }

  @Test("A figure on 5 answers is shown, one on 4 is not")
  func threshold() {
    #expect(hidden([("value.tangible", 5)]).isEmpty)
    #expect(hidden([("value.tangible", 4)]) == ["value.tangible"])
  }

  @Test("Where one of several siblings is hidden the smallest other is hidden too")
  func siblings() {
    // The parent on 9; the smallest of parent and siblings shown is `social-time` on 6.
    #expect(
      hidden([
        ("dynamics.ties", 9), ("dynamics.ties.technology", 8), ("dynamics.ties.social-time", 6),
        ("dynamics.ties.qualifying-criteria", 3), ("dynamics.ties.continuity", 9),
      ]) == ["dynamics.ties.qualifying-criteria", "dynamics.ties.social-time"])
  }

  @Test("Of equally small ones the parent goes, for it comes first")
  func parentFirst() {
    #expect(
      hidden([
        ("dynamics.ties", 7), ("dynamics.ties.technology", 7), ("dynamics.ties.social-time", 4),
      ]) == ["dynamics.ties", "dynamics.ties.social-time"])
  }

  @Test("Two hidden children that the same few answered still give their sum away")
  func sameFew() {
    // The same two people may have answered both: a third goes, on 6.
    #expect(
      hidden([
        ("dynamics.ties", 9), ("dynamics.ties.technology", 2), ("dynamics.ties.social-time", 2),
        ("dynamics.ties.continuity", 6), ("dynamics.ties.qualifying-criteria", 8),
      ]) == [
        "dynamics.ties.technology", "dynamics.ties.social-time", "dynamics.ties.continuity",
      ])
  }

  @Test("A parent on enough answers may stand where all its children are hidden")
  func childrenApart() {
    // Six people answered one or the other, so no single answer is to be had.
    #expect(
      hidden([
        ("value.capability", 6), ("value.capability.collaborating", 3),
        ("value.capability.subject", 3),
      ]) == ["value.capability.collaborating", "value.capability.subject"])
  }

  @Test("What is hidden to guard a child is guarded in turn, above and below")
  func upwards() {
    // `subject` is small; its parent is hidden with it (5 is smallest, and first), so under `value` a
    // second goes: `tangible` on 6 before `operational` on 7 and `value` on 9.
    #expect(
      hidden([
        ("value", 9), ("value.tangible", 6), ("value.operational", 7), ("value.capability", 5),
        ("value.capability.collaborating", 5), ("value.capability.subject", 2),
      ]) == ["value.capability", "value.capability.subject", "value.tangible"])
    // `tangible` is small, `capability` is hidden to guard it, and so must be one of its children.
    #expect(
      hidden([
        ("value", 9), ("value.tangible", 3), ("value.operational", 9), ("value.capability", 7),
        ("value.capability.collaborating", 7), ("value.capability.subject", 6),
      ]) == ["value.tangible", "value.capability", "value.capability.subject"])
  }

  @Test("In every case of up to 6 answers no shown parent gives a small figure away")
  func property() {
    let ids = ["dynamics.ties.technology", "dynamics.ties.social-time", "dynamics.ties.continuity"]
    for code in 0..<7 * 7 * 7 {
      let numbers = [code % 7, code / 7 % 7, code / 49]
      for parent in (numbers.max() ?? 0)...9 where parent > 0 {
        let children = zip(ids, numbers).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
        let gone = hidden([("dynamics.ties", parent)] + children)
        let closed = children.filter { gone.contains($0.0) }
        let open = children.filter { !gone.contains($0.0) }
        #expect(open.allSatisfy { $0.1 >= 5 })
        if gone.contains("dynamics.ties") {
          #expect(open.count < children.count || children.isEmpty)
        } else if !closed.isEmpty {
          let together = max(
            closed.map(\.1).max() ?? 0, parent - open.map(\.1).reduce(0, +))
          #expect(parent >= 5 && closed.count > 1 && together >= 5)
        }
      }
    }
  }
}
