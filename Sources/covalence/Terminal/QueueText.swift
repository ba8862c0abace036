import StudyModel
import StudyWorkflow

/// What coders do not agree on, in words.
enum QueueText {
  static func show(_ queue: ReviewQueue) {
    for (index, item) in queue.items.enumerated() {
      let unit = item.unit
      let kinds = item.disagreement.kinds.map(ReviewWords.kind).joined(separator: ", ")
      Output.result(
        "\(index + 1). \(unit.codedAs) in \(item.source.id) \(ReviewWords.span(unit.codedSpan)), \(item.source.caseID ?? "whole set"): \(kinds)"
      )
      Output.result("   \(ReviewWords.effect(item.effect))")
      Output.result("   now \(ReviewWords.standing(unit))")
      for account in item.disagreement.accounts {
        Output.result("   \(ReviewWords.account(account))")
      }
      for memo in item.memos { Output.result("   memo of \(memo.coder): \(oneLine(memo.text))") }
      if let passage = item.passage {
        Output.result(
          "   \(oneLine(passage.before))[\(oneLine(passage.text))]\(oneLine(passage.after))")
      }
      if let decision = unit.decision {
        Output.result(
          "   decided: \(ReviewWords.decision(decision)), by \(decision.by) on \(decision.at): \(oneLine(decision.reason))"
        )
      }
      Output.result()
    }
    let rest = queue.open - queue.items.count { $0.unit.decision == nil }
    Output.say(
      "\(queue.open) open, \(queue.decided) decided."
        + (rest > 0 ? " \(rest) open ones are not shown." : "")
        + " Agreement stays as the coders left it, however these are settled.")
  }

  private static func oneLine(_ text: String) -> String {
    text.replacing("\n", with: " ")
  }
}
