import FileFormats
import Foundation
import GRDB
import GRDBSQLite

/// What stands at the path of a study, told without changing it: what must hold of a file during all
/// its life, so that neither locks nor an unfinished write matter.
enum FoundFile {
  /// Looks whether a path can be that of a study, and gives its absolute path after all links.
  ///
  /// - Throws: `StudyFileError` that says what is there instead.
  static func study(at path: String) throws -> String {
    var found = stat()
    guard !path.isEmpty, stat(path, &found) == 0 else { throw missing(path) }
    if let kind = kind(found.st_mode) { throw StudyFileError.notAStudy(path: path, found: kind) }
    guard access(path, R_OK) == 0 else { throw unreadable(path) }
    guard let real = realpath(path, nil) else { throw missing(path) }
    defer { free(real) }
    let file = String(cString: real)
    if let other = try otherProgram(file, path) {
      throw StudyFileError.notAStudy(path: path, found: other)
    }
    return file
  }

  /// The absolute path that a new file of this path would have.
  ///
  /// - Throws: `StudyFileError` where its folder is not there.
  static func place(for path: String) throws -> String {
    var found = stat()
    guard lstat(path, &found) != 0 else { throw StudyFileError.alreadyThere(path: path) }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    guard !name.isEmpty, ![".", ".."].contains(name) else {
      throw StudyFileError.cannotWrite(path: path, detail: "it is no name of a file")
    }
    let folder = slash.map { String(path[..<$0]) } ?? "."
    guard let real = realpath(folder.isEmpty ? "/" : folder, nil) else {
      throw StudyFileError.cannotWrite(
        path: path,
        detail: errno == EACCES ? "its folder may not be looked into" : "its folder is not there")
    }
    defer { free(real) }
    let parent = String(cString: real)
    return parent == "/" ? "/\(name)" : "\(parent)/\(name)"
  }

  private static func missing(_ path: String) -> StudyFileError {
    let number = errno
    var found = stat()
    switch number {
    case EACCES: return unreadable(path)
    case ELOOP:
      return .notAStudy(path: path, found: "a symbolic link that leads in a circle")
    default:
      guard !path.isEmpty, lstat(path, &found) == 0 else { return .notFound(path: path) }
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
      return .notAStudy(
        path: path, found: "a symbolic link to \(target ?? "a file"), which is not there")
    }
  }

  private static func unreadable(_ path: String) -> StudyFileError {
    .cannotRead(path: path, detail: String(cString: strerror(EACCES)))
  }

  private static func kind(_ mode: mode_t) -> String? {
    switch mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe with a name"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  /// What the file is where its first bytes are another's; nil where they are a study's, or not
  /// written yet.
  ///
  /// SQLite's name and the application id are written first and never again, so they can be looked
  /// at while another program writes, or while a journal waits to be played back. Everything else is
  /// for SQLite to say. It reads here too: a file that is opened and closed beside it loses the
  /// locks that this process has on it.
  private static func otherProgram(_ file: String, _ path: String) throws -> String? {
    let head = try head(of: file, path)
    guard head.contains(where: { $0 != 0 }) else { return nil }
    guard head.starts(with: name) else { return "no SQLite file" }
    let id = head[68..<72].reduce(0) { $0 << 8 | UInt32($1) }
    return id == UInt32(bitPattern: StudyFormat.applicationID)
      ? nil : "a SQLite file of another program"
  }

  /// Whether a file begins as every SQLite file does.
  static func hasName(_ file: String, _ path: String) throws -> Bool {
    try head(of: file, path).starts(with: name)
  }

  /// The size of an open database's file, in bytes, as SQLite sees it.
  static func size(_ db: Database) -> Int64? {
    var pointer: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &pointer)
    var size: Int64 = 0
    guard let pointer, let ask = pointer.pointee.pMethods?.pointee.xFileSize,
      ask(pointer, &size) == SQLITE_OK
    else { return nil }
    return size
  }

  private static let name = Array("SQLite format 3\0".utf8)

  /// `SQLITE_IOERR_SHORT_READ`, whose definition Swift cannot read.
  private static let shortRead = SQLITE_IOERR | 2 << 8

  /// The first 100 bytes, with zeros where the file is shorter.
  private static func head(of file: String, _ path: String) throws -> [UInt8] {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    let code = sqlite3_open_v2(file, &connection, SQLITE_OPEN_READONLY, nil)
    guard code == SQLITE_OK, let connection else {
      throw StudyFileError.cannotRead(path: path, detail: String(cString: sqlite3_errstr(code)))
    }
    var pointer: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &pointer)
    var head = [UInt8](repeating: 0, count: 100)
    guard let pointer, let read = pointer.pointee.pMethods?.pointee.xRead else { return head }
    let result = read(pointer, &head, Int32(head.count), 0)
    // SQLite fills up with zeros what a short file lacks.
    guard result == SQLITE_OK || result == shortRead else {
      throw StudyFileError.cannotRead(path: path, detail: String(cString: sqlite3_errstr(result)))
    }
    return head
  }
}
