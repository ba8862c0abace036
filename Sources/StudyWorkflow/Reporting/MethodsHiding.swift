import Reports
import StudyModel

extension MethodsInput {
  /// Leaves out what others than the researcher may not see.
  ///
  /// Scores were formed anew, codings and decisions counted of the sources shown alone. A case and
  /// phase with few interviewees has a row without numbers, and no part in the totals.
  mutating func hide(_ shown: ShownSources) {
    hidesNames = true
    hidesCoding = !material.isEmpty && !material.contains { shown.contains($0.place) }
    if hidesCoding { coding = CodingAccount() }
    hideMaterial(shown)
    hideSurvey()
    imports = []
  }

  private mutating func hideMaterial(_ shown: ShownSources) {
    for place in material.indices {
      let row = material[place]
      if !shown.contains(row.place) {
        material[place] = MaterialRow()
        (material[place].caseID, material[place].phase) = (row.caseID, row.phase)
        material[place].isHidden = true
      }
      material[place].roles = [:]
      material[place].hidesRoles = row.interviewees > 0
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
      }
      seen.rows[place].withoutOrganization = 0
      (seen.rows[place].notAnswered, seen.rows[place].askable) = (0, 0)
      if row.hidesParts || row.isHidden {
        (seen.rows[place].byOrganizations, seen.rows[place].byRespondents) = (0, 0)
      }
      seen.rows[place].hidesParts = row.hidesParts || row.isHidden
    }
    hidesResponses = seen.rows.contains(where: \.isHidden)
    // Less the rows they would give how many were left out.
    for place in seen.versions.indices { seen.versions[place].responses = 0 }
    survey = seen
  }
}

extension MethodsInput.MaterialRow {
  /// The case and phase it is of.
  var place: CasePhase { CasePhase(caseID: caseID, phase: phase) }
}
