public import StudyModel

extension StudyFileError: Failing {
  /// The error as what is told.
  public var failure: Failure {
    Failure(
      kind, .studyFile, message, remedy: remedy, place: .init(file: path), means: means)
  }

  private var means: Diagnostic.Means? {
    switch self {
    case .notFound(let path): .makeStudy(path: path)
    case .diskFailed, .refused: .checkStudy
    default: nil
    }
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
