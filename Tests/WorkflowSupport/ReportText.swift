public import StudyWorkflow

extension FinishedReport.File {
  /// What it holds, of a file of text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
