import FileFormats
public import StudyWorkflow

extension Answer {
  /// Agreement of a plain table.
  public static func agreement(_ answer: AgreementAnswer) -> Answer { Answer(answer.json) }

  /// Agreement of a study.
  public static func agreement(_ answer: StudyAgreementAnswer) -> Answer { Answer(answer.json) }
}
