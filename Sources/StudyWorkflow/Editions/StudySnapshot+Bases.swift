import StudyModel
import StudyStore

extension StudySnapshot {
  /// How respondents are told apart without their names, with what was published of the cells so far.
  func respondentMarks(_ cells: StudyCells) throws -> RespondentMarks {
    let digest = PersonDigest(secret: try reader.secret())
    let names = try reader.organizationNames().map { (Int($0.key), $0.value) }
    var earlier: [PublishedBase] = []
    if try !reader.editions().isEmpty {
      for caseID in cells.cases {
        for phase in cells.phases {
          earlier += try reader.publishedStates(ofCase: caseID, phase: phase).map(\.base)
        }
      }
    }
    return RespondentMarks(
      organizations: Dictionary(names, uniquingKeysWith: { first, _ in first }), earlier: earlier,
      digest: { digest($0, $1) })
  }

  /// The people behind what is shown to others, a case and phase each.
  ///
  /// - Parameters:
  ///   - evidence: The evidence, which has the interviews.
  ///   - survey: The survey as others may see it.
  ///   - rule: The rule of consensus.
  /// - Returns: Those statistics alone that are shown; a base without people where nothing is.
  /// - Throws: `StudyFileError`.
  func bases(
    _ evidence: StudyEvidence, _ survey: SurveyForOthers?, rule: ConsensusRule
  ) throws -> [PublishedBase] {
    let digest = PersonDigest(secret: try reader.secret())
    let limits = PublishedBase.Limits(framework.scoring)
    return evidence.cases.map(\.id).flatMap { caseID in
      evidence.scoredPhases.map { phase in
        let answers = survey?.bases.first { $0.caseID == caseID && $0.phase == phase }?.people ?? []
        let people = evidence.interviews[rule].flatMap { interviews in
          interviews.tellsOthers(caseID: caseID, phase: phase, framework: framework)
            ? Self.people(of: interviews, caseID: caseID, phase: phase, digest) : nil
        }
        return PublishedBase(caseID: caseID, phase: phase, people: answers + (people ?? []))
          .shown(limits)
      }
    }
  }

  /// Who was interviewed, and who is behind which level.
  private static func people(
    of interviews: InterviewEvidence, caseID: String, phase: String?, _ digest: PersonDigest
  ) -> [PublishedBase.People] {
    let interviewees = interviews.interviewees(caseID: caseID, phase: phase)
    guard !interviewees.isEmpty else { return [] }
    var people = [
      PublishedBase.People(
        .interviewees, interviewees.map { digest([$0, caseID, phase ?? "", "interviewee"]) })
    ]
    var measured: [(construct: String, members: [UInt64])] = []
    for said in interviews.statements(caseID: caseID, phase: phase) {
      guard let level = said.level else { continue }
      let member = digest([
        said.participant, caseID, phase ?? "", said.construct,
        String(NineDecimals.rounded(level)), said.speaksFor ? "for" : "against",
      ])
      if measured.last?.construct == said.construct {
        measured[measured.count - 1].members.append(member)
      } else {
        measured.append((said.construct, [member]))
      }
    }
    people += measured.map { PublishedBase.People(.interviews($0.construct), $0.members) }
    return people
  }
}
