import StudyModel
import StudyStore

extension StudySnapshot {
  /// How respondents are told apart without their names, with what was published so far.
  func respondentMarks() throws -> RespondentMarks {
    let digest = PersonDigest(secret: try reader.secret())
    let names = try reader.organizationNames().map { (Int($0.key), $0.value) }
    return RespondentMarks(
      organizations: Dictionary(names, uniquingKeysWith: { first, _ in first }),
      earlier: try reader.publishedStates().map(\.base),
      digest: { digest($0, $1) })
  }

  /// The people behind what is shown to others, a case and phase each.
  ///
  /// - Parameters:
  ///   - evidence: The evidence, which has the interviews.
  ///   - survey: The survey as others may see it.
  /// - Returns: Those statistics alone that are shown; a base without people where nothing is.
  /// - Throws: `StudyFileError`.
  func bases(
    _ evidence: StudyEvidence, _ survey: SurveyForOthers?
  ) throws -> [PublishedBase] {
    let digest = PersonDigest(secret: try reader.secret())
    let limits = Limits(framework.scoring)
    let sources = try reader.sources()
    let interviews = evidence.interviews
    return evidence.cases.map(\.id).flatMap { caseID in
      evidence.scoredPhases.map { phase in
        let answers = survey?.bases.first { $0.caseID == caseID && $0.phase == phase }?.people ?? []
        let isTold = interviews.tellsOthers(caseID: caseID, phase: phase, framework: framework)
        let people =
          isTold ? Self.people(of: interviews, sources, caseID: caseID, phase: phase, digest) : []
        let told = Self.told(
          interviews.toldToOthers(caseID: caseID, phase: phase, framework: framework),
          caseID: caseID, phase: phase, digest)
        return PublishedBase(
          caseID: caseID, phase: phase,
          people: answers + people + told
            + (isTold || !told.isEmpty
              ? Self.names(interviews, caseID: caseID, phase: phase, digest) : [])
        )
        .shown(limits)
      }
    }
  }

  /// Who was interviewed, and who says what of which construct, with a weight or without.
  private static func people(
    of interviews: InterviewEvidence, _ sources: [Source], caseID: String, phase: String?,
    _ digest: PersonDigest
  ) -> [PublishedBase.People] {
    let interviewees = interviews.interviewees(caseID: caseID, phase: phase)
    guard !interviewees.isEmpty else { return [] }
    let statements = interviews.statements(caseID: caseID, phase: phase).map { Contribution($0) }
    let said = Dictionary(grouping: statements, by: \.speaker)
    // Who is interviewed once more is not who he or she was.
    let interviewsOf = Dictionary(
      grouping: sources.filter { $0.caseID == caseID && $0.phase == phase && $0.participant != nil }
    ) { $0.participant }.mapValues { $0.map(\.id).sorted() }
    let whole = interviewees.map { name -> PublishedBase.Member in
      let own = (said[name] ?? []).flatMap(\.texts)
      let isTelling = (said[name]?.count ?? 0) >= Contribution.tellingStatements
      return .init(
        // By the interviews and not by the phase: those that are moved to another are the same.
        person: digest([name, caseID, "interviewee"] + (interviewsOf[name] ?? [])),
        content: isTelling ? digest(["interviewee"] + own) : nil)
    }
    let byConstruct = Dictionary(grouping: statements, by: \.construct)
    let constructs = statements.reduce(into: [String]()) { ids, statement in
      if ids.last != statement.construct { ids.append(statement.construct) }
    }
    return [PublishedBase.People(.interviewees, whole)]
      + constructs.flatMap { id in
        let spoke = (byConstruct[id] ?? []).map { said in
          (
            said.hasLevel,
            PublishedBase.Member(
              person: digest(
                [said.speaker, caseID] + (interviewsOf[said.speaker] ?? []) + ["says"] + said.texts),
              content: digest(["statement"] + said.texts))
          )
        }
        // A level rests on those who gave a weight; who spoke without one is in the number of those who speak.
        return [
          PublishedBase.People(.interviews(id), spoke.map(\.1)),
          PublishedBase.People(.levels(id), spoke.filter(\.0).map(\.1)),
        ]
      }
  }

  /// Who was interviewed, by name alone.
  private static func names(
    _ interviews: InterviewEvidence, caseID: String, phase: String?, _ digest: PersonDigest
  ) -> [PublishedBase.People] {
    let names = interviews.interviewees(caseID: caseID, phase: phase)
    guard !names.isEmpty else { return [] }
    return [
      PublishedBase.People(
        .names, Set(names).map { .init(person: digest([$0, "name"]), content: nil) })
    ]
  }

  /// What is told of each construct's interviews, with everybody who may have made it so.
  private static func told(
    _ interviews: [ToldInterviews], caseID: String, phase: String?, _ digest: PersonDigest
  ) -> [PublishedBase.People] {
    interviews.flatMap { told in
      let voices = told.voices.map { voice in
        PublishedBase.Member(
          person: digest([voice.speaker, caseID, phase ?? "", told.construct] + voice.said),
          content: digest(["voice", told.construct] + voice.said))
      }
      let words = told.told.map { digest(["words", told.construct] + $0) }
      let word = told.heard.flatMap {
        PublishedBase.People($0, speaking: told.speaking, on: told.construct)
      }
      return [PublishedBase.People(.statements(told.construct), voices)]
        + (words.map { [.init(.words(told.construct), [.init(person: $0, content: $0)])] } ?? [])
        + (word.map { [$0] } ?? [])
    }
  }

  /// What somebody says of a construct, as digests take it.
  private struct Contribution {
    /// So many statements are hardly made twice.
    static let tellingStatements = 3

    let speaker: String
    let construct: String
    let texts: [String]
    let hasLevel: Bool

    init(_ said: InterviewEvidence.Statement) {
      speaker = said.speaker
      construct = said.construct
      hasLevel = said.level != nil
      texts = [
        said.construct, said.level.map { String(NineDecimals.rounded($0)) } ?? "spoken of",
        said.speaksFor ? "for" : "against",
      ]
    }
  }
}
