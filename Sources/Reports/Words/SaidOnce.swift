import StudyModel

/// Findings said in a few sentences: a convenor could say them aloud.
enum SaidOnce {
  /// A sentence a rule, in the order of the rules, of so many rules at most.
  ///
  /// A rule that fires on several constructs is said of the one where most is lost; the others are
  /// named after it. What two rules say in the same words is said once.
  static func sentences(
    _ findings: [Finding], of framework: Framework, atMost most: Int
  ) -> [String] {
    var rules: [String] = []
    for finding in findings where !rules.contains(finding.rule) { rules.append(finding.rule) }
    var said: Set<String> = []
    var sentences: [String] = []
    for rule in rules where sentences.count < most {
      let own = findings.filter { $0.rule == rule }
      guard let first = own.gravestFirst.first, said.insert(first.says).inserted else { continue }
      let others = own.filter { $0.construct != first.construct && $0.says != first.says }
      sentences.append(Words.withStop(first.says) + alsoOf(others, framework))
    }
    return sentences
  }

  private static func alsoOf(_ others: [Finding], _ framework: Framework) -> String {
    let names = others.compactMap { $0.construct.flatMap(framework.construct) }
      .map { Words.inSentence($0.plainName) }
    guard !names.isEmpty else { return "" }
    return " The same goes for \(Words.list(names, atMost: 4))."
  }
}
