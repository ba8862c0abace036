import StudyModel
import StudyStore

/// What takes a further pass over the answers, which the researcher has no need of.
struct SettledForOthers: Sendable {
  /// The survey as others may see it; nil where the study has none.
  let survey: SurveyForOthers?
  /// The people behind what others may see, a case and phase each.
  let bases: [PublishedBase]
}

extension StudySnapshot {
  /// Settles what others than the researcher may see of what was gathered.
  func settledForOthers(_ corpus: StudyCorpus) throws -> SettledForOthers {
    let evidence = corpus.evidence.own
    let survey = try surveyForOthers(evidence.interviews)
    return try SettledForOthers(survey: survey, bases: bases(evidence, survey))
  }

  /// Settles what of the survey may be shown to others; nil where there is no response.
  private func surveyForOthers(_ interviews: InterviewEvidence) throws -> SurveyForOthers? {
    let versions = try reader.instrumentVersions()
    guard !versions.isEmpty else { return nil }
    let places = try StudyPlaces(reader, columns: .inUse)
    var survey = SurveyForOthers(
      framework: framework, interviews: interviews, marks: try respondentMarks())
    let layouts = versions.mapValues { survey.layout(columns: $0) }
    var count = 0
    try reader.forEachAnswer { token, response in
      count += 1
      if count & 0xFFF == 0 { try Task.checkCancellation() }
      guard let layout = layouts[response.version],
        let at = places.place(ofCase: response.caseNumber),
        let phase = places.place(ofPhase: response.phaseNumber)
      else { return }
      survey.add(
        respondent: token, case: at, phase: phase,
        organization: response.organization.map(Int.init), answers: response.answers,
        layout: layout)
    }
    survey.finish()
    return survey
  }
}
