import Exchange
import FileFormats
public import StudyModel

extension Failure {
  /// Any error as what is told of it.
  ///
  /// What nobody foresaw is said to be so; whether anything was changed before is not known then.
  public static func of(_ error: any Error) -> Failure {
    known(error)
      ?? Failure(
        .fault, .unforeseen, "The work stopped for a reason that nobody foresaw: \(error)",
        remedy: "Please report this, with what was asked for.")
  }

  /// An error as what is told of it; nil for one that nobody foresaw, or that is none, such as that
  /// somebody stopped the work.
  static func known(_ error: any Error) -> Failure? {
    switch error {
    case let error as any Failing: error.failure
    case let error as FileError:
      Failure(
        .cannotWrite, .cannotWriteFile, error.message, remedy: error.remedy,
        place: .init(file: error.path))
    case let error as TableError: Failure(.data, [Diagnostic(error, file: nil)])
    default: nil
    }
  }
}
