/// Why a study file could not be opened, made, read or written.
public enum StudyFileError: Error, Sendable, Hashable {
  /// There is no such file.
  case notFound(path: String)
  /// There is a file already, and it was not to be replaced.
  case alreadyThere(path: String)
  /// The file is something else.
  case notAStudy(path: String, found: String)
  /// The file was made by a newer version of the program.
  case newerFormat(path: String, found: Int, known: Int)
  /// The file is there and may not be read.
  case cannotRead(path: String, detail: String)
  /// A write was broken off, and what is left of it cannot be mended where the file is.
  case unfinished(path: String, beside: [String], detail: String)
  /// The file has an older format and could not be brought to this one.
  case cannotMigrate(path: String, from: Int, to: Int, detail: String)
  /// SQLite, or what is stored, says that parts are missing or cannot be.
  case damaged(path: String, detail: String, beside: Companions = .init())
  /// The file or its folder cannot be written.
  case cannotWrite(path: String, detail: String)
  /// A copy for trying something out could not be made.
  case cannotCopy(path: String, into: String, detail: String)
  /// The disk failed, perhaps in the middle of a write.
  case diskFailed(path: String, detail: String)
  /// Another program was writing to it all the time.
  case busy(path: String)
  /// Another program changed it since it was read.
  case changed(path: String)
  /// SQLite refused something that it does not refuse in a study as this program writes it.
  case refused(path: String, detail: String)

  /// The error in words, with what to do.
  public var text: String { "\(message). \(remedy)" }

  /// The study.
  public var path: String {
    switch self {
    case .notFound(let path), .alreadyThere(let path), .notAStudy(let path, _),
      .newerFormat(let path, _, _), .cannotRead(let path, _), .unfinished(let path, _, _),
      .cannotMigrate(let path, _, _, _), .damaged(let path, _, _), .cannotWrite(let path, _),
      .cannotCopy(let path, _, _), .diskFailed(let path, _), .busy(let path),
      .changed(let path), .refused(let path, _):
      path
    }
  }

  /// What is wrong, a sentence without a full stop.
  public var message: String {
    switch self {
    case .notFound(let path): "There is no study at \(path)"
    case .alreadyThere(let path): "There is already a file at \(path)"
    case .notAStudy(let path, let found): "\(path) is not a study: it is \(found)"
    case .newerFormat(let path, let found, let known):
      "\(path) has study format \(found); this program knows formats up to \(known)"
    case .cannotRead(let path, let detail): "\(path) cannot be read: \(detail)"
    case .unfinished(let path, _, let detail):
      "A write to \(path) was broken off, and it cannot be mended where it is: \(detail)"
    case .cannotMigrate(let path, let found, let known, let detail):
      "\(path) has study format \(found) and must be brought to format \(known) before it is read; that failed: \(detail)"
    case .damaged(let path, let detail, _): "\(path) is damaged: \(detail)"
    case .cannotWrite(let path, let detail): "\(path) cannot be written: \(detail)"
    case .cannotCopy(let path, let folder, let detail):
      "No copy of \(path) could be made in \(folder) to try it on: \(detail)"
    case .diskFailed(let path, let detail):
      "The disk failed while \(path) was read or written: \(detail)"
    case .busy(let path): "\(path) is being written by another program"
    case .changed(let path): "\(path) was changed by another program meanwhile"
    case .refused(let path, let detail): "SQLite refused what was asked of \(path): \(detail)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .notFound: "Either check the path or make one."
    case .alreadyThere: "Either choose another name or move that file away first."
    case .notAStudy:
      "Nothing was changed. Name the study file, whose name mostly ends in .covalence."
    case .newerFormat: "Nothing was changed. Install a newer version of covalence."
    case .cannotRead: "Look at its permissions and those of its folder."
    case .unfinished(_, let beside, _):
      "Copy it, together with \(Self.list(beside)), to a folder where you may write, and open it there: then it is as it was before that write."
    case .cannotMigrate:
      "The study is as it was. Either mend that, or copy the study to a folder where you may write and open it there."
    case .damaged(let path, _, let beside): Self.remedy(ofDamage: path, beside)
    case .cannotWrite: "Nothing was changed. Look at its permissions and whether there is room."
    case .cannotCopy:
      "The study is as it was. Make room there, or name another folder in TMPDIR."
    case .diskFailed:
      "What was not finished is taken back when the study is opened next; check it once the disk is in order."
    case .busy: "Wait until it has finished and try again."
    case .changed: "Nothing was changed here. Try again."
    case .refused:
      "Either another program changed the study, which a check may show, or this one is at fault: then please report it."
    }
  }

  /// Advice on damage says what lies beside: a journal that stays would be played into a copy that
  /// is put in the file's place, and destroy it.
  private static func remedy(ofDamage path: String, _ beside: Companions) -> String {
    let away = list([path] + beside.unfinished)
    let copies =
      beside.copies.isEmpty
      ? "a copy of yours"
      : "a copy (\(list(beside.copies)) was kept before a migration)"
    let way =
      beside.unfinished.isEmpty
      ? "Keep it, move it away, and put \(copies) in its place"
      : "Keep it. Move \(away) away together, since what lies beside would change whatever is put in its place; then put \(copies) there"
    return
      "Nothing was changed. \(way), or build the study again from its files (the list is in its last report)."
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "what lies beside" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}
