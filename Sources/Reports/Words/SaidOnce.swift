import StudyModel

/// Findings said in a few sentences: a convenor could say them aloud.
enum SaidOnce {
  /// What may be said in one sentence: a rule, by the changes of one stream.
  private struct Kind: Hashable {
    let rule: String
    let changes: Set<EvidenceStream>

    init(_ finding: Finding) { (rule, changes) = (finding.rule, finding.changes) }
  }

  /// A sentence a rule, in the order of the rules, of so many at most; one of its own for what rests on the
  /// change of another stream.
  ///
  /// A rule that fires on several constructs is said of the one where most is lost; the others are
  /// named after it. What two rules say in the same words is said once.
  static func sentences(
    _ findings: [Finding], of framework: Framework, atMost most: Int
  ) -> [String] {
    var kinds: [Kind] = []
    for finding in findings where !kinds.contains(Kind(finding)) { kinds.append(Kind(finding)) }
    var said: Set<String> = []
    var sentences: [String] = []
    for kind in kinds where sentences.count < most {
      let own = findings.filter { Kind($0) == kind }
      guard let first = own.gravestFirst.first, said.insert(first.says).inserted else { continue }
      let others = own.filter { $0.construct != first.construct && $0.says != first.says }
      sentences.append(
        Words.withStop(first.says) + alsoOf(others, likeThat: first, framework))
    }
    return sentences
  }

  /// Of what else it holds: with the same figures, and with others.
  private static func alsoOf(
    _ others: [Finding], likeThat first: Finding, _ framework: Framework
  ) -> String {
    func names(_ findings: [Finding]) -> String? {
      let names = findings.compactMap { $0.construct.flatMap(framework.construct) }
        .map { Words.inSentence($0.plainName) }
      return names.isEmpty ? nil : Words.list(names, atMost: 4)
    }
    let same = names(others.filter { figures($0) == figures(first) })
    let differing = names(others.filter { figures($0) != figures(first) })
    return [
      same.map { " The same goes for \($0)." },
      differing.map { " The same, with other figures, goes for \($0)." },
    ].compactMap { $0 }.joined()
  }

  /// The figures that a sentence says.
  private static func figures(_ finding: Finding) -> String {
    finding.says.filter { $0.isNumber || "+−".contains($0) }
  }
}
