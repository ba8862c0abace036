/// How interviews and survey agree on the questions that are put to both: judged once.
public struct SourcesCompared: Sendable, Hashable {
  /// Questions on which they agree, and on which in part.
  public var agreeing = 0
  /// See `agreeing`.
  public var partly = 0
  /// The questions on which they contradict each other, in their order.
  public var contradicted: [String] = []
  /// Questions on which both speak, and too few people to tell.
  public var tooFew = 0
  /// The questions put to both.
  public let questions: Int

  /// On how many they contradict each other.
  public var contradicting: Int { contradicted.count }
  /// The questions on which the two can be compared.
  public var compared: Int { agreeing + partly + contradicting }

  /// Compares them over some constructs.
  public init(questions: [String], in score: SeenScore) {
    self.init(questions: questions, in: score.score)
  }

  init(questions: [String], in score: CaseScore) {
    self.questions = questions.count
    for id in questions {
      switch score.construct(id)?.convergence {
      case .agreement: agreeing += 1
      case .partialAgreement: partly += 1
      case .dissonance: contradicted.append(id)
      case .tooLittle: tooFew += 1
      case .undecidedInterviews, .silenceInterviews, .silenceSurvey, nil: break
      }
    }
  }
}

extension Framework {
  /// The questions put to interviews and survey, as a report sets them side by side; where it does not, the
  /// constructs that items ask for.
  public var jointQuestions: [String] {
    let parts = sections.flatMap(\.parts).filter { $0.figure == .joint }
    let asked = parts.isEmpty ? items.map(\.construct) : parts.flatMap(\.of)
    return asked.eachOnce
  }
}
