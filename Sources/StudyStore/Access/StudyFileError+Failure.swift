public import StudyModel

extension StudyFileError: Failing {
  /// The error as what is told.
  public var failure: Failure {
    Failure(kind, .studyFile, message, remedy: remedy, place: .init(file: path))
  }

  private var kind: Failure.Kind {
    switch self {
    case .notFound, .cannotRead: .missing
    case .busy: .busy
    case .alreadyThere, .cannotWrite, .unfinished, .cannotMigrate, .cannotCopy, .diskFailed,
      .changed:
      .cannotWrite
    case .notAStudy, .newerFormat, .damaged, .refused: .data
    }
  }
}
