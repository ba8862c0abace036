#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why a file was not written: which one, what stood in the way, and what to do.
///
/// Whatever stood at its place before stands there still.
public struct FileError: Error, Sendable, Hashable {
  /// What stood in the way.
  public enum Kind: Sendable, Hashable {
    /// A file of this name is there, and may not be replaced.
    case exists
    /// A file of this name is there that was not made as this one is.
    case isForeign
    /// The same command reads this file.
    case isInput
    /// It is a study or another SQLite database, or what SQLite keeps beside one.
    case isDatabase
    /// It is a symbolic link.
    case isLink
    /// It is no plain file but this, such as "a folder".
    case isNoFile(String)
    /// The operating system's number of the error.
    case system(Int32)
    /// What a library or another program found.
    case program(String)
  }

  /// The file's path, as it was given.
  public var path: String
  /// What stood in the way.
  public var kind: Kind

  /// Makes an error.
  public init(_ path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// The operating system's last error.
  static func last(_ path: String) -> FileError { FileError(path, .system(errno)) }

  /// What is wrong, as a sentence without a full stop.
  public var message: String {
    switch kind {
    case .exists: "there is already a file \(path)"
    case .isForeign: "there is already a file \(path) that was not written by this command"
    case .isInput: "\(path) is read by this command, and cannot be written by it too"
    case .isDatabase: "\(path) is a study or another database"
    case .isLink: "\(path) is a symbolic link"
    case .isNoFile(let what): "\(path) is \(what)"
    case .system(let code): "\(path) cannot be written: \(String(cString: strerror(code)))"
    case .program(let reason): "\(path) cannot be written: \(reason)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch kind {
    case .exists, .isForeign: "Choose another name, or allow it to be replaced."
    case .isInput, .isDatabase, .isLink, .isNoFile: "Choose another name."
    case .system(ENOSPC), .system(EDQUOT), .system(EFBIG):
      "Make room, or choose another place. What stood there before stands there still."
    case .system(ENOENT), .system(ENOTDIR): "Choose a folder that is there."
    case .system(ENAMETOOLONG): "Choose a shorter name."
    case .system: "Choose a place that you may write to."
    case .program:
      "Look whether its folder has room and may be written to. What stood there before stands there still."
    }
  }
}

extension FileError: CustomStringConvertible {
  /// What is wrong and what to do, in one line.
  public var description: String { "\(message). \(remedy)" }
}
