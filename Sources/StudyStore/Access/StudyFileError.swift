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
    case .cannotRead(let path, let detail):
      "\(path) cannot be read: \(detail). Look at its permissions and those of its folder."
    case .unfinished(let path, let beside, let detail):
      "A write to \(path) was broken off, and it cannot be mended where it is: \(detail). Copy it, together with \(Self.list(beside)), to a folder where you may write, and open it there: then it is as it was before that write."
    case .cannotMigrate(let path, let found, let known, let detail):
      "\(path) has study format \(found) and must be brought to format \(known) before it is read; that failed: \(detail). The study is as it was. Either mend that, or copy the study to a folder where you may write and open it there."
    case .damaged(let path, let detail, let beside):
      Self.damage(path, detail, beside)
    case .cannotWrite(let path, let detail):
      "\(path) cannot be written: \(detail). Nothing was changed."
    case .cannotCopy(let path, let folder, let detail):
      "No copy of \(path) could be made in \(folder) to try it on: \(detail). The study is as it was. Make room there, or name another folder in TMPDIR."
    case .diskFailed(let path, let detail):
      "The disk failed while \(path) was read or written: \(detail). What was not finished is taken back when the study is opened next; look at it with 'covalence check' once the disk is in order."
    case .busy(let path):
      "\(path) is being written by another program. Wait until it has finished and try again."
    case .changed(let path):
      "\(path) was changed by another program meanwhile. Nothing was changed here. Try again."
    case .refused(let path, let detail):
      "SQLite refused what was asked of \(path): \(detail). Either another program changed the study, which 'covalence check' may show, or this one is at fault: then please report it."
    }
  }

  /// Advice on damage says what lies beside: a journal that stays would be played into a copy that
  /// is put in the file's place, and destroy it.
  private static func damage(_ path: String, _ detail: String, _ beside: Companions) -> String {
    let away = list([path] + beside.unfinished)
    let copies =
      beside.copies.isEmpty
      ? "a copy of yours"
      : "a copy (\(list(beside.copies)) was kept before a migration)"
    let remedy =
      beside.unfinished.isEmpty
      ? "Keep it, move it away, and put \(copies) in its place"
      : "Keep it. Move \(away) away together, since what lies beside would change whatever is put in its place; then put \(copies) there"
    return
      "\(path) is damaged: \(detail). Nothing was changed. \(remedy), or build the study again from its files (the list is in its last report)."
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "what lies beside" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}
