import Reports
import StudyModel

extension MethodsInput {
  /// Leaves out what others than the researcher may not see; nothing is hidden from the researcher.
  ///
  /// Scores were seen through `OtherEyes` before. Where a case has few interviewees, the numbers of
  /// sources, codings, units and decisions go for all cases: with the rows of the others the
  /// missing ones could be worked out. So do numbers over all responses where a case has few.
  mutating func hide() {
    guard report.audience != .researcher else { return }
    hidesNames = true
    hideMaterial()
    hideSurvey()
    decisions = decisions.map {
      Decision(decision: $0.decision, by: "", at: $0.at, standing: $0.standing)
    }
    let hidesRows = report.scores.contains { !$0.suppression.isEmpty }
    imports = imports.map { entry in
      var copy = entry
      copy.file = ""
      copy.options = ImportOptions()
      copy.options.keepGood = entry.keptGood
      if hidesRows { copy.rows = nil }
      return copy
    }
    if hidesCoding { hideCoding() }
  }

  private mutating func hideMaterial() {
    for place in material.indices {
      let row = material[place]
      let score = report.scores.first { $0.caseID == row.caseID && $0.phase == row.phase }
      let isSmall = score?.suppression.interviewNumbers ?? false
      if isSmall {
        material[place] = MaterialRow()
        (material[place].caseID, material[place].phase) = (row.caseID, row.phase)
        material[place].isHidden = true
        hidesCoding = true
      } else if let score,
        row.roles.values.contains(where: {
          !OtherEyes.mayNameRole(
            holders: $0, suppression: score.suppression, to: report.audience)
        })
      {
        material[place].roles = [:]
        material[place].hidesRoles = true
      }
    }
  }

  private mutating func hideSurvey() {
    guard var seen = survey else { return }
    for place in seen.rows.indices {
      let row = seen.rows[place]
      if row.isHidden {
        seen.rows[place] = .init(
          caseID: row.caseID, phase: row.phase, responses: 0, invited: nil, organizations: 0,
          withoutOrganization: 0)
        seen.rows[place].isHidden = true
        hidesResponses = true
      }
      if row.hidesParts || row.isHidden {
        (seen.rows[place].byOrganizations, seen.rows[place].byRespondents) = (0, 0)
        (seen.rows[place].notAnswered, seen.rows[place].askable) = (0, 0)
        seen.rows[place].hidesParts = true
      }
    }
    if hidesResponses {
      for place in seen.versions.indices { seen.versions[place].responses = 0 }
    }
    survey = seen
  }

  private mutating func hideCoding() {
    coding = CodingAccount()
    constructCodings = [:]
    (lostSegments, otherWords, decisionsTakenBack) = (0, 0, 0)
    disputes = DisputeTable([])
  }
}
