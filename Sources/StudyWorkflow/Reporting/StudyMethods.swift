import Exchange
import Reports
import Statistics
import StudyModel
import StudyStore

/// What the methods report is made from, read at one moment; ``input(for:)`` gives
/// it to some eyes.
///
/// Agreement is that of the agreement report, scores and what hangs on the rule of consensus are
/// those of the health reports, scales those of `covalence scales`: nothing is worked out twice.
struct StudyMethods: Sendable {
  /// What the other reports are made from.
  let results: StudyResults
  /// What coders did with each source.
  let coders: AgreementMaterial
  /// What the agreement report for the researcher is made from; nil where no source was read by two
  /// coders.
  let agreement: AgreementInput?
  let plan: StudyAgreement.Plan
  let frameworkAccount: MethodsInput.FrameworkAccount
  let accounts: CodingAccounts
  let decisions: DecisionLog
  let sources: MethodsSources
  let survey: MethodsSurvey?
  let imports: [ImportEntry]
  let lostSegments: Int

  /// What some eyes see of it.
  func input(for eyes: Eyes) -> MethodsInput {
    var input = MethodsInput(results.seen(by: eyes).input)
    input.generator = SeededGenerator.name
    input.seed = plan.seed
    input.framework = frameworkAccount
    input.rules = results.framework.scoring.stated.map {
      .init(key: $0.key, value: $0.value, standard: $0.standard)
    }
    let shown = ShownSources(results.sources, for: eyes, rules: results.framework.scoring)
    if eyes.seeEverything {
      addAllCoding(to: &input)
    } else {
      addToldCoding(to: &input, shown: shown)
    }
    input.material = sources.rows(of: input.report.cases)
    if eyes.caseID != nil { input.material.removeAll { $0.caseID == nil } }
    input.survey = survey?.account(input, framework: results.framework)
    if !eyes.seeEverything { input.hide(shown) }
    input.total = sources.total(of: input.material, isTold: !eyes.seeEverything)
    return input
  }

  private func addAllCoding(to input: inout MethodsInput) {
    input.coding = accounts.all
    input.agreement = agreement
    input.disputes = DisputeTable(coders.disagreements)
    input.lostSegments = lostSegments
    for (code, count) in input.coding.codes {
      guard let construct = results.framework.meaning(ofCode: code)?.construct else { continue }
      input.constructCodings[construct, default: 0] += count
    }
    input.decisions = decisions.entries.map { Self.decision($0, by: $0.record.decision.by) }
    input.decisionsTakenBack = decisions.takenBack.reduce(0) { $0 + $1.decisions.count }
    input.otherWords = sources.otherWords
    input.imports = imports
    input.sensitivity = results.ruleChanges
  }

  /// What others are told of coding: all of it in the same sources and on the same codes, so that no
  /// count less another tells of the few that are left out.
  private func addToldCoding(to input: inout MethodsInput, shown: ShownSources) {
    let framework = results.framework
    let least = framework.scoring.suppressIntervieweesBelow
    // Of published cases and documents alone there is nobody to make out.
    input.countsAll = !results.sources.contains {
      $0.participant != nil || $0.kind.mayBeConfidential
    }
    let (account, leavesOutSingle) = accounts.told(
      in: shown.contains, least: input.countsAll ? 0 : least)
    input.leavesOutSingle = leavesOutSingle
    let material = coders.only(shown.contains)
    let told = material.told(by: framework)
    // Whether what is hidden holds any is not told either.
    let hidesPlaces = !shown.hidden.isEmpty
    input.hidesAgreement = told.codes.isEmpty && (hidesPlaces || !material.entries.isEmpty)
    if !told.codes.isEmpty {
      input.agreement = AgreementInput(
        seen: material, by: input.report.eyes, plan: plan,
        study: input.report.study, framework: framework)
    }
    let codes =
      input.countsAll
      ? Set(account.codes.keys)
      : material.entries.isEmpty
        ? account.codes(inAtLeast: least).filter { framework.meaning(ofCode: $0) != nil }
        : Set(told.codes)
    input.coding = account.only(codes: codes).withoutStrayDecisions
    input.hidesCodings = input.coding.codings == 0 && (hidesPlaces || account.codings > 0)
    let shared = Set(material.entries.map(\.source.id))
    input.decisions = decisions.entries.filter { entry in
      shown.contains(entry.source) && codes.contains(entry.record.decision.code)
        && (!leavesOutSingle || shared.contains(entry.source.id))
    }.map { Self.decision($0, by: "") }
    input.hidesDecisions =
      input.decisions.isEmpty
      && (hidesPlaces || decisions.entries.contains { shown.contains($0.source) })
  }

  private static func decision(_ entry: DecisionLog.Entry, by who: String) -> MethodsInput.Decision
  {
    .init(
      decision: entry.record.decision.decision, by: who, at: entry.record.decision.at,
      standing: entry.record.standing)
  }
}

extension StudySnapshot {
  /// Reads what the methods report is made from, in one walk over the codings; rounds and versions
  /// take a second.
  ///
  /// - Parameters:
  ///   - audience: Who is to read it; see ``results(for:rule:date:seed:quoting:)``.
  ///   - rule: The rule of consensus.
  ///   - date: The day of the report.
  ///   - plan: How intervals of agreement are made; its seed serves all random parts.
  ///   - quoting: Whose words are read for the other reports.
  ///   - home: Where the frameworks that ship are.
  /// - Returns: What the report is made from.
  /// - Throws: `StudyFileError`; `CancellationError`.
  func methods(
    for audience: Audience, rule: ConsensusRule = .majority, date: String,
    plan: StudyAgreement.Plan = .init(),
    quoting: Quoting = .nobody, home: Home
  ) throws -> StudyMethods {
    let corpus = try StudyCorpus(self, rule: rule, quoting: quoting, agreement: .everything)
    return try StudyMethods(
      results: results(from: corpus, for: audience, rule: rule, date: date, seed: plan.seed),
      coders: corpus.agreement,
      agreement: corpus.agreement.entries.isEmpty
        ? nil
        : agreementInput(of: corpus.agreement, for: .researcher, date: date, plan: plan),
      plan: plan, frameworkAccount: frameworkAccount(home), accounts: corpus.accounts,
      decisions: decisionLog(),
      sources: MethodsSources(reader, coders: corpus.readers), survey: methodsSurvey(),
      imports: reader.imports(), lostSegments: reader.segmentsOfOldVersions().count)
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
    for (_, stored) in try reader.frameworkVersions() {
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
}

extension StudyResults {
  /// How many scores and bands another rule of consensus would change.
  var ruleChanges: [MethodsInput.RuleChange] {
    let scoresByRule = evidence.scoresWithoutHealth
    let bands = Scoring.sensitivity(scoresByRule, scoredBy: rule)
    let own = scores.flatMap { score in score.constructs.map(\.score) }
    return ConsensusRule.allCases.filter { $0 != rule }.compactMap { other in
      guard let theirs = scoresByRule[other] else { return nil }
      let pairs = zip(own, theirs.flatMap { score in score.constructs.map(\.score) })
      return MethodsInput.RuleChange(
        rule: other, scores: pairs.count { $0.0 != nil || $0.1 != nil },
        scoresChanged: pairs.count {
          $0.0.map(NineDecimals.rounded) != $0.1.map(NineDecimals.rounded)
        }, bandsChanged: bands.count { $0.bands[other] != $0.bands[rule] })
    }
  }
}
