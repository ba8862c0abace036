import FileFormats
public import StudyModel
import StudyStore

extension Study {
  /// The people behind what is shown to others, a case and phase each; one pass over the answers.
  ///
  /// - Parameters:
  ///   - evidence: The evidence of the report, which has the interviews.
  ///   - rule: The rule of consensus of the report.
  /// - Returns: Those statistics alone that are shown; a base without people where nothing is.
  /// - Throws: `StudyFileError` where the file is damaged.
  public func publishedBases(
    _ evidence: StudyEvidence, rule: ConsensusRule
  ) throws -> [PublishedBase] {
    let (secret, survey) = try file.read { reader in
      let secret = try reader.secret()
      return (secret, try respondentBases(reader, PersonDigest(secret: secret)))
    }
    let digest = PersonDigest(secret: secret)
    let limits = PublishedBase.Limits(framework.scoring)
    return evidence.cases.map(\.id).flatMap { caseID in
      (evidence.scoredPhases.isEmpty ? [nil] : evidence.scoredPhases).map { phase in
        let answers = survey.first { $0.caseID == caseID && $0.phase == phase }?.people ?? []
        let people = evidence.interviews[rule].map {
          Self.people(of: $0, caseID: caseID, phase: phase, digest)
        }
        return PublishedBase(caseID: caseID, phase: phase, people: answers + (people ?? []))
          .shown(limits)
      }
    }
  }

  /// Who answered, and who is behind which figure.
  private func respondentBases(
    _ reader: StudyReader, _ digest: PersonDigest
  ) throws -> [PublishedBase] {
    let places = try StudyPlaces(reader, columns: .inUse)
    let cells = places.cells
    var bases = RespondentBases(framework: framework, cells: cells)
    let layouts = try reader.instrumentVersions().mapValues { bases.layout(columns: $0) }
    let organizations = try reader.organizationNames()
    try reader.forEachToken { token, response in
      guard let layout = layouts[response.version],
        let at = places.place(ofCase: response.caseNumber)
      else { return }
      let phaseAt = places.place(ofPhase: response.phaseNumber)
      // Names and not numbers: a file that is taken back and comes in again has other numbers.
      let person = [
        token, cells.cases[at], cells.phases[phaseAt] ?? "",
        response.organization.flatMap { organizations[$0] } ?? "",
      ]
      bases.add(
        case: at, phase: phaseAt, organization: response.organization.map(Int.init),
        answers: response.answers, layout: layout, digest: { digest(person, $0) })
    }
    return bases.bases()
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
