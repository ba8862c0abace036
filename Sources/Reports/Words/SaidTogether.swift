import StudyModel

/// What a rule says in a report: once, of all that it fired on, with what that rests on.
struct SaidTogether {
  /// The findings, where most is lost first.
  let findings: [Finding]

  /// The finding by which several are headed.
  var leading: Finding { findings[0] }

  /// What may be said in one sentence: a rule, by the changes of one stream.
  private struct Kind: Hashable {
    let rule: String
    let changes: Set<EvidenceStream>

    init(_ finding: Finding) { (rule, changes) = (finding.rule, finding.changes) }
  }

  /// One a rule, in the order of the rules, and of its own for what rests on the change of another stream.
  static func all(_ findings: [Finding]) -> [SaidTogether] {
    findings.map(Kind.init).eachOnce.map { kind in
      SaidTogether(findings: findings.filter { Kind($0) == kind }.gravestFirst)
    }
  }

  /// The sentences of so many rules at most; what two rules say in the same words is said once.
  static func sentences(
    _ findings: [Finding], of framework: Framework, atMost most: Int
  ) -> [String] {
    Array(all(findings).lazy.map { $0.sentence(framework) }.eachOnce.prefix(most))
  }

  /// The heading over some findings: that of the first rule that gives one or, where it says what falls short, of
  /// the rule by which most is lost.
  static func heading(_ findings: [Finding]) -> String? {
    let headed = all(findings).filter { $0.heading != nil }
    guard let first = headed.first, first.leading.tone == .shortfall else {
      return headed.first?.heading
    }
    let gravest = headed.filter { $0.leading.tone == .shortfall }.map(\.leading).gravestFirst.first
    return headed.first { $0.leading == gravest }?.heading
  }

  /// The heading over all of it.
  var heading: String? {
    let frame = listsNames ? leading.item?.heading : nil
    let names = findings.compactMap { $0.item?.name }.eachOnce
    let heading = frame?.around(names, atMost: Self.mostInHeading) ?? leading.heading
    // A change of what people say is none of what the survey measures, which a reader takes it for.
    return leading.changes == [.interviews] ? heading.map { $0 + ", in the interviews" } : heading
  }

  /// So many names stand in a heading at most.
  private static let mostInHeading = 3

  /// Whether heading and sentence list the same names.
  var listsNames: Bool {
    isOfSeveral && leading.item?.heading != nil && findings.allSatisfy { $0.item != nil }
  }

  private var isOfSeveral: Bool { Set(findings.map(\.construct)).count > 1 }

  /// That all of it might be otherwise, for the border of the band lies inside each interval; nil where it is surer.
  func reserve(_ rules: ScoringRules) -> String? {
    guard findings.allSatisfy(\.isClose) else { return nil }
    let may = isOfSeveral ? "By their intervals they may" : "By its interval it may"
    return switch leading.tone {
    case .shortfall:
      "\(may) lie above \(Words.short(rules.developingFrom, atMost: 2)), where a concern ends."
    case .strength:
      "\(may) lie below \(Words.short(rules.strengthFrom, atMost: 2)), where a strength begins."
    case .neutral, .caution: nil
    }
  }

  /// All of it, in a sentence or two.
  func sentence(_ framework: Framework) -> String {
    guard isOfSeveral else { return Words.withStop(leading.says) }
    let items = findings.compactMap(\.item)
    if let item = leading.item, items.count == findings.count {
      return Words.withStop(item.says.around(Self.listed(items), atMost: Words.mostNames))
    }
    return sentences(framework).prefix(Words.mostNames).joined(separator: " ")
  }

  /// What is said of each; of those of which the same is said, once: `a, b and c each in 3 of 3 cases`.
  private static func listed(_ items: [Finding.Item]) -> [String] {
    let rests = items.map(\.rest).eachOnce
    let isGrouped = rests.count < items.count && rests.allSatisfy { $0.hasPrefix(" in ") }
    let groups =
      isGrouped ? rests.map { rest in items.filter { $0.rest == rest } } : items.map { [$0] }
    // Of which cases it counts is said once where it holds on; after another it is said anew.
    var scope: String?
    return groups.map { group in
      let item = group[0]
      defer { scope = item.scope }
      let words = item.scope == scope ? item.again : item.words
      guard isGrouped, words.hasPrefix(item.name) else { return words }
      let names = group.map(\.name).eachOnce
      return Words.list(names, atMost: Words.mostNames) + (names.count > 1 ? " each" : "")
        + words.dropFirst(item.name.count)
    }.eachOnce
  }

  /// A sentence for each reading: what is said of two alike is said of both only where it is the same in the
  /// same cases.
  private func sentences(_ framework: Framework) -> [String] {
    var readings: [[Finding]] = []
    for finding in findings {
      let place = readings.firstIndex {
        $0[0].reading == finding.reading && $0[0].cases == finding.cases
      }
      if let place { readings[place].append(finding) } else { readings.append([finding]) }
    }
    return readings.map { alike in
      let others = alike.filter { $0.says != alike[0].says }
        .compactMap { $0.construct.flatMap(framework.construct) }
        .map { Words.inSentence($0.plainName) }
      let also =
        others.isEmpty ? "" : " The same goes for \(Words.list(others, atMost: Words.mostNames))."
      return Words.withStop(alike[0].says) + also
    }.eachOnce
  }

  /// Whether it says as good or as bad a thing of all constructs that another speaks of; of no construct nothing
  /// is said.
  func saysAll(of other: SaidTogether) -> Bool {
    leading.tone == other.leading.tone && !other.restsOn.constructs.isEmpty
      && Set(other.restsOn.constructs).isSubset(of: restsOn.constructs)
  }

  /// What it rests on.
  var restsOn: Resting {
    Resting(
      rule: leading.rule, constructs: findings.flatMap(\.constructs).eachOnce,
      streams: findings.reduce(into: []) { $0.formUnion($1.streams) },
      evidence: findings.flatMap(\.evidence).eachOnce)
  }
}

/// What a sentence rests on: the rule that said it, and the figures by which it did.
struct Resting: Sendable, Hashable {
  /// The finding rule.
  var rule: String
  /// The constructs of whose figures it speaks.
  var constructs: [String]
  /// The streams that those figures are of.
  var streams: Set<EvidenceStream>
  /// The figures, in words: for the researcher.
  var evidence: [String]
}
