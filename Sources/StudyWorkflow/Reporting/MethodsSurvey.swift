import Reports
import StudyModel
import StudyStore

extension Study {
  /// How the survey was answered; nil where there is no response.
  func surveyAccount(_ input: MethodsInput) throws -> SurveyAccount? {
    let counts = try file.read { try $0.responseCounts() }
    guard !counts.isEmpty else { return nil }
    let versions = try file.read { try $0.instrumentVersions() }
    var account = SurveyAccount()
    let known = Set(framework.items.map(\.id))
    account.versions = versions.sorted { $0.key < $1.key }.enumerated().map { place, version in
      .init(
        number: place + 1, items: version.value.count,
        unknown: version.value.count { !known.contains($0) },
        responses: counts.filter { $0.version == version.key }.reduce(0) { $0 + $1.responses })
    }
    let asked = Set(versions.values.joined())
    account.items = framework.items.filter { asked.contains($0.id) }
    for score in input.report.scores {
      let own = counts.filter { $0.caseID == score.caseID && $0.phase == score.phase }
      guard !own.isEmpty else { continue }
      account.rows.append(row(of: score, counts: own, in: input))
    }
    let order = Dictionary(
      input.report.cases.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    account.rows = account.rows.enumerated().sorted {
      (order[$0.element.caseID] ?? 0, $0.offset) < (order[$1.element.caseID] ?? 0, $1.offset)
    }.map(\.element)
    account.scales = try scaleAccounts(input)
    return account
  }

  private func row(
    of score: CaseScore, counts: [StudyReader.ResponseCount], in input: MethodsInput
  ) -> SurveyAccount.Row {
    let invited = input.report.invited.filter {
      $0.caseID == score.caseID && ($0.phase == nil || $0.phase == score.phase)
    }
    var row = SurveyAccount.Row(
      caseID: score.caseID, phase: score.phase, responses: score.responses,
      invited: invited.isEmpty ? nil : invited.reduce(0) { $0 + $1.invited },
      organizations: score.organizations,
      withoutOrganization: counts.reduce(0) { $0 + $1.withoutOrganization })
    for figure in score.constructs.compactMap(\.survey) {
      row.byOrganizations += figure.weighting == .organizations ? 1 : 0
      row.byRespondents += figure.weighting == .respondents ? 1 : 0
      row.notAnswered += figure.notAnswered
      row.askable += figure.askable
    }
    row.isHidden = score.suppression.responses
    row.hidesParts = !score.suppression.survey.isEmpty
    return row
  }

  /// The reliability of each scale, of the cases and phases whose figure on it is shown.
  private func scaleAccounts(_ input: MethodsInput) throws -> [SurveyAccount.Scale] {
    guard let scales = try scales() else { return [] }
    let items = scales.itemCounts
    var accounts = scales.scales.map {
      SurveyAccount.Scale(construct: $0, items: items[$0] ?? 0, alphas: [], undefined: 0)
    }
    for score in input.report.scores {
      guard !score.suppression.responses, let at = scales.cells.index(ofCase: score.caseID),
        let phase = scales.cells.index(ofPhase: score.phase),
        let figures = scales.figures(case: at, phase: phase)
      else { continue }
      for (place, figure) in figures.enumerated()
      where figure.n > 0 && !score.suppression.survey.contains(figure.scale) {
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
