import Reports
import StudyModel
import StudyStore

/// How the survey was answered, before anything is hidden; ``account(_:)`` is the only way out.
struct MethodsSurvey: Sendable {
  private let counts: [StudyReader.ResponseCount]
  private let versions: [Int64: [String]]
  private let scales: SurveyScales?
  /// The same of those who named an organization; nil where all did.
  private let placed: SurveyScales?

  /// Reads it; nil where there is no response.
  init?(_ snapshot: StudySnapshot) throws {
    counts = try snapshot.reader.responseCounts()
    guard !counts.isEmpty else { return nil }
    versions = try snapshot.reader.instrumentVersions()
    scales = try snapshot.scales()
    placed =
      counts.contains { $0.withoutOrganization > 0 } ? try snapshot.scales(ofPlaced: true) : nil
  }

  /// What some eyes may see of it, by the scores that they see.
  func account(_ report: SeenStudy) -> SurveyAccount {
    let framework = report.framework
    var account = SurveyAccount()
    let known = Set(framework.items.map(\.id))
    account.versions = versions.sorted { $0.key < $1.key }.enumerated().map { place, version in
      .init(
        number: place + 1, items: version.value.count,
        unknown: version.value.count { !known.contains($0) },
        // Less the rows they would give how many were left out.
        responses: report.eyes.seeEverything
          ? .shown(
            counts.filter { $0.version == version.key }.reduce(0) { $0 + $1.responses }) : .hidden)
    }
    let asked = Set(versions.values.joined())
    account.items = framework.items.filter { asked.contains($0.id) }
    let byPlace = Dictionary(grouping: counts) { CasePhase(caseID: $0.caseID, phase: $0.phase) }
    for score in report.scores {
      guard let own = byPlace[CasePhase(caseID: score.caseID, phase: score.phase)] else { continue }
      account.rows.append(
        SurveyAccount.Row(
          caseID: score.caseID, phase: score.phase,
          answers: score.responses.flatMap { responses in
            score.organizations.map { organizations in
              answers(
                score, of: (responses, organizations), counts: own,
                invited: report.invited(to: score), for: report.eyes)
            }
          }))
    }
    let order = Dictionary(
      report.cases.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    account.rows = account.rows.enumerated().sorted {
      (order[$0.element.caseID] ?? 0, $0.offset) < (order[$1.element.caseID] ?? 0, $1.offset)
    }.map(\.element)
    account.scales =
      report.eyes.seeEverything ? scaleAccounts(report) : scalesForOthers(report)
    return account
  }

  private func answers(
    _ score: SeenScore, of size: (responses: Int, organizations: Int),
    counts: [StudyReader.ResponseCount], invited: Int?, for eyes: Eyes
  ) -> SurveyAccount.Answers {
    var answers = SurveyAccount.Answers(
      responses: size.responses, invited: invited,
      organizations: size.organizations)
    var (levels, given) = (SurveyAccount.Levels(), SurveyAccount.Given())
    for figure in score.constructs.compactMap(\.survey.figure) {
      switch figure.weighting {
      case .organizations: levels.byOrganizations += 1
      case .respondents: levels.byRespondents += 1
      }
      guard let counts = figure.counts else { continue }
      given.notAnswered += counts.notAnswered
      given.askable += counts.askable
    }
    if !score.tellsInWords, !score.constructs.contains(where: \.survey.isHidden) {
      answers.levels = .shown(levels)
    }
    if eyes.seeEverything {
      answers.given = .shown(given)
      answers.withoutOrganization = .shown(counts.reduce(0) { $0 + $1.withoutOrganization })
    }
    return answers
  }

  /// The same for others than the researcher.
  ///
  /// Of the cases and phases in which enough respondents answered every item, nothing of the scale is
  /// hidden, and alpha rests on those on whom the levels rest: on all who answered, or on all of them who
  /// named an organization. Where a few more were left out there is none.
  private func scalesForOthers(_ report: SeenStudy) -> [SurveyAccount.Scale] {
    guard let scales else { return [] }
    let framework = report.framework
    let items = scales.itemCounts
    let limits = Limits(framework.scoring)
    var accounts = scales.scales.map {
      SurveyAccount.Scale(construct: $0, items: items[$0] ?? 0, alphas: [], undefined: 0)
    }
    for place in accounts.indices { accounts[place].isRounded = true }
    var few = Array(repeating: false, count: accounts.count)
    for score in report.scores {
      guard let at = scales.cells.index(ofCase: score.caseID),
        let phase = scales.cells.index(ofPhase: score.phase),
        let figures = scales.figures(case: at, phase: phase)
      else { continue }
      for (place, all) in figures.enumerated() {
        let parts = [all.scale] + framework.descendants(of: all.scale).map(\.id)
        let base = base(of: score, parts, case: at, phase: phase)
        let figure = base?.figures(case: at, phase: phase)?[place]
        let level = score.construct(all.scale)?.survey.figure?.score
        if let figure, limits.tellsAlpha(ofComplete: figure.complete),
          level.map(limits.tellsAlpha(beside:)) ?? false
        {
          if let alpha = figure.alpha {
            accounts[place].alphas.append(AgreementValue.rounded(alpha))
          }
        } else {
          few[place] = few[place] || all.complete > 0
        }
      }
    }
    return zip(accounts, few).filter {
      limits.tellsAlphas(of: $0.alphas.count, besideFew: $1)
    }.map(\.0)
  }

  /// The scales of those on whom all levels of these constructs rest; nil where something is hidden or
  /// they rest on others.
  private func base(
    of score: SeenScore, _ constructs: [String], case at: Int, phase: Int
  ) -> SurveyScales? {
    guard !score.responses.isHidden,
      !constructs.contains(where: { score.construct($0)?.survey.isHidden == true })
    else { return nil }
    func rest(on base: SurveyScales, arePlaced: Bool) -> Bool {
      constructs.allSatisfy { construct in
        let all = base.respondents(on: construct, case: at, phase: phase) ?? 0
        guard all > 0 else { return true }
        // Levels by organizations rest on none who named no organization, so that as many are the same.
        let shown = score.construct(construct)?.survey.figure
        return shown?.n == all && (!arePlaced || shown?.weighting == .organizations)
      }
    }
    if let scales, rest(on: scales, arePlaced: false) { return scales }
    if let placed, rest(on: placed, arePlaced: true) { return placed }
    return nil
  }

  /// The reliability of each scale, of the cases and phases whose figure on it is shown.
  private func scaleAccounts(_ report: SeenStudy) -> [SurveyAccount.Scale] {
    guard let scales else { return [] }
    let items = scales.itemCounts
    var accounts = scales.scales.map {
      SurveyAccount.Scale(construct: $0, items: items[$0] ?? 0, alphas: [], undefined: 0)
    }
    for score in report.scores {
      guard !score.responses.isHidden, let at = scales.cells.index(ofCase: score.caseID),
        let phase = scales.cells.index(ofPhase: score.phase),
        let figures = scales.figures(case: at, phase: phase)
      else { continue }
      for (place, figure) in figures.enumerated()
      where figure.n > 0 && score.construct(figure.scale)?.survey.isHidden != true {
        if let alpha = figure.alpha {
          accounts[place].alphas.append(alpha)
        } else {
          accounts[place].undefined += 1
        }
      }
    }
    return accounts.filter { !$0.alphas.isEmpty || $0.undefined > 0 }
  }
}
