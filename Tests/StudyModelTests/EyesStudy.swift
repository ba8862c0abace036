import Statistics

@testable import StudyModel

/// A small study by hand, seen through `Eyes`: answers with tokens, and interviews.
struct EyesStudy {
  /// A response: who, which phase, which organization, and the answers by item.
  struct Response {
    var token: String
    var phase = "one"
    var organization: Int?
    var answers: [String: Int8]
  }

  var responses: [Response] = []
  var sources: [CodedSource] = []
  var participants: [Participant] = []
  var framework = SmallModel.framework()
  var phases = ["one", "two"]

  /// The raw figures.
  var raw: RawScores {
    let cells = StudyCells(cases: ["one"], phases: phases)
    var interviews = InterviewEvidence(
      framework: framework, cells: cells, participants: participants)
    for source in sources { interviews.add(source) }
    var sums = SurveySums(framework: framework, cells: cells)
    var paired = PairedChange(framework: framework, cells: cells)
    var survey = SurveyForOthers(framework: framework, interviews: interviews)
    let columns = SmallModel.columns
    let (plain, pairs, others) = (
      sums.layout(columns: columns), paired.layout(columns: columns),
      survey.layout(columns: columns)
    )
    for response in responses {
      let answers = SmallModel.answers(response.answers)
      sums.add(
        caseID: "one", phase: response.phase, organization: response.organization,
        answers: answers, layout: plain)
      answers.withUnsafeBufferPointer {
        _ = survey.add(
          respondent: response.token, case: 0,
          phase: cells.index(ofPhase: response.phase) ?? -1,
          organization: response.organization, answers: $0, layout: others)
      }
    }
    for response in responses.sorted(by: { $0.token < $1.token }) {
      SmallModel.answers(response.answers).withUnsafeBufferPointer {
        _ = paired.add(
          respondent: response.token, case: 0,
          phase: cells.index(ofPhase: response.phase) ?? -1,
          organization: response.organization, answers: $0, layout: pairs)
      }
    }
    paired.finish()
    survey.finish()
    let scoring = Scoring(interviews: interviews, survey: sums)
    let scores = scoring.withChanges(scoring.scores, paired: paired)
    return RawScores(
      framework: framework, interviews: interviews, survey: survey, scores: scores, seed: 1)
  }

  /// What the convenor sees of a phase.
  func seen(_ phase: String = "one") -> CaseScore {
    guard let seen = Eyes.convenor(of: "one").see(raw).list.first(where: { $0.phase == phase })
    else {
      preconditionFailure("nothing is seen of \(phase)")
    }
    return seen.score
  }

  /// An interview of a person, with what was coded in it.
  mutating func interview(
    _ participant: String, role: Participant.Role = .participant, agreed: Bool = false,
    _ segments: [(String, Double?, Valence?)] = []
  ) {
    participants.append(
      Participant(
        id: participant, caseID: "one", organization: nil, role: role,
        agreed: agreed ? true : nil))
    sources.append(
      CodedSource(
        source: Source(
          id: "about \(participant)", caseID: "one", participant: participant, phase: "one",
          coders: ["ana"], kind: .interview),
        codings: segments.enumerated().map { place, segment in
          Coding(
            coder: "ana", code: segment.0, span: Span(start: 10 * place, end: 10 * place + 9),
            weight: segment.1, valence: segment.2)
        }, adjudications: []))
  }

  /// A document that Ana and Ben read, with what Ana alone marked in it.
  mutating func document(markedByOne codes: [String]) {
    sources.append(
      CodedSource(
        source: Source(
          id: "minutes", caseID: "one", participant: nil, phase: "one", coders: ["ana", "ben"],
          read: ["ana", "ben"], kind: .document),
        codings: codes.enumerated().map { place, code in
          Coding(
            coder: "ana", code: code, span: Span(start: 10 * place, end: 10 * place + 9), weight: 3)
        }, adjudications: []))
  }

  /// A random study: two phases of a few people of a few organizations who leave some answers out.
  static func random(seed: UInt64) -> EyesStudy {
    var generator = SeededGenerator(seed: seed)
    var study = EyesStudy()
    let organizations = 1 + generator.index(below: 6)
    let missing = 1 + generator.index(below: 5)
    for phase in study.phases {
      let people = 3 + generator.index(below: 12)
      for person in 0..<people {
        var answers: [String: Int8] = [:]
        for column in SmallModel.columns where generator.index(below: 10) >= missing {
          answers[column] = Int8(1 + generator.index(below: 5))
        }
        let stays = phase == "one" || generator.index(below: 4) > 0
        study.responses.append(
          Response(
            token: stays ? "p\(person)" : "new\(person)", phase: phase,
            organization: generator.index(below: 6) == 0
              ? nil : (person % organizations),
            answers: answers))
      }
    }
    for person in 0..<generator.index(below: 8) {
      let segments = SmallModel.forms.compactMap { form -> (String, Double?, Valence?)? in
        guard generator.index(below: 3) > 0 else { return nil }
        let valence: Valence = generator.index(below: 4) == 0 ? .contrary : .supporting
        return (form, Double(1 + generator.index(below: 3)), valence)
      }
      study.interview("q\(person)", role: person == 0 ? .convenor : .participant, segments)
    }
    return study
  }
}
