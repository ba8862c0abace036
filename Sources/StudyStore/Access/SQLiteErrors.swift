import FileFormats
import Foundation
import GRDB

extension StudyFile {
  /// Turns SQLite's errors into the study's own.
  static func guarding<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path)
    } catch let error as DamagedRow {
      throw StudyFileError.damaged(path: path, detail: error.text, beside: companions(path))
    } catch is RowDecodingError {
      throw StudyFileError.damaged(
        path: path, detail: "a value is of another kind than its column", beside: companions(path))
    }
  }

  /// Whether an error says that what is stored is damaged, and not that a disk, a lock or the program is at
  /// fault.
  public static func isDamage(_ error: any Error) -> Bool {
    switch error {
    case is DamagedRow, is RowDecodingError, StudyFileError.damaged: true
    case let error as DatabaseError:
      [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT].contains(error.resultCode)
    default: false
    }
  }

  /// What an error of SQLite means for the study; what lies beside is looked at.
  static func translated(_ error: DatabaseError, _ path: String) -> StudyFileError {
    let detail = error.message ?? "SQLite gives the code \(error.extendedResultCode.rawValue)"
    let beside = companions(path)
    switch error.extendedResultCode {
    case .SQLITE_READONLY_ROLLBACK, .SQLITE_READONLY_RECOVERY, .SQLITE_READONLY_CANTINIT,
      .SQLITE_READONLY_CANTLOCK:
      return .unfinished(
        path: path, beside: beside.unfinished, detail: "it cannot be written there")
    case .SQLITE_CANTOPEN, .SQLITE_IOERR_DELETE, .SQLITE_READONLY_DIRECTORY:
      guard !beside.unfinished.isEmpty else { break }
      return .unfinished(
        path: path, beside: beside.unfinished, detail: "its folder cannot be written")
    default: break
    }
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT:
      return .damaged(path: path, detail: detail, beside: beside)
    case .SQLITE_FULL: return .cannotWrite(path: path, detail: "the disk is full")
    case .SQLITE_CANTOPEN where !isFolderWritable(path):
      return .cannotWrite(
        path: path, detail: "its folder cannot be written, and SQLite must write beside the file")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return .cannotWrite(path: path, detail: detail)
    case .SQLITE_IOERR:
      // SQLite tells a file that may not grow further from no other write that fails.
      if error.extendedResultCode == .SQLITE_IOERR_WRITE, let limit = largestFile {
        return .cannotWrite(
          path: path,
          detail: "\(detail); files may not grow beyond \(limit) bytes here (see ulimit -f)")
      }
      return .diskFailed(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(path: path)
    default: return .refused(path: path, detail: detail)
    }
  }

  /// How large a file may become in this process, in bytes; nil where nothing bounds it.
  private static var largestFile: UInt64? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { return nil }
    return limit.rlim_cur == UInt64(bitPattern: -1) ? nil : UInt64(limit.rlim_cur)
  }

  private static func isFolderWritable(_ path: String) -> Bool {
    guard let real = realpath(path, nil) else { return false }
    defer { free(real) }
    return access(PrivateFolder.parent(of: String(cString: real)), W_OK) == 0
  }

  static func companions(_ path: String) -> Companions {
    guard let real = realpath(path, nil) else { return Companions() }
    defer { free(real) }
    return Companions(of: String(cString: real))
  }
}
