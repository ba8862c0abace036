/// Why a study file could not be opened, made or written; in each case nothing was changed.
public enum StudyFileError: Error, Sendable, Hashable {
  /// There is no such file.
  case notFound(path: String)
  /// There is a file already, and it was not to be replaced.
  case alreadyThere(path: String)
  /// The file is something else.
  case notAStudy(path: String, found: String)
  /// The file was made by a newer version of the program.
  case newerFormat(path: String, found: Int, known: Int)
  /// The file is a study, but parts of it are missing or unreadable.
  case damaged(path: String, detail: String)
  /// The file or its folder cannot be written.
  case cannotWrite(path: String, detail: String)
  /// Another program is writing to it.
  case busy(path: String)

  /// The error as a sentence that says what to do.
  public var text: String {
    switch self {
    case .notFound(let path):
      "There is no study at \(path). Either check the path or make one with 'covalence init \(path) --framework ID'."
    case .alreadyThere(let path):
      "There is already a file at \(path). Either choose another name or move that file away first."
    case .notAStudy(let path, let found):
      "\(path) is not a study: it is \(found). Nothing was changed. Name the study file, whose name mostly ends in .covalence."
    case .newerFormat(let path, let found, let known):
      "\(path) has study format \(found); this program knows formats up to \(known). Nothing was changed. Install a newer version of covalence."
    case .damaged(let path, let detail):
      "\(path) is damaged: \(detail). Nothing was changed. Either restore a copy or build the study again from its files (the list is in its last report)."
    case .cannotWrite(let path, let detail):
      "\(path) cannot be written: \(detail). Nothing was changed."
    case .busy(let path):
      "\(path) is being written by another program. Wait until it has finished and try again."
    }
  }
}
