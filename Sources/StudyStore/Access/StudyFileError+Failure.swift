public import StudyModel

extension StudyFileError: Failing {
  /// The error as what is told.
  public var failure: Failure { Failure(kind, .studyFile, text, remedy: "") }

  private var kind: Failure.Kind {
    switch self {
    case .notFound: .missing
    case .alreadyThere, .cannotWrite: .cannotWrite
    case .busy: .busy
    case .notAStudy, .newerFormat, .damaged: .data
    }
  }
}
