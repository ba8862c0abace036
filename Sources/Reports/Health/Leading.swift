import StudyModel

/// What leads a case's report and what else falls short: chosen once, for the head of the page and for the order
/// of the steps.
struct Leading {
  /// What the rules say, a rule at a time.
  let said: [SaidTogether]
  /// What falls short, where most is lost first.
  let gravest: [SaidTogether]
  /// What leads: what is written as a headline, else the gravest, else the first; nil where no rule gives a heading.
  let leads: SaidTogether?
  private let framework: Framework

  init(_ findings: [Finding], of framework: Framework) {
    // What the same few people say now and said before has no interval: it heads nothing.
    let said = SaidTogether.all(findings.filter { !$0.isOfFewVoices })
    let short = said.filter { $0.leading.tone == .shortfall }
    let gravest = short.map(\.leading).gravestFirst.compactMap { finding in
      short.first { $0.leading == finding }
    }
    leads =
      said.first { $0.leading.section == "headline" && $0.heading != nil }
      ?? gravest.first { $0.heading != nil }
      ?? said.first { $0.heading != nil && $0.leading.section != "quality" }
    (self.said, self.gravest, self.framework) = (said, gravest, framework)
  }

  /// Whether something stands under the headline already, or says no more of its constructs than what stands there.
  func isLed(_ said: SaidTogether) -> Bool {
    guard let leads else { return false }
    return leads.leading.rule == said.leading.rule
      || said.heading != nil && leads.heading == said.heading
      || leads.sentence(framework) == said.sentence(framework) || leads.saysAll(of: said)
  }

  /// The gravest of what falls short besides what leads.
  var worst: SaidTogether? {
    let others = gravest.filter { !isLed($0) }
    return others.first { $0.heading != nil } ?? others.first
  }

  /// The rule by which the head of the page begins with a doubt about what is known; nil where it does not.
  var doubt: String? {
    leads.flatMap { $0.leading.tone == .caution ? $0.leading.rule : nil }
  }

  /// The rules that the head of the page speaks by, whose steps come first.
  var rules: [String] { [leads, worst].compactMap { $0?.leading.rule } }
}
