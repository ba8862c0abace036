import Exchange
public import Reports
import Statistics
public import StudyModel
import StudyStore

extension Study {
  /// What the methods report is made from, as an audience may see it; a convenor sees it only where
  /// there is no other case.
  ///
  /// Agreement is that of the agreement report, scores and what hangs on the rule of consensus are
  /// those of the health reports, scales those of `covalence scales`: nothing is worked out twice.
  /// The seed of the plan serves all random parts.
  ///
  /// `agreement` is what the agreement report of the same plan is made from, where it was made before.
  public func methodsInput(
    from material: ReportMaterial, for audience: Audience, home: Home,
    plan: StudyAgreement.Plan = .init(), agreement known: AgreementInput? = nil
  ) throws -> MethodsInput {
    guard audience != .convenor || material.evidence.cases.count < 2 else {
      throw Failure(
        .data, .methodsForConvenor,
        "The methods report tells of all \(material.evidence.cases.count) cases, which a convenor may not see",
        remedy:
          "Make it for the researcher or the working group. The health report of a case ends with the method notes for its convenor."
      )
    }
    var input = MethodsInput(material.input(for: audience))
    input.generator = SeededGenerator.name
    input.seed = plan.seed
    input.framework = try frameworkAccount(home)
    input.rules = framework.scoring.stated.map {
      .init(key: $0.key, value: $0.value, standard: $0.standard)
    }
    try addCoding(to: &input, rule: material.rule)
    let shared = try agreementMaterial()
    if !shared.entries.isEmpty {
      // Others than the researcher get it without its numbers where a case is small, below.
      input.agreement =
        try known ?? agreementInput(for: .researcher, date: material.facts.date, plan: plan)
      input.disputes = DisputeTable(shared.disagreements)
    }
    let log = try decisionLog()
    input.decisions = log.entries.map {
      .init(
        decision: $0.record.decision.decision, by: $0.record.decision.by,
        at: $0.record.decision.at, standing: $0.record.standing)
    }
    input.decisionsTakenBack = log.takenBack.reduce(0) { $0 + $1.decisions.count }
    let sources = try MethodsSources(self)
    input.material = sources.rows(of: input.report.cases)
    input.otherWords = sources.otherWords
    input.survey = try surveyAccount(input)
    input.imports = try file.read { try $0.imports() }.map(MethodsInput.Import.init)
    if audience == .researcher { input.sensitivity = material.ruleChanges }
    input.hide()
    input.total = sources.total(of: input.material)
    return input
  }

  /// How the study's framework stands to the one that ships, and its versions in the study.
  private func frameworkAccount(_ home: Home) throws -> MethodsInput.FrameworkAccount {
    var account = MethodsInput.FrameworkAccount()
    if home.frameworkIDs().contains(framework.id) {
      let shipped = try home.framework(framework.id)
      account.origin =
        shipped.sha256 == frameworkHash
        ? .asShipped
        : .changed(
          from: shipped.framework.version, Self.words(shipped.framework, framework))
    }
    var before: Framework?
    for stored in try file.read({ try $0.frameworkVersions().map(\.framework) }) {
      let inHand = try FrameworkInHand(stored: stored).framework
      account.versions.append(
        .init(
          version: stored.version, sha256: stored.sha256, at: stored.addedAt,
          changes: before.map { Self.words($0, inHand) } ?? []))
      before = inHand
    }
    return account
  }

  /// The changes between two frameworks, one a line; those that may change scores have a star.
  private static func words(_ old: Framework, _ new: Framework) -> [String] {
    FrameworkChange.between(old, new).map { change in
      let what = [change.part.rawValue, change.id, change.kind.rawValue].filter { !$0.isEmpty }
      let detail = change.detail.isEmpty ? "" : ": \(change.detail)"
      return what.joined(separator: " ") + detail + (change.changesScores ? " *" : "")
    }
  }

  private func addCoding(to input: inout MethodsInput, rule: ConsensusRule) throws {
    try file.read { reader in
      try reader.forEachCodedSource { coded in
        let consensus = Consensus(of: coded, leastOverlap: framework.scoring.unitOverlap)
        input.coding.add(coded, consensus, rule: rule)
      }
      input.lostSegments = try reader.segmentsOfOldVersions().count
    }
    for (code, count) in input.coding.codes {
      guard let construct = framework.meaning(ofCode: code)?.construct else { continue }
      input.constructCodings[construct, default: 0] += count
    }
  }
}

extension MethodsInput.Import {
  fileprivate init(_ entry: ImportEntry) {
    self.init(
      number: Int(entry.id), kind: entry.kind, file: entry.file, sha256: entry.sha256,
      at: entry.at, undoneAt: entry.undoneAt, options: entry.options,
      rows: .init(
        read: entry.rowsIn, kept: entry.rowsKept, changed: entry.rowsChanged,
        skipped: entry.rowsSkipped, rejected: entry.rowsRejected))
  }
}

extension ReportMaterial {
  /// How many scores and bands another rule of consensus would change.
  var ruleChanges: [MethodsInput.RuleChange] {
    let bands = evidence.sensitivity(framework, scoredBy: rule)
    let own = scores.flatMap { score in score.constructs.map(\.score) }
    return ConsensusRule.allCases.filter { $0 != rule }.compactMap { other in
      guard let theirs = evidence.scores(framework, rule: other) else { return nil }
      let pairs = zip(own, theirs.flatMap { score in score.constructs.map(\.score) })
      return MethodsInput.RuleChange(
        rule: other, scores: pairs.count { $0.0 != nil || $0.1 != nil },
        scoresChanged: pairs.count {
          $0.0.map(NineDecimals.rounded) != $0.1.map(NineDecimals.rounded)
        }, bandsChanged: bands.count { $0.bands[other] != $0.bands[rule] })
    }
  }
}
